package io.github.cloudlb.openstack.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.BeforeSending;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.l7policy.L7Action;
import io.github.cloudlb.openstack.l7policy.NewL7Policy;
import io.github.cloudlb.openstack.listener.ListenerProtocol;
import io.github.cloudlb.openstack.listener.NewListener;
import io.github.cloudlb.openstack.pool.NewMember;
import io.github.cloudlb.openstack.pool.NewPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/** What is refused of load balancers before anything is sent. */
class LoadBalancerChecksTest extends BeforeSending {
    @Observed(in = Area.REFUSED, value = "A load balancer needs one of a subnet, a network and a port")
    @Test
    void anAddressNeedsASubnetANetworkOrAPort() {
        octavia.check(CreateLoadBalancer.builder().vipNetworkId("n-1").build());
        octavia.check(CreateLoadBalancer.builder().vipPortId("port-1").build());

        assertRefused(
                octavia,
                CreateLoadBalancer.builder().name("a").build(),
                "vip_subnet_id: \"\" is not allowed, but it is required when there is none of vip_network_id, vip_port_id");
        assertRefused(
                otc,
                CreateLoadBalancer.builder().name("a").build(),
                "vip_subnet_id",
                "required when the dialect is otc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "192.0.2.256", "192.0.2.031"})
    void anAddressIsAnIpAddressOnOctavia(String address) {
        assertRefused(octavia, create().vipAddress(address).build(), "vip_address: \"" + address + "\"");
        assertRefused(
                octavia,
                create().addAdditionalVips(AdditionalVip.builder()
                                .subnetId("s-2")
                                .ipAddress(address)
                                .build())
                        .build(),
                "additional_vips[0].ip_address: \"" + address + "\"");
    }

    @Test
    void oneMoreAddressNeedsItsSubnet() {
        assertRefused(
                octavia,
                create().addAdditionalVips(AdditionalVip.builder().build()).build(),
                "additional_vips[0].subnet_id",
                "it is required");
    }

    @Observed(in = Area.REFUSED, value = "Names, descriptions and tags have 255 characters at most")
    @Test
    void textsHaveTheLengthOfTheirCloud() {
        octavia.check(create().name("é".repeat(255)).build());

        assertRefused(octavia, create().name("x".repeat(256)).build(), "name", "0 to 255 characters");
        assertRefused(otc, update().description("x".repeat(256)).build(), "description", "0 to 255 characters");
        assertRefused(octavia, create().provider("x".repeat(65)).build(), "provider", "0 to 64 characters");
        assertRefused(octavia, create().projectId("x".repeat(37)).build(), "project_id", "0 to 36 characters");
        assertRefused(octavia, create().addTags("ok", "x".repeat(256)).build(), "tags", "0 to 255 characters");
    }

    @Test
    void openTelekomCloudHasOneProvider() {
        otc.check(create().provider("vlb").build());
        octavia.check(create().provider("ovn").build());

        assertRefused(otc, create().provider("ovn").build(), "provider: \"ovn\" is not allowed, but one of vlb is");
    }

    @Test
    void aStatusToFilterByIsOneThatTheCloudHas() {
        octavia.check(ListLoadBalancers.builder()
                .provisioningStatus(ProvisioningStatus.ERROR)
                .build());
        otc.check(ListLoadBalancers.builder()
                .provisioningStatus(ProvisioningStatus.unlisted("FROZEN"))
                .build());

        assertRefused(
                otc,
                ListLoadBalancers.builder()
                        .provisioningStatus(ProvisioningStatus.ERROR)
                        .build(),
                "provisioning_status: \"ERROR\" is not allowed, but one of ACTIVE is");
    }

    @Test
    void whatIsMadeWithALoadBalancerIsCheckedToo() {
        NewListener.Builder listener =
                NewListener.builder().protocol(ListenerProtocol.HTTP).protocolPort(80);
        NewMember member = NewMember.builder()
                .address("192.0.2.1")
                .protocolPort(80)
                .weight(257)
                .build();
        NewPool pool = NewPool.builder().name("main").addMembers(member).build();

        assertRefused(
                octavia,
                create().addListeners(listener.protocolPort(0).build()).build(),
                "listeners[0].protocol_port: \"0\" is not allowed, but 1 to 65535 is");
        assertRefused(
                octavia,
                create().addListeners(
                                listener.protocolPort(80).defaultPool(pool).build())
                        .build(),
                "listeners[0].default_pool.members[0].weight: \"257\" is not allowed, but 0 to 256 is");
        assertRefused(
                octavia,
                create().addListeners(NewListener.builder()
                                .protocol(ListenerProtocol.HTTP)
                                .protocolPort(80)
                                .timeoutMemberData(Duration.ofDays(25))
                                .build())
                        .build(),
                "listeners[0].timeout_member_data: \"2160000000\" is not allowed, but 0 to 2073600000 is");
        assertRefused(
                octavia,
                create().addListeners(NewListener.builder()
                                .protocol(ListenerProtocol.HTTP)
                                .protocolPort(80)
                                .addL7Policies(NewL7Policy.builder()
                                        .action(L7Action.REJECT)
                                        .position(0)
                                        .build())
                                .build())
                        .build(),
                "listeners[0].l7policies[0].position: \"0\"");
        assertRefused(octavia, create().addPools(pool).build(), "pools[0].members[0].weight: \"257\" is not allowed");
    }

    @Test
    void openTelekomCloudMakesOneThingAtATime() {
        assertUnsupported(
                otc,
                create().addPools(NewPool.named("main")).build(),
                "pools does not exist in the dialect otc, only in octavia; make the pools after the load balancer");
        assertUnsupported(
                otc,
                create().addListeners(NewListener.builder()
                                .protocol(ListenerProtocol.HTTP)
                                .protocolPort(80)
                                .build())
                        .build(),
                "make the listeners after the load balancer");
    }

    @Test
    void openTelekomCloudCannotDeleteByCascadeAndIsToldTheNearestWay() {
        assertThatThrownBy(() -> otc.loadBalancers().deleteLoadBalancerWithChildren("lb-1"))
                .isInstanceOfSatisfying(UnsupportedException.class, refused -> {
                    assertThat(refused.applied()).isEqualTo(Applied.NO);
                    assertThat(refused)
                            .hasMessageContaining("cascade does not exist in the dialect otc, only in octavia;"
                                    + " delete its listeners and its pools first");
                });
    }

    @Observed(in = Area.MEMBERS, value = "tenant_id doubles project_id in answers, but is 400 as a filter")
    @Test
    void whatACloudLacksIsNotSentToIt() {
        assertUnsupported(octavia, ListLoadBalancers.builder().vpcId("v-1").build(), "vpc_id");
        assertUnsupported(
                octavia, ListLoadBalancers.builder().memberDeviceId("i-1").build(), "member_device_id");
        assertUnsupported(
                octavia, ListLoadBalancers.builder().memberAddress("192.0.2.1").build(), "member_address");
        assertUnsupported(octavia, ListLoadBalancers.builder().tenantId("326d").build(), "tenant_id");
        assertUnsupported(otc, ShowLoadBalancerStats.of("lb-1"), "ShowLoadBalancerStats");
        assertUnsupported(otc, FailoverLoadBalancer.of("lb-1"), "FailoverLoadBalancer");
        assertUnsupported(otc, create().flavorId("f-1").build(), "flavor_id");
        assertUnsupported(otc, update().clearVipQosPolicyId().build(), "vip_qos_policy_id does not exist");
    }

    @Observed(in = Area.NULLS, value = "tags: null does nothing, tags: [] clears")
    @Test
    void onlyWhatNullSetsBackIsCleared() {
        octavia.check(update().clearName().build());

        assertRefused(octavia, update().addCleared("admin_state_up").build(), "cleared: \"admin_state_up\"");
        assertRefused(octavia, update().addCleared("tags").build(), "cleared: \"tags\"");
        assertRefused(octavia, update().name("a").clearName().build(), "name", "it is cleared");
        assertUnsupported(otc, update().clearName().build(), "clearing name does not exist in the dialect otc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a?b", "a b"})
    void anIdCannotReachAnotherPath(String id) {
        assertRefused(octavia, ShowLoadBalancer.of(id), "loadbalancer_id: \"" + id + "\"");
        assertRefused(octavia, RemoveLoadBalancer.of(id), "loadbalancer_id: \"" + id + "\"");
        assertRefused(octavia, FailoverLoadBalancer.of(id), "loadbalancer_id: \"" + id + "\"");
    }

    private static CreateLoadBalancer.Builder create() {
        return CreateLoadBalancer.builder().vipSubnetId("s-1");
    }

    private static UpdateLoadBalancer.Builder update() {
        return UpdateLoadBalancer.builder().loadBalancerId("lb-1");
    }
}
