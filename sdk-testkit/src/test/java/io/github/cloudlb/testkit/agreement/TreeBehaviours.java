package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An area with a load balancer, a listener and its pool, which all its tests share; each adds what is its own. */
abstract class TreeBehaviours extends Behaviours {
    private static final int FREE_PORTS = 1000;

    String lb = "";
    String listener = "";
    String pool = "";
    private final List<String> others = new ArrayList<>();
    private int made;

    TreeBehaviours(Cloud cloud) {
        super(cloud);
    }

    @BeforeAll
    final void plant() {
        lb = loadBalancer();
        listener = made(
                "/listeners",
                "{'listener':{'loadbalancer_id':'%s','protocol':'HTTP','protocol_port':80}}".formatted(lb));
        pool = made(
                "/pools",
                "{'pool':{'name':'shared','listener_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}"
                        .formatted(listener));
    }

    @AfterAll
    final void fell() {
        others.add(lb);
        for (String each : others) {
            if (lbaas.get("/loadbalancers/" + each).status() == 200) {
                remove(each);
            }
        }
    }

    @BeforeEach
    final void whenItTakesChanges() {
        settle();
    }

    /** One more load balancer, which the area takes away at its end. */
    final String loadBalancer() {
        String id = lbaas.post("/loadbalancers", loadBalancerNamed("agreement")).id();
        others.add(id);
        settle(id);
        return id;
    }

    /** Has a load balancer taken away at the end. */
    final void takenAway(String id) {
        others.add(id);
    }

    static String loadBalancerNamed(String name) {
        return "{'loadbalancer':{'name':'" + name + "','vip_subnet_id':'6a1c6d50-0000-4000-8000-000000000002'}}";
    }

    /** One more pool below the load balancer, which no listener uses. */
    final String newPool() {
        return newPool(lb);
    }

    final String newPool(String loadBalancer) {
        String id = made(
                "/pools",
                "{'pool':{'loadbalancer_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}"
                        .formatted(loadBalancer));
        settle(loadBalancer);
        return id;
    }

    /** A port of the load balancer that no listener has. */
    final int newPort() {
        return FREE_PORTS + ++made;
    }

    final String newListener() {
        return made(
                "/listeners",
                "{'listener':{'loadbalancer_id':'%s','protocol':'HTTP','protocol_port':%d}}".formatted(lb, newPort()));
    }

    /** A pool with members m1, m2 and so on, of addresses 192.0.2.1 and so on; of this many. */
    final String poolOf(int members) {
        String id = newPool();
        batch(
                id,
                IntStream.rangeClosed(1, members)
                        .mapToObj(i -> "{'name':'m%d','address':'192.0.2.%d','protocol_port':80}".formatted(i, i))
                        .collect(Collectors.joining(",")));
        return id;
    }

    final void batch(String poolId, String members) {
        assertThat(lbaas.put("/pools/" + poolId + "/members", "{'members':[" + members + "]}")
                        .told())
                .isEqualTo("202");
        settle();
    }

    /** A member of an address that no other of the shared pool has. */
    final String newMember() {
        return made("/pools/" + pool + "/members", "{'member':{'address':'" + newAddress() + "','protocol_port':80}}");
    }

    final String newAddress() {
        made++;
        return "198.18." + made / 250 + "." + (made % 250 + 1);
    }

    /** Makes something, waits until the load balancer takes changes again, and returns its id. */
    final String made(String path, String body) {
        Said said = lbaas.post(path, body);
        assertThat(said.told()).isEqualTo("201");
        String id = said.id();
        settle();
        return id;
    }

    final void settle() {
        if (!lb.isEmpty()) {
            settle(lb);
        }
    }

    final void settle(String loadBalancer) {
        await(loadBalancer, "200 ACTIVE");
    }

    /** Waits for a status and a provisioning status, or for 404. */
    final void await(String loadBalancer, String expected) {
        String seen = "";
        for (int looks = 0; looks < 600; looks++) {
            Said said = lbaas.get("/loadbalancers/" + loadBalancer);
            seen = said.status() == 200 ? "200 " + said.get("provisioning_status") : String.valueOf(said.status());
            if (seen.equals(expected)) {
                return;
            }
            cloud.pause(0.1);
        }
        throw new AssertionError(loadBalancer + " is " + seen + " and not " + expected);
    }

    /** Takes a load balancer away with all below it. */
    final void remove(String loadBalancer) {
        settle(loadBalancer);
        assertThat(lbaas.delete("/loadbalancers/" + loadBalancer + "?cascade=true")
                        .told())
                .isEqualTo("204");
        await(loadBalancer, "404");
    }
}
