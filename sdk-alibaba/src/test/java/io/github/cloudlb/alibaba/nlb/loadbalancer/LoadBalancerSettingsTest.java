package io.github.cloudlb.alibaba.nlb.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.InvalidInputException;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Zones, addresses, bandwidth, security groups and protections of load balancers. */
class LoadBalancerSettingsTest extends NlbWireTestBase {
    private static final String ACCEPTED = "{\"RequestId\": \"req-1\", \"JobId\": \"job-1\"}";
    private static final AcceptedJob JOB =
            AcceptedJob.builder().requestId("req-1").jobId("job-1").build();
    private static final String DONE = "{\"RequestId\": \"req-1\"}";
    private static final Confirmation CONFIRMED =
            Confirmation.builder().requestId("req-1").build();

    @Test
    @Pins(value = "AttachCommonBandwidthPackageToLoadBalancer", in = "nlb")
    void shareBandwidth() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.loadBalancers()
                .attachCommonBandwidthPackageToLoadBalancer(AttachCommonBandwidthPackageToLoadBalancer.builder()
                        .bandwidthPackageId("cbwp-1")
                        .loadBalancerId("nlb-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "AttachCommonBandwidthPackageToLoadBalancer",
                "BandwidthPackageId=cbwp-1",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "DetachCommonBandwidthPackageFromLoadBalancer", in = "nlb")
    void shareBandwidthNoMore() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.loadBalancers()
                .detachCommonBandwidthPackageFromLoadBalancer(DetachCommonBandwidthPackageFromLoadBalancer.builder()
                        .bandwidthPackageId("cbwp-1")
                        .loadBalancerId("nlb-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DetachCommonBandwidthPackageFromLoadBalancer",
                "BandwidthPackageId=cbwp-1",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "StartShiftLoadBalancerZones", in = "nlb")
    void leaveAZone() {
        answer(DONE);

        Confirmation done = nlb.loadBalancers()
                .startShiftLoadBalancerZones(StartShiftLoadBalancerZones.builder()
                        .loadBalancerId("nlb-1")
                        .addZones(ZoneRef.of("cn-hangzhou-a", "vsw-1"))
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "StartShiftLoadBalancerZones",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=cn-hangzhou-a");
        assertThat(done).isEqualTo(CONFIRMED);
    }

    @Test
    @Pins(value = "CancelShiftLoadBalancerZones", in = "nlb")
    void comeBackToAZone() {
        answer(DONE);

        Confirmation done = nlb.loadBalancers()
                .cancelShiftLoadBalancerZones(CancelShiftLoadBalancerZones.builder()
                        .loadBalancerId("nlb-1")
                        .addZones(ZoneRef.of("cn-hangzhou-a", "vsw-1"))
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CancelShiftLoadBalancerZones",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=cn-hangzhou-a");
        assertThat(done).isEqualTo(CONFIRMED);
    }

    @Test
    void leaveOneZoneAtATime() {
        List<ZoneRef> two = List.of(ZoneRef.of("cn-hangzhou-a", "vsw-1"), ZoneRef.of("cn-hangzhou-b", "vsw-2"));

        assertThatThrownBy(() -> nlb.loadBalancers().startShiftLoadBalancerZones("nlb-1", two))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ZoneMappings: \"2 entries\" is not allowed, but 1 to 1 are");
        assertThat(cloud.requests()).isEmpty();
    }

    @Test
    @Pins(value = "UpdateLoadBalancerZones", in = "nlb")
    void moveToOtherZones() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.loadBalancers()
                .updateLoadBalancerZones(UpdateLoadBalancerZones.builder()
                        .loadBalancerId("nlb-1")
                        .addZoneMappings(
                                ZoneUpdate.builder()
                                        .zoneId("cn-hangzhou-a")
                                        .vSwitchId("vsw-1")
                                        .allocationId("eip-1")
                                        .eipType(EipType.COMMON)
                                        .privateIPv4Address("10.0.0.1")
                                        .build(),
                                ZoneUpdate.of("cn-hangzhou-b", "vsw-2"))
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateLoadBalancerZones",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou",
                "ZoneMappings.1.AllocationId=eip-1",
                "ZoneMappings.1.EipType=Common",
                "ZoneMappings.1.PrivateIPv4Address=10.0.0.1",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=cn-hangzhou-a",
                "ZoneMappings.2.VSwitchId=vsw-2",
                "ZoneMappings.2.ZoneId=cn-hangzhou-b");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "UpdateLoadBalancerAddressTypeConfig", in = "nlb")
    void becomePublic() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.loadBalancers()
                .updateLoadBalancerAddressTypeConfig(UpdateLoadBalancerAddressTypeConfig.builder()
                        .loadBalancerId("nlb-1")
                        .addressType(AddressType.INTERNET)
                        .addZones(ZoneAddress.builder()
                                .zoneId("cn-hangzhou-a")
                                .vSwitchId("vsw-1")
                                .allocationId("eip-1")
                                .eipType(EipType.ANYCAST)
                                .build())
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateLoadBalancerAddressTypeConfig",
                "AddressType=Internet",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou",
                "ZoneMappings.1.AllocationId=eip-1",
                "ZoneMappings.1.EipType=Anycast",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=cn-hangzhou-a");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    void becomePublicOnlyWithAKindOfAddress() {
        UpdateLoadBalancerAddressTypeConfig.Builder change = UpdateLoadBalancerAddressTypeConfig.builder()
                .loadBalancerId("nlb-1")
                .addZones(ZoneAddress.builder().zoneId("cn-hangzhou-a").build());

        assertThatThrownBy(
                        () -> nlb.send(change.addressType(AddressType.INTERNET).build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "ZoneMappings[0].EipType: \"\" is not allowed, but it is required when AddressType is Internet");
        nlb.check(change.addressType(AddressType.INTRANET).build());
        assertThat(cloud.requests()).isEmpty();
    }

    @Test
    @Pins(value = "EnableLoadBalancerIpv6Internet", in = "nlb")
    void becomePublicOverIpv6() {
        answer(DONE);

        Confirmation done = nlb.loadBalancers()
                .enableLoadBalancerIpv6Internet(EnableLoadBalancerIpv6Internet.builder()
                        .loadBalancerId("nlb-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "EnableLoadBalancerIpv6Internet",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou");
        assertThat(done).isEqualTo(CONFIRMED);
    }

    @Test
    @Pins(value = "DisableLoadBalancerIpv6Internet", in = "nlb")
    void becomePrivateOverIpv6() {
        answer(DONE);

        Confirmation done = nlb.loadBalancers()
                .disableLoadBalancerIpv6Internet(DisableLoadBalancerIpv6Internet.builder()
                        .loadBalancerId("nlb-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DisableLoadBalancerIpv6Internet",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou");
        assertThat(done).isEqualTo(CONFIRMED);
    }

    @Test
    @Pins(value = "LoadBalancerJoinSecurityGroup", in = "nlb")
    void joinSecurityGroups() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.loadBalancers()
                .loadBalancerJoinSecurityGroup(LoadBalancerJoinSecurityGroup.builder()
                        .loadBalancerId("nlb-1")
                        .addSecurityGroupIds("sg-1", "sg-2")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "LoadBalancerJoinSecurityGroup",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou",
                "SecurityGroupIds.1=sg-1",
                "SecurityGroupIds.2=sg-2");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "LoadBalancerLeaveSecurityGroup", in = "nlb")
    void leaveSecurityGroups() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.loadBalancers()
                .loadBalancerLeaveSecurityGroup(LoadBalancerLeaveSecurityGroup.builder()
                        .loadBalancerId("nlb-1")
                        .addSecurityGroupIds("sg-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "LoadBalancerLeaveSecurityGroup",
                "ClientToken=c-1",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou",
                "SecurityGroupIds.1=sg-1");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "UpdateLoadBalancerProtection", in = "nlb")
    void areProtected() {
        answer(DONE);

        Confirmation done = nlb.loadBalancers()
                .updateLoadBalancerProtection(UpdateLoadBalancerProtection.builder()
                        .loadBalancerId("nlb-1")
                        .deletionProtectionEnabled(true)
                        .deletionProtectionReason("in-use")
                        .modificationProtectionStatus(ModificationProtectionStatus.CONSOLE_PROTECTION)
                        .modificationProtectionReason("by-tool")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateLoadBalancerProtection",
                "ClientToken=c-1",
                "DeletionProtectionEnabled=true",
                "DeletionProtectionReason=in-use",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "ModificationProtectionReason=by-tool",
                "ModificationProtectionStatus=ConsoleProtection",
                "RegionId=cn-hangzhou");
        assertThat(done).isEqualTo(CONFIRMED);
    }
}
