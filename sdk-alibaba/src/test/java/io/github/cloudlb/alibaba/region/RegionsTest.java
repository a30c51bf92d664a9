package io.github.cloudlb.alibaba.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Regions and zones as they go over the wire. */
class RegionsTest extends WireTestBase {
    @Test
    @Pins("DescribeRegions")
    void areToldInALanguage() {
        answer("""
                {"Regions": [{"LocalName": "China (Hangzhou)", "RegionEndpoint": "alb.cn-hangzhou.example",
                    "RegionId": "cn-hangzhou"}], "RequestId": "req-1"}
                """);

        Page<Region> regions = client.send(
                DescribeRegions.builder().acceptLanguage(Language.EN_US).build());

        assertSent("DescribeRegions", "AcceptLanguage=en-US");
        assertThat(regions.items())
                .containsExactly(Region.builder()
                        .localName("China (Hangzhou)")
                        .regionEndpoint("alb.cn-hangzhou.example")
                        .regionId("cn-hangzhou")
                        .build());
        assertThat(regions.next()).isEmpty();
        assertThat(regions.envelope()).isEqualTo(Map.of("RequestId", "req-1"));
    }

    @Test
    @Pins("DescribeZones")
    void haveZones() {
        answer("""
                {"RequestId": "req-1", "Zones": [{"LocalName": "杭州 可用区H", "ZoneId": "cn-hangzhou-h"}]}
                """);

        Page<Zone> zones = client.send(
                DescribeZones.builder().acceptLanguage(Language.ZH_CN).build());

        assertSent("DescribeZones", "AcceptLanguage=zh-CN");
        assertThat(zones.items())
                .containsExactly(Zone.builder()
                        .localName("杭州 可用区H")
                        .zoneId("cn-hangzhou-h")
                        .build());
        assertThat(zones.next()).isEmpty();
        assertThat(zones.envelope()).isEqualTo(Map.of("RequestId", "req-1"));
    }

    @Test
    void comeAsAStream() {
        answer(
                "{\"RequestId\": \"req-1\", \"Regions\": [{\"RegionId\": \"cn-beijing\"}, {\"RegionId\": \"cn-hangzhou\"}]}");

        assertThat(client.regions().describeRegions(DescribeRegions.builder().build()))
                .extracting(Region::regionId)
                .containsExactly("cn-beijing", "cn-hangzhou");
        assertSent("DescribeRegions");
    }
}
