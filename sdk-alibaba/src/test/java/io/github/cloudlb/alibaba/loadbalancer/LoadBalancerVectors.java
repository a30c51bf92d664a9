package io.github.cloudlb.alibaba.loadbalancer;

import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.region.DescribeRegions;
import io.github.cloudlb.core.Request;

import java.util.Map;

/** The requests that the vendor's own client was seen to send for load balancers and regions. */
public final class LoadBalancerVectors {
    /** By the name of the vector. */
    public static final Map<String, Request<?>> REQUESTS = Map.of(
            "no-parameters",
            DescribeRegions.builder().build(),
            "list-with-arrays-and-page",
            ListLoadBalancers.builder()
                    .addLoadBalancerIds("alb-0001", "alb-0002")
                    .addressType(AddressType.INTERNET)
                    .addTags(tag("env", "test"), tag("team", "a b"))
                    .maxResults(20)
                    .nextToken("FFmyTO70tTpLG6I3FmYAXGKPd==")
                    .build(),
            "create-load-balancer",
            CreateLoadBalancer.builder()
                    .loadBalancerName("example")
                    .addressType(AddressType.INTERNET)
                    .addressAllocatedMode(AddressAllocatedMode.DYNAMIC)
                    .vpcId("vpc-0001")
                    .loadBalancerEdition(LoadBalancerEdition.STANDARD)
                    .clientToken("5A2CFF0E-5718-45B5-9D4D-70B3FF3898")
                    .deletionProtectionEnabled(true)
                    .billingConfig(LoadBalancerBillingConfig.postPay())
                    .modificationProtectionConfig(ModificationProtectionConfig.builder()
                            .status(ModificationProtectionStatus.CONSOLE_PROTECTION)
                            .reason("managed by example")
                            .build())
                    .addZoneMappings(ZoneMapping.of("zone-a", "vsw-0001"), ZoneMapping.of("zone-b", "vsw-0002"))
                    .addTags(tag("env", "test"))
                    .build(),
            "delete-with-token-and-dry-run",
            DeleteLoadBalancer.builder()
                    .loadBalancerId("alb-0001")
                    .clientToken("c-3")
                    .dryRun(true)
                    .build());

    private LoadBalancerVectors() {}

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
