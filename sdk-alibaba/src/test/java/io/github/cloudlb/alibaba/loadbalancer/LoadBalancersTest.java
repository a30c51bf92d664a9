package io.github.cloudlb.alibaba.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.AddressIpVersion;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

/** Load balancers as they go over the wire: from their creation to their end. */
class LoadBalancersTest extends WireTestBase {
    static final String ACCEPTED = "{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}";
    static final AcceptedJob JOB =
            AcceptedJob.builder().jobId("job-1").requestId("req-1").build();
    private static final Tag PROD = Tag.builder().key("env").value("prod").build();
    private static final ModificationProtectionConfig PROTECTED = ModificationProtectionConfig.builder()
            .status(ModificationProtectionStatus.CONSOLE_PROTECTION)
            .reason("managed elsewhere")
            .build();

    @Test
    @Pins("CreateLoadBalancer")
    void areCreated() {
        answer("{\"LoadBalancerId\": \"alb-1\", \"RequestId\": \"req-1\"}");

        CreatedLoadBalancer created = client.loadBalancers()
                .createLoadBalancer(CreateLoadBalancer.builder()
                        .addressAllocatedMode(AddressAllocatedMode.FIXED)
                        .addressIpVersion(AddressIpVersion.DUAL_STACK)
                        .addressType(AddressType.INTERNET)
                        .billingConfig(LoadBalancerBillingConfig.builder()
                                .payType(PayType.POST_PAY)
                                .bandwidthPackageId("cbwp-1")
                                .build())
                        .clientToken("c-1")
                        .deletionProtectionEnabled(true)
                        .loadBalancerEdition(LoadBalancerEdition.STANDARD_WITH_WAF)
                        .loadBalancerName("web")
                        .modificationProtectionConfig(PROTECTED)
                        .resourceGroupId("rg-1")
                        .addSecurityGroupIds("sg-1", "sg-2")
                        .addTags(PROD)
                        .vpcId("vpc-1")
                        .addZoneMappings(
                                ZoneMapping.builder()
                                        .zoneId("zone-a")
                                        .vSwitchId("vsw-1")
                                        .allocationId("eip-1")
                                        .eipType(EipType.ANYCAST)
                                        .intranetAddress("192.0.2.1")
                                        .build(),
                                ZoneMapping.of("zone-b", "vsw-2"))
                        .build());

        assertSent(
                "CreateLoadBalancer",
                "AddressAllocatedMode=Fixed",
                "AddressIpVersion=DualStack",
                "AddressType=Internet",
                "ClientToken=c-1",
                "DeletionProtectionEnabled=true",
                "LoadBalancerBillingConfig.BandwidthPackageId=cbwp-1",
                "LoadBalancerBillingConfig.PayType=PostPay",
                "LoadBalancerEdition=StandardWithWaf",
                "LoadBalancerName=web",
                "ModificationProtectionConfig.Reason=managed elsewhere",
                "ModificationProtectionConfig.Status=ConsoleProtection",
                "ResourceGroupId=rg-1",
                "SecurityGroupIds.1.SecurityGroupId=sg-1",
                "SecurityGroupIds.2.SecurityGroupId=sg-2",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "VpcId=vpc-1",
                "ZoneMappings.1.AllocationId=eip-1",
                "ZoneMappings.1.EipType=Anycast",
                "ZoneMappings.1.IntranetAddress=192.0.2.1",
                "ZoneMappings.1.VSwitchId=vsw-1",
                "ZoneMappings.1.ZoneId=zone-a",
                "ZoneMappings.2.VSwitchId=vsw-2",
                "ZoneMappings.2.ZoneId=zone-b");
        assertThat(created)
                .isEqualTo(CreatedLoadBalancer.builder()
                        .loadBalancerId("alb-1")
                        .requestId("req-1")
                        .build());
    }

    @Test
    @Pins("ListLoadBalancers")
    void areListed() {
        answer("{\"LoadBalancers\": [{" + ReadLoadBalancerTest.LISTED
                + "}], \"MaxResults\": 50, \"NextToken\": \"t-2\","
                + " \"RequestId\": \"req-1\", \"TotalCount\": 1000}");
        ListLoadBalancers request = ListLoadBalancers.builder()
                .addressIpVersion(AddressIpVersion.IPV4)
                .addressType(AddressType.INTRANET)
                .dnsName("web.alb.example")
                .ipv6AddressType(AddressType.INTERNET)
                .loadBalancerBusinessStatus(LoadBalancerBusinessStatus.ABNORMAL)
                .addLoadBalancerIds("alb-1", "alb-2")
                .addLoadBalancerNames("web", "api")
                .loadBalancerStatus(LoadBalancerStatus.PROVISIONING)
                .maxResults(50)
                .nextToken("t-1")
                .payType(PayType.POST_PAY)
                .resourceGroupId("rg-1")
                .addTags(PROD)
                .addVpcIds("vpc-1", "vpc-2")
                .zoneId("zone-a")
                .build();

        Page<LoadBalancer> page = client.send(request);

        assertSent(
                "ListLoadBalancers",
                "AddressIpVersion=IPv4",
                "AddressType=Intranet",
                "DNSName=web.alb.example",
                "Ipv6AddressType=Internet",
                "LoadBalancerBussinessStatus=Abnormal",
                "LoadBalancerIds.1=alb-1",
                "LoadBalancerIds.2=alb-2",
                "LoadBalancerNames.1=web",
                "LoadBalancerNames.2=api",
                "LoadBalancerStatus=Provisioning",
                "MaxResults=50",
                "NextToken=t-1",
                "PayType=PostPay",
                "ResourceGroupId=rg-1",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "VpcIds.1=vpc-1",
                "VpcIds.2=vpc-2",
                "ZoneId=zone-a");
        assertThat(page.items()).containsExactly(ReadLoadBalancerTest.listed().build());
        assertGoesOn(
                page,
                ListLoadBalancers.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }

    @Test
    @Pins("UpdateLoadBalancerAttribute")
    void areRenamedAndProtected() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .updateLoadBalancerAttribute(UpdateLoadBalancerAttribute.builder()
                        .loadBalancerId("alb-1")
                        .loadBalancerName("api")
                        .modificationProtectionConfig(PROTECTED)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateLoadBalancerAttribute",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "LoadBalancerName=api",
                "ModificationProtectionConfig.Reason=managed elsewhere",
                "ModificationProtectionConfig.Status=ConsoleProtection");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins("DeleteLoadBalancer")
    void areDeletedWithoutWhatIsToBeKept() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .deleteLoadBalancer(DeleteLoadBalancer.builder()
                        .loadBalancerId("alb-1")
                        .addRetainResourceTypes("Eip", "SecurityGroup")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DeleteLoadBalancer",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "RetainResourceType.1=Eip",
                "RetainResourceType.2=SecurityGroup");
        assertThat(job).isEqualTo(JOB);
    }
}
