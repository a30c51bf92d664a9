package io.github.cloudlb.alibaba.nlb.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.nlb.common.AddressIpVersion;
import io.github.cloudlb.alibaba.nlb.tag.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;

class LoadBalancersTest extends NlbWireTestBase {
    private static final String ACCEPTED = "{\"RequestId\": \"req-1\", \"JobId\": \"job-1\"}";
    private static final AcceptedJob JOB =
            AcceptedJob.builder().requestId("req-1").jobId("job-1").build();
    private static final Tag ENV = Tag.builder().key("env").value("prod").build();

    /** As both answers have it but for its zones and tags. */
    private static final String LOAD_BALANCER = """
            "AddressIpVersion": "DualStack",
            "AddressType": "Internet",
            "BandwidthPackageId": "cbwp-1",
            "CreateTime": "2022-07-02T02:49:05Z",
            "CrossZoneEnabled": true,
            "DNSName": "nlb-1.cn-hangzhou.nlb.aliyuncs.com",
            "DeletionProtectionConfig": {
                "Enabled": true, "EnabledTime": "2022-11-02T02:49:05Z", "Reason": "in-use"},
            "Ipv6AddressType": "Intranet",
            "LoadBalancerBillingConfig": {"PayType": "PostPay"},
            "LoadBalancerBusinessStatus": "Normal",
            "LoadBalancerId": "nlb-1",
            "LoadBalancerName": "front",
            "LoadBalancerStatus": "Active",
            "LoadBalancerType": "Network",
            "ModificationProtectionConfig": {
                "EnabledTime": "2022-12-02T02:49:05Z", "Reason": "by-tool", "Status": "ConsoleProtection"},
            "OperationLocks": [{"LockReason": "no money", "LockType": "FinancialLocked"}],
            "RegionId": "cn-hangzhou",
            "ResourceGroupId": "rg-1",
            "SecurityGroupIds": ["sg-1"],
            "VpcId": "vpc-1",
            """;

    private static LoadBalancer.Builder loadBalancer() {
        return LoadBalancer.builder()
                .addressIpVersion(AddressIpVersion.DUAL_STACK)
                .addressType(AddressType.INTERNET)
                .bandwidthPackageId("cbwp-1")
                .createTime(Instant.parse("2022-07-02T02:49:05Z"))
                .crossZoneEnabled(true)
                .dnsName("nlb-1.cn-hangzhou.nlb.aliyuncs.com")
                .deletionProtectionConfig(DeletionProtectionConfig.builder()
                        .enabled(true)
                        .enabledTime(Instant.parse("2022-11-02T02:49:05Z"))
                        .reason("in-use")
                        .build())
                .ipv6AddressType(AddressType.INTRANET)
                .billingConfig(LoadBalancerBillingConfig.builder()
                        .payType(PayType.POST_PAY)
                        .build())
                .loadBalancerBusinessStatus(LoadBalancerBusinessStatus.NORMAL)
                .loadBalancerId("nlb-1")
                .loadBalancerName("front")
                .loadBalancerStatus(LoadBalancerStatus.ACTIVE)
                .loadBalancerType(LoadBalancerType.NETWORK)
                .modificationProtectionConfig(ModificationProtectionConfig.builder()
                        .enabledTime(Instant.parse("2022-12-02T02:49:05Z"))
                        .reason("by-tool")
                        .status(ModificationProtectionStatus.CONSOLE_PROTECTION)
                        .build())
                .addOperationLocks(OperationLock.builder()
                        .lockReason("no money")
                        .lockType(OperationLockType.FINANCIAL_LOCKED)
                        .build())
                .regionId("cn-hangzhou")
                .resourceGroupId("rg-1")
                .addSecurityGroupIds("sg-1")
                .addTags(ENV)
                .vpcId("vpc-1");
    }

    private static LoadBalancerAddress.Builder address() {
        return LoadBalancerAddress.builder()
                .allocationId("eip-1")
                .eniId("eni-1")
                .ipv6Address("2001:db8::1")
                .privateIPv4Address("10.0.0.1")
                .privateIPv4Health(AddressHealth.HEALTHY)
                .privateIPv6Health(AddressHealth.UNHEALTHY)
                .publicIPv4Address("192.0.2.1");
    }

    private static LoadBalancerZone zone(LoadBalancerAddress address) {
        return LoadBalancerZone.builder()
                .addAddresses(address)
                .status(ZoneStatus.ACTIVE)
                .vSwitchId("vsw-1")
                .zoneId("cn-hangzhou-a")
                .build();
    }

    @Test
    @Pins(value = "CreateLoadBalancer", in = "nlb")
    void areCreatedWithoutAJob() {
        answer("{\"RequestId\": \"req-1\", \"LoadbalancerId\": \"nlb-1\", \"OrderId\": 202230390180210}");

        CreatedLoadBalancer created = nlb.loadBalancers()
                .createLoadBalancer(CreateLoadBalancer.builder()
                        .addressType(AddressType.INTERNET)
                        .addressIpVersion(AddressIpVersion.DUAL_STACK)
                        .vpcId("vpc-1")
                        .addZoneMappings(
                                ZoneMapping.builder()
                                        .zoneId("cn-hangzhou-a")
                                        .vSwitchId("vsw-1")
                                        .allocationId("eip-1")
                                        .privateIPv4Address("10.0.0.1")
                                        .ipv6Address("2001:db8::1")
                                        .addIpv4LocalAddresses("10.0.0.2", "10.0.0.3")
                                        .addIpv6LocalAddresses("2001:db8::2", "2001:db8::3")
                                        .build(),
                                ZoneMapping.of("cn-hangzhou-b", "vsw-2"))
                        .loadBalancerName("front")
                        .loadBalancerType(LoadBalancerType.NETWORK)
                        .bandwidthPackageId("cbwp-1")
                        .billingConfig(LoadBalancerBillingConfig.builder()
                                .payType(PayType.POST_PAY)
                                .build())
                        .deletionProtectionConfig(DeletionProtectionConfig.builder()
                                .enabled(true)
                                .reason("in-use")
                                .build())
                        .modificationProtectionConfig(ModificationProtectionConfig.builder()
                                .status(ModificationProtectionStatus.CONSOLE_PROTECTION)
                                .reason("by-tool")
                                .build())
                        .addTags(ENV)
                        .resourceGroupId("rg-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateLoadBalancer",
                "AddressIpVersion=DualStack",
                "AddressType=Internet",
                "BandwidthPackageId=cbwp-1",
                "ClientToken=c-1",
                "DeletionProtectionConfig.Enabled=true",
                "DeletionProtectionConfig.Reason=in-use",
                "DryRun=true",
                "LoadBalancerBillingConfig.PayType=PostPay",
                "LoadBalancerName=front",
                "LoadBalancerType=network",
                "ModificationProtectionConfig.Reason=by-tool",
                "ModificationProtectionConfig.Status=ConsoleProtection",
                "RegionId=cn-hangzhou",
                "ResourceGroupId=rg-1",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "VpcId=vpc-1",
                "ZoneMappings.1.AllocationId=eip-1",
                "ZoneMappings.1.Ipv4LocalAddresses.1=10.0.0.2",
                "ZoneMappings.1.Ipv4LocalAddresses.2=10.0.0.3",
                "ZoneMappings.1.Ipv6Address=2001:db8::1",
                "ZoneMappings.1.Ipv6LocalAddresses.1=2001:db8::2",
                "ZoneMappings.1.Ipv6LocalAddresses.2=2001:db8::3",
                "ZoneMappings.1.PrivateIPv4Address=10.0.0.1",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=cn-hangzhou-a",
                "ZoneMappings.2.VSwitchId=vsw-2",
                "ZoneMappings.2.ZoneId=cn-hangzhou-b");
        assertThat(created)
                .isEqualTo(CreatedLoadBalancer.builder()
                        .requestId("req-1")
                        .loadBalancerId("nlb-1")
                        .orderId(202230390180210L)
                        .build());
    }

    @Test
    @Pins(value = "DeleteLoadBalancer", in = "nlb")
    void areDeleted() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.loadBalancers()
                .deleteLoadBalancer(DeleteLoadBalancer.builder()
                        .loadBalancerId("nlb-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DeleteLoadBalancer", "ClientToken=c-1", "DryRun=true", "LoadBalancerId=nlb-1", "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "GetLoadBalancerAttribute", in = "nlb")
    void areRead() {
        answer("{\"RequestId\": \"req-1\", " + LOAD_BALANCER + """
                "Cps": 1000,
                "Tags": [{"TagKey": "env", "TagValue": "prod"}],
                "ZoneMappings": [{
                    "LoadBalancerAddresses": [{
                        "AllocationId": "eip-1",
                        "EniId": "eni-1",
                        "Ipv4LocalAddresses": ["10.0.0.2"],
                        "Ipv6Address": "2001:db8::1",
                        "Ipv6LocalAddresses": ["2001:db8::2"],
                        "PrivateIPv4Address": "10.0.0.1",
                        "PrivateIPv4HcStatus": "Healthy",
                        "PrivateIPv6HcStatus": "Unhealthy",
                        "PublicIPv4Address": "192.0.2.1"}],
                    "Status": "Active",
                    "VSwitchId": "vsw-1",
                    "ZoneId": "cn-hangzhou-a"}]}
                """);

        LoadBalancer loadBalancer = nlb.loadBalancers()
                .getLoadBalancerAttribute(GetLoadBalancerAttribute.builder()
                        .loadBalancerId("nlb-1")
                        .regionId("cn-hangzhou")
                        .dryRun(false)
                        .clientToken("c-1")
                        .build());

        assertAsked(
                "GetLoadBalancerAttribute",
                "ClientToken=c-1",
                "DryRun=false",
                "LoadBalancerId=nlb-1",
                "RegionId=cn-hangzhou");
        assertThat(loadBalancer)
                .isEqualTo(loadBalancer()
                        .requestId("req-1")
                        .connectionsPerSecond(1000)
                        .addZones(zone(address()
                                .addIpv4LocalAddresses("10.0.0.2")
                                .addIpv6LocalAddresses("2001:db8::2")
                                .build()))
                        .build());
    }

    @Test
    void areReadByTheirIdsAlone() {
        answer("{\"RequestId\": \"req-1\", \"LoadBalancerId\": \"nlb-1\"}");

        assertThat(nlb.loadBalancers().getLoadBalancerAttribute("nlb-1").loadBalancerId())
                .isEqualTo("nlb-1");

        assertAsked("GetLoadBalancerAttribute", "LoadBalancerId=nlb-1");
    }

    @Test
    void tellWhenTheyWereCreatedInEitherFormOfTheVendorsText() {
        answer("{\"RequestId\": \"req-1\", \"LoadBalancerId\": \"nlb-1\", \"CreateTime\": \"1656730145000\"}");

        assertThat(nlb.loadBalancers().getLoadBalancerAttribute("nlb-1").createTime())
                .contains(Instant.parse("2022-07-02T02:49:05Z"));
    }

    @Test
    @Pins(value = "ListLoadBalancers", in = "nlb")
    void areListed() {
        answer("{\"RequestId\": \"req-1\", \"MaxResults\": 20, \"TotalCount\": 1, \"LoadBalancers\": [{" + LOAD_BALANCER
                + """
                "Tags": [{"Key": "env", "Value": "prod"}],
                "ZoneMappings": [{
                    "LoadBalancerAddresses": [{
                        "AllocationId": "eip-1",
                        "EniId": "eni-1",
                        "Ipv6Address": "2001:db8::1",
                        "PrivateIPv4Address": "10.0.0.1",
                        "PrivateIPv4HcStatus": "Healthy",
                        "PrivateIPv6HcStatus": "Unhealthy",
                        "PublicIPv4Address": "192.0.2.1"}],
                    "Status": "Active",
                    "VSwitchId": "vsw-1",
                    "ZoneId": "cn-hangzhou-a"}]}]}
                """);

        assertThat(nlb.loadBalancers()
                        .listLoadBalancers(ListLoadBalancers.builder()
                                .addLoadBalancerIds("nlb-1", "nlb-2")
                                .addLoadBalancerNames("front")
                                .loadBalancerStatus(LoadBalancerStatus.ACTIVE)
                                .loadBalancerBusinessStatus(LoadBalancerBusinessStatus.NORMAL)
                                .loadBalancerType(LoadBalancerType.NETWORK)
                                .addressType(AddressType.INTERNET)
                                .addressIpVersion(AddressIpVersion.IPV4)
                                .ipv6AddressType(AddressType.INTRANET)
                                .dnsName("nlb-1.cn-hangzhou.nlb.aliyuncs.com")
                                .addVpcIds("vpc-1")
                                .zoneId("cn-hangzhou-a")
                                .addTags(ENV)
                                .resourceGroupId("rg-1")
                                .maxResults(20)
                                .nextToken("t")
                                .regionId("cn-hangzhou")
                                .build()))
                .containsExactly(
                        loadBalancer().addZones(zone(address().build())).build());

        assertAsked(
                "ListLoadBalancers",
                "AddressIpVersion=ipv4",
                "AddressType=Internet",
                "DNSName=nlb-1.cn-hangzhou.nlb.aliyuncs.com",
                "Ipv6AddressType=Intranet",
                "LoadBalancerBusinessStatus=Normal",
                "LoadBalancerIds.1=nlb-1",
                "LoadBalancerIds.2=nlb-2",
                "LoadBalancerNames.1=front",
                "LoadBalancerStatus=Active",
                "LoadBalancerType=network",
                "MaxResults=20",
                "NextToken=t",
                "RegionId=cn-hangzhou",
                "ResourceGroupId=rg-1",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "VpcIds.1=vpc-1",
                "ZoneId=cn-hangzhou-a");
    }

    @Test
    @Pins(value = "UpdateLoadBalancerAttribute", in = "nlb")
    void areChanged() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.loadBalancers()
                .updateLoadBalancerAttribute(UpdateLoadBalancerAttribute.builder()
                        .loadBalancerId("nlb-1")
                        .loadBalancerName("back")
                        .connectionsPerSecond(1000)
                        .crossZoneEnabled(false)
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateLoadBalancerAttribute",
                "ClientToken=c-1",
                "Cps=1000",
                "CrossZoneEnabled=false",
                "DryRun=true",
                "LoadBalancerId=nlb-1",
                "LoadBalancerName=back",
                "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }
}
