package io.github.cloudlb.openstack.live;

import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.Waiter;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.live.PlainHttp.Said;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancer;
import io.github.cloudlb.openstack.pool.BatchMember;
import io.github.cloudlb.openstack.pool.ListPools;
import io.github.cloudlb.openstack.pool.Member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A client as a user has it, and a load balancer with a listener and a pool to try it on. Those are made through plain HTTP,
 * with the token and at the place that the client found; closing deletes them and all that was added to them.
 */
final class LiveCloud implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final PlainHttp plain = new PlainHttp();
    private final Wiretap wiretap = new Wiretap();
    private final OpenStackClient client;
    private final String name;
    private final String loadBalancerId;
    private final String poolId;

    LiveCloud(Class<?> test) {
        String subnet = Environment.needed("OCTAVIA_VIP_SUBNET_ID", "a subnet for the addresses of load balancers");
        client = OpenStackClient.builder().httpClient(wiretap.client()).build();
        name = "cloudlb-live-" + test.getSimpleName() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        client.send(ListPools.builder().limit(1).build());
        loadBalancerId = make(
                "loadbalancer",
                "{\"loadbalancer\":{\"name\":\"%s\",\"vip_subnet_id\":\"%s\"}}".formatted(name, subnet));
        try {
            awaitActive();
            String listenerId = make(
                    "listener",
                    "{\"listener\":{\"name\":\"%s\",\"protocol\":\"HTTP\",\"protocol_port\":80,\"loadbalancer_id\":\"%s\"}}"
                            .formatted(name, loadBalancerId));
            awaitActive();
            poolId = make(
                    "pool",
                    "{\"pool\":{\"name\":\"%s\",\"protocol\":\"HTTP\",\"lb_algorithm\":\"ROUND_ROBIN\",\"listener_id\":\"%s\"}}"
                            .formatted(name, listenerId));
            awaitActive();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private String make(String kind, String body) {
        return plain("POST", "/" + kind + "s", body).id(kind);
    }

    /** A call without the SDK, with its token, below {@code /v2.0/lbaas}. */
    Said plain(String method, String path, String body) {
        return plain.send(method, wiretap.loadBalancing() + path, body, "X-Auth-Token", wiretap.token());
    }

    OpenStackClient client() {
        return client;
    }

    Wiretap wiretap() {
        return wiretap;
    }

    PlainHttp http() {
        return plain;
    }

    /** Of all that was made, unlike any other's. */
    String name() {
        return name;
    }

    String loadBalancerId() {
        return loadBalancerId;
    }

    String poolId() {
        return poolId;
    }

    /** Waits until the load balancer takes changes. */
    LoadBalancer awaitActive() {
        return Waiter.watching(() -> client.loadBalancers().getLoadBalancer(loadBalancerId))
                .describedAs("load balancer " + loadBalancerId)
                .every(Duration.ofMillis(300))
                .atMost(LIMIT)
                .failingOn(seen -> isIn(seen, ProvisioningStatus.ERROR))
                .until(seen -> isIn(seen, ProvisioningStatus.ACTIVE));
    }

    private static boolean isIn(LoadBalancer seen, ProvisioningStatus status) {
        return seen.provisioningStatus().filter(status::equals).isPresent();
    }

    /** Adds members 192.0.2.1 of weight 1 and so on, which lead nowhere, in one step, and waits until they are there. */
    List<Member> addMembers(int count, int port) {
        List<BatchMember> members = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            members.add(BatchMember.builder()
                    .address("192.0.2." + i)
                    .protocolPort(port)
                    .weight(i)
                    .build());
        }
        client.pools().batchUpdateMembers(poolId, members);
        awaitActive();
        return members().stream()
                .filter(member -> member.protocolPort() == port)
                .toList();
    }

    List<Member> members() {
        return client.pools().listMembers(poolId).toList();
    }

    List<String> memberIds() {
        return members().stream().map(Member::id).toList();
    }

    /** Deletes the load balancer and all below it, however long that is refused because of a change under way. */
    @Override
    public void close() {
        try (client) {
            Waiter.watching(() -> plain("DELETE", "/loadbalancers/" + loadBalancerId + "?cascade=true", ""))
                    .describedAs("deleting load balancer " + loadBalancerId)
                    .every(Duration.ofSeconds(1))
                    .atMost(LIMIT)
                    .until(said -> said.status() == 204 || said.status() == 404);
            Waiter.watching(this::isGone)
                    .describedAs("load balancer " + loadBalancerId)
                    .every(Duration.ofMillis(500))
                    .atMost(LIMIT)
                    .until(gone -> gone);
        }
    }

    private boolean isGone() {
        try {
            client.loadBalancers().getLoadBalancer(loadBalancerId);
            return false;
        } catch (NotFoundException gone) {
            return true;
        }
    }
}
