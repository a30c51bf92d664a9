package io.github.cloudlb.alibaba.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.AddressIpVersion;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.MalformedAnswerException;
import org.junit.jupiter.api.Test;

import java.time.Instant;

/** A load balancer with all that the service tells of it. */
class ReadLoadBalancerTest extends WireTestBase {
    /** What lists tell, too. */
    static final String LISTED = """
            "AccessLogConfig": {"LogProject": "project", "LogStore": "store"}, "AddressAllocatedMode": "Fixed",
            "AddressIpVersion": "DualStack", "AddressType": "Internet", "BandwidthPackageId": "cbwp-1",
            "CreateTime": "2022-07-02T02:49:05Z", "DNSName": "web.alb.example",
            "DeletionProtectionConfig": {"Enabled": true, "EnabledTime": "2022-08-02T02:49:05Z"},
            "Ipv6AddressType": "Intranet", "LoadBalancerBillingConfig": {"PayType": "PostPay"},
            "LoadBalancerBussinessStatus": "Normal", "LoadBalancerEdition": "Basic", "LoadBalancerId": "alb-1",
            "LoadBalancerName": "web",
            "LoadBalancerOperationLocks": [{"LockReason": "overdue", "LockType": "FinancialLocked"}],
            "LoadBalancerStatus": "Active",
            "ModificationProtectionConfig": {"Reason": "managed elsewhere", "Status": "NonProtection"},
            "ResourceGroupId": "rg-1", "SecurityGroupIds": ["sg-1", "sg-2"],
            "Tags": [{"Key": "env", "Value": "prod"}], "VpcId": "vpc-1"
            """;

    static LoadBalancer.Builder listed() {
        LoadBalancer.Builder listed = LoadBalancer.builder();
        listed.accessLogConfig(AccessLogConfig.builder()
                        .logProject("project")
                        .logStore("store")
                        .build())
                .addressAllocatedMode(AddressAllocatedMode.FIXED)
                .addressIpVersion(AddressIpVersion.DUAL_STACK)
                .addressType(AddressType.INTERNET)
                .bandwidthPackageId("cbwp-1")
                .createTime(Instant.parse("2022-07-02T02:49:05Z"))
                .dnsName("web.alb.example")
                .deletionProtectionConfig(DeletionProtectionConfig.builder()
                        .enabled(true)
                        .enabledTime(Instant.parse("2022-08-02T02:49:05Z"))
                        .build())
                .ipv6AddressType(AddressType.INTRANET)
                .billingConfig(LoadBalancerBillingConfig.postPay())
                .loadBalancerBusinessStatus(LoadBalancerBusinessStatus.NORMAL)
                .loadBalancerEdition(LoadBalancerEdition.BASIC)
                .loadBalancerId("alb-1")
                .loadBalancerName("web")
                .addOperationLocks(OperationLock.builder()
                        .lockReason("overdue")
                        .lockType(OperationLockType.FINANCIAL_LOCKED)
                        .build())
                .loadBalancerStatus(LoadBalancerStatus.ACTIVE)
                .modificationProtectionConfig(ModificationProtectionConfig.builder()
                        .reason("managed elsewhere")
                        .status(ModificationProtectionStatus.NON_PROTECTION)
                        .build())
                .resourceGroupId("rg-1")
                .addSecurityGroupIds("sg-1", "sg-2")
                .addTags(Tag.builder().key("env").value("prod").build())
                .vpcId("vpc-1");
        return listed;
    }

    @Test
    @Pins("GetLoadBalancerAttribute")
    void isReadWithItsZones() {
        answer("{" + LISTED + """
                , "RegionId": "cn-hangzhou", "RequestId": "req-1",
                "ZoneMappings": [{"LoadBalancerAddresses": [{"Address": "198.51.100.1", "AllocationId": "eip-1",
                        "EipType": "Common", "IntranetAddress": "192.0.2.1", "IntranetAddressHcStatus": "Healthy",
                        "Ipv4LocalAddresses": ["192.0.2.8", "192.0.2.9"], "Ipv6Address": "2001:db8::1",
                        "Ipv6AddressHcStatus": "Unhealthy", "Ipv6LocalAddresses": ["2001:db8::8"]}],
                    "Status": "Shifted", "VSwitchId": "vsw-1", "ZoneId": "zone-a"}]}
                """);

        LoadBalancer found = client.loadBalancers().getLoadBalancerAttribute("alb-1");

        assertSent("GetLoadBalancerAttribute", "LoadBalancerId=alb-1");
        LoadBalancerAddress address = LoadBalancerAddress.builder()
                .address("198.51.100.1")
                .allocationId("eip-1")
                .eipType(EipType.COMMON)
                .intranetAddress("192.0.2.1")
                .intranetAddressHealth(AddressHealth.HEALTHY)
                .addIpv4LocalAddresses("192.0.2.8", "192.0.2.9")
                .ipv6Address("2001:db8::1")
                .ipv6AddressHealth(AddressHealth.UNHEALTHY)
                .addIpv6LocalAddresses("2001:db8::8")
                .build();
        assertThat(found)
                .isEqualTo(listed().regionId("cn-hangzhou")
                        .requestId("req-1")
                        .addZoneMappings(LoadBalancerZone.builder()
                                .addAddresses(address)
                                .status(ZoneStatus.SHIFTED)
                                .vSwitchId("vsw-1")
                                .zoneId("zone-a")
                                .build())
                        .build());
        assertThat(found.unlisted()).isEmpty();
    }

    @Test
    void knowsTheStatusThatOnlyADeletionTells() {
        answer("{\"LoadBalancerId\": \"alb-1\", \"LoadBalancerStatus\": \"Deleting\"}");

        assertThat(client.loadBalancers().getLoadBalancerAttribute("alb-1").loadBalancerStatus())
                .isSameAs(LoadBalancerStatus.DELETING);
    }

    @Test
    void isNoneWithoutAStatus() {
        answer("{\"LoadBalancerId\": \"alb-1\"}");

        assertThatThrownBy(() ->
                        client.with(CallOptions.attempts(1)).loadBalancers().getLoadBalancerAttribute("alb-1"))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("loadBalancerStatus");
    }
}
