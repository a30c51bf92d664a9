package io.github.cloudlb.alibaba.loadbalancer;

import static io.github.cloudlb.alibaba.loadbalancer.LoadBalancersTest.ACCEPTED;
import static io.github.cloudlb.alibaba.loadbalancer.LoadBalancersTest.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import org.junit.jupiter.api.Test;

/** Where a load balancer works, what it can do, and from where it can be reached. */
class LoadBalancerChangesTest extends WireTestBase {
    static final String DONE = "{\"RequestId\": \"req-1\"}";
    static final Confirmation CONFIRMED =
            Confirmation.builder().requestId("req-1").build();

    @Test
    @Pins("UpdateLoadBalancerZones")
    void setsAllZones() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .updateLoadBalancerZones(UpdateLoadBalancerZones.builder()
                        .loadBalancerId("alb-1")
                        .addZoneMappings(
                                ZoneMapping.builder()
                                        .zoneId("zone-a")
                                        .vSwitchId("vsw-1")
                                        .eipType(EipType.COMMON)
                                        .intranetAddress("192.0.2.1")
                                        .build(),
                                ZoneMapping.of("zone-b", "vsw-2"))
                        .addRetainResourceTypes("Eip")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateLoadBalancerZones",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "RetainResourceType.1=Eip",
                "ZoneMappings.1.EipType=Common",
                "ZoneMappings.1.IntranetAddress=192.0.2.1",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=zone-a",
                "ZoneMappings.2.VSwitchId=vsw-2",
                "ZoneMappings.2.ZoneId=zone-b");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins("StartShiftLoadBalancerZones")
    void takesAZoneOutOfUse() {
        answer(DONE);

        Confirmation done = client.loadBalancers()
                .startShiftLoadBalancerZones(StartShiftLoadBalancerZones.builder()
                        .loadBalancerId("alb-1")
                        .addZoneMappings(ZoneMapping.of("zone-a", "vsw-1"))
                        .clientToken("c-1")
                        .build());

        assertSent(
                "StartShiftLoadBalancerZones",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=zone-a");
        assertThat(done).isEqualTo(CONFIRMED);
    }

    @Test
    @Pins("CancelShiftLoadBalancerZones")
    void takesAZoneIntoUseAgain() {
        answer(DONE);

        Confirmation done = client.loadBalancers()
                .cancelShiftLoadBalancerZones(CancelShiftLoadBalancerZones.builder()
                        .loadBalancerId("alb-1")
                        .addZoneMappings(ZoneMapping.of("zone-a", "vsw-1"))
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CancelShiftLoadBalancerZones",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=zone-a");
        assertThat(done).isEqualTo(CONFIRMED);
    }

    @Test
    @Pins("UpdateLoadBalancerAddressTypeConfig")
    void becomesPublic() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .updateLoadBalancerAddressTypeConfig(UpdateLoadBalancerAddressTypeConfig.builder()
                        .loadBalancerId("alb-1")
                        .addressType(AddressType.INTERNET)
                        .addZoneMappings(ZoneMapping.builder()
                                .zoneId("zone-a")
                                .vSwitchId("vsw-1")
                                .allocationId("eip-1")
                                .eipType(EipType.COMMON)
                                .build())
                        .addRetainResourceTypes("Eip")
                        .clientToken("c-1")
                        .dryRun(true)
                        .build());

        assertSent(
                "UpdateLoadBalancerAddressTypeConfig",
                "AddressType=Internet",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=alb-1",
                "RetainResourceType.1=Eip",
                "ZoneMappings.1.AllocationId=eip-1",
                "ZoneMappings.1.EipType=Common",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=zone-a");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins("UpdateLoadBalancerEdition")
    void getsAnotherEditionWithoutAJob() {
        answer(DONE);

        AcceptedEdition accepted = client.loadBalancers()
                .updateLoadBalancerEdition(UpdateLoadBalancerEdition.builder()
                        .loadBalancerId("alb-1")
                        .loadBalancerEdition(LoadBalancerEdition.STANDARD)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateLoadBalancerEdition", "ClientToken=c-1", "LoadBalancerEdition=Standard", "LoadBalancerId=alb-1");
        assertThat(accepted)
                .isEqualTo(AcceptedEdition.builder().requestId("req-1").build());
    }

    @Test
    @Pins("EnableLoadBalancerIpv6Internet")
    void becomesPublicOverIpv6() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .enableLoadBalancerIpv6Internet(EnableLoadBalancerIpv6Internet.builder()
                        .loadBalancerId("alb-1")
                        .clientToken("c-1")
                        .build());

        assertSent("EnableLoadBalancerIpv6Internet", "ClientToken=c-1", "LoadBalancerId=alb-1");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins("DisableLoadBalancerIpv6Internet")
    void becomesPrivateOverIpv6() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .disableLoadBalancerIpv6Internet(DisableLoadBalancerIpv6Internet.builder()
                        .loadBalancerId("alb-1")
                        .clientToken("c-1")
                        .build());

        assertSent("DisableLoadBalancerIpv6Internet", "ClientToken=c-1", "LoadBalancerId=alb-1");
        assertThat(job).isEqualTo(JOB);
    }
}
