package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("What is in error")
abstract class ErrorStateBehaviours extends TreeBehaviours {
    ErrorStateBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aMemberIsMendedByAChange() {
        String id = newMember();
        cloud.setStatus("member", id, "ERROR");
        assertThat(lbaas.get("/pools/" + pool + "/members/" + id).get("provisioning_status"))
                .isEqualTo("ERROR");

        assertThat(lbaas.put("/pools/" + pool + "/members/" + id, "{'member':{'weight':2}}")
                        .told())
                .isEqualTo("200");
        settle();

        assertThat(lbaas.get("/pools/" + pool + "/members/" + id).get("provisioning_status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void aPoolTakesNoMembers() {
        String id = newPool();
        cloud.setStatus("pool", id, "ERROR");

        assertThat(lbaas.post("/pools/" + id + "/members", "{'member':{'address':'192.0.2.1','protocol_port':80}}")
                        .told())
                .isEqualTo("409 Pool " + id + " is immutable and cannot be updated.");
    }

    @Test
    void aPoolIsMendedByAChange() {
        String id = newPool();
        cloud.setStatus("pool", id, "ERROR");

        assertThat(lbaas.put("/pools/" + id, "{'pool':{'name':'x'}}").told()).isEqualTo("200");
        settle();

        assertThat(lbaas.get("/pools/" + id).get("provisioning_status")).isEqualTo("ACTIVE");
    }

    @Test
    void aListenerIsMendedByAChange() {
        String id = newListener();
        cloud.setStatus("listener", id, "ERROR");

        assertThat(lbaas.put("/listeners/" + id, "{'listener':{'name':'x'}}").told())
                .isEqualTo("200");
        settle();

        assertThat(lbaas.get("/listeners/" + id).get("provisioning_status")).isEqualTo("ACTIVE");
    }

    @Test
    void aLoadBalancerTakesNoChangesBelowIt() {
        String other = loadBalancer();
        String below = newPool(other);
        cloud.setStatus("load_balancer", other, "ERROR");

        assertThat(lbaas.put("/pools/" + below, "{'pool':{'name':'x'}}").told())
                .isEqualTo("409 Load Balancer " + other + " is immutable and cannot be updated.");
        assertThat(lbaas.post("/pools/" + below + "/members", "{'member':{'address':'192.0.2.1','protocol_port':80}}")
                        .told())
                .isEqualTo("409 Load Balancer " + other + " is immutable and cannot be updated.");
        cloud.setStatus("load_balancer", other, "ACTIVE");
    }

    @Test
    void aLoadBalancerTakesNoChangeItself() {
        String other = loadBalancer();
        cloud.setStatus("load_balancer", other, "ERROR");

        assertThat(lbaas.put("/loadbalancers/" + other, "{'loadbalancer':{'name':'x'}}")
                        .told())
                .isEqualTo("409 Invalid state ERROR of loadbalancer resource " + other);
        cloud.setStatus("load_balancer", other, "ACTIVE");
    }

    @Test
    void aLoadBalancerGoesInACascade() {
        String other = loadBalancer();
        String below = newPool(other);
        cloud.setStatus("load_balancer", other, "ERROR");

        assertThat(lbaas.delete("/loadbalancers/" + other + "?cascade=true").told())
                .isEqualTo("204");
        await(other, "404");

        assertThat(lbaas.get("/pools/" + below).status()).isEqualTo(404);
    }

    @Test
    void anErrorDoesNotEndByItself() {
        String other = loadBalancer();
        cloud.setStatus("load_balancer", other, "ERROR");

        cloud.pause(3);

        assertThat(lbaas.get("/loadbalancers/" + other).get("provisioning_status"))
                .isEqualTo("ERROR");
        cloud.setStatus("load_balancer", other, "ACTIVE");
    }
}
