package io.github.cloudlb.alibaba.nlb.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import org.junit.jupiter.api.Test;

class RegionsTest extends NlbWireTestBase {
    @Test
    @Pins(value = "DescribeRegions", in = "nlb")
    void areToldWithTheirHosts() {
        answer("""
                {"RequestId": "req-1", "Regions": [{
                    "RegionId": "eu-central-1",
                    "LocalName": "Germany (Frankfurt)",
                    "RegionEndpoint": "nlb.eu-central-1.aliyuncs.com"}]}
                """);

        RegionList regions = nlb.regions()
                .describeRegions(DescribeRegions.builder()
                        .acceptLanguage(Language.EN_US)
                        .serviceCode(ServiceCode.NLB)
                        .clientToken("c-1")
                        .build());

        // The one read that has its token in the form.
        assertSent(
                "DescribeRegions",
                parameters("AcceptLanguage=en-US", "ServiceCode=nlb"),
                parameters("ClientToken=c-1"));
        assertThat(regions)
                .isEqualTo(RegionList.builder()
                        .requestId("req-1")
                        .addRegions(Region.builder()
                                .regionId("eu-central-1")
                                .localName("Germany (Frankfurt)")
                                .regionEndpoint("nlb.eu-central-1.aliyuncs.com")
                                .build())
                        .build());
    }

    @Test
    @Pins(value = "DescribeZones", in = "nlb")
    void areToldWithTheirZones() {
        answer("""
                {"RequestId": "req-1", "Zones": [{"ZoneId": "eu-central-1a", "LocalName": "Frankfurt Zone A"}]}
                """);

        ZoneList zones = nlb.regions()
                .describeZones(DescribeZones.builder()
                        .regionId("eu-central-1")
                        .acceptLanguage(Language.JA)
                        .serviceCode(ServiceCode.NLB)
                        .clientToken("c-1")
                        .build());

        assertAsked(
                "DescribeZones", "AcceptLanguage=ja", "ClientToken=c-1", "RegionId=eu-central-1", "ServiceCode=nlb");
        assertThat(zones)
                .isEqualTo(ZoneList.builder()
                        .requestId("req-1")
                        .addZones(Zone.builder()
                                .zoneId("eu-central-1a")
                                .localName("Frankfurt Zone A")
                                .build())
                        .build());
    }
}
