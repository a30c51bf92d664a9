package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Load balancers: going")
abstract class LoadBalancerDeletionBehaviours extends TreeBehaviours {
    LoadBalancerDeletionBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void whatHasNothingBelowItGoes() {
        String id = loadBalancer();

        assertThat(lbaas.delete("/loadbalancers/" + id).told()).isEqualTo("204");
        await(id, "404");

        assertThat(lbaas.get("/loadbalancers/" + id).told()).isEqualTo("404 Load Balancer " + id + " not found.");
        assertThat(lbaas.put("/loadbalancers/" + id, "{'loadbalancer':{}}").told())
                .isEqualTo("404 Load Balancer " + id + " not found.");
        assertThat(lbaas.delete("/loadbalancers/" + id).told()).isEqualTo("404 Load Balancer " + id + " not found.");
    }

    @Test
    void whatIsGoneIsInNoList() {
        String id = loadBalancer();
        remove(id);

        assertThat(lbaas.get("/loadbalancers").each("id")).doesNotContain(id);
        assertThat(lbaas.get("/loadbalancers?id=" + id).one()).isEmpty();
        assertThat(lbaas.get("/loadbalancers?provisioning_status=DELETED").one())
                .isEmpty();
    }

    @Test
    void whatIsGoneHasNoStatusTree() {
        String id = loadBalancer();
        remove(id);

        assertThat(lbaas.get("/loadbalancers/" + id + "/status").told())
                .isEqualTo("404 Load Balancer " + id + " not found.");
        assertThat(lbaas.get("/loadbalancers/" + id + "/stats").told())
                .isEqualTo("404 Load Balancer " + id + " not found.");
    }

    @Test
    void whatIsGoneTakesNoPool() {
        String id = loadBalancer();
        remove(id);

        assertThat(lbaas.post(
                                "/pools",
                                "{'pool':{'loadbalancer_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}"
                                        .formatted(id))
                        .told())
                .isEqualTo("409 Load Balancer " + id + " is immutable and cannot be updated.");
    }

    @Test
    void whatHasSomethingBelowItStays() {
        assertThat(lbaas.delete("/loadbalancers/" + lb).told())
                .isEqualTo("400 Validation failure: Cannot delete Load Balancer " + lb + " - it has children");
    }

    @Test
    void onlyTrueIsACascade() {
        String refused = "400 Validation failure: Cannot delete Load Balancer " + lb + " - it has children";

        assertThat(lbaas.delete("/loadbalancers/" + lb + "?cascade=false").told())
                .isEqualTo(refused);
        assertThat(lbaas.delete("/loadbalancers/" + lb + "?cascade=maybe").told())
                .isEqualTo(refused);
        assertThat(lbaas.delete("/loadbalancers/" + lb + "?cascade").told()).isEqualTo(refused);
    }

    @Test
    void aCascadeTakesAllBelowItAlong() {
        String id = loadBalancer();
        String below = newPool(id);

        assertThat(lbaas.delete("/loadbalancers/" + id + "?cascade=True").told())
                .isEqualTo("204");
        await(id, "404");

        assertThat(lbaas.get("/pools/" + below).told()).isEqualTo("404 Pool " + below + " not found.");
        assertThat(lbaas.get("/pools?loadbalancer_id=" + id).one()).isEmpty();
    }

    @Test
    void whileACascadeIsCarriedOutWhatIsBelowKeepsItsState() {
        String id = loadBalancer();
        String below = newPool(id);
        settle(id);

        cloud.whileNothingIsCarriedOut(() -> {
            lbaas.delete("/loadbalancers/" + id + "?cascade=true");

            assertThat(lbaas.get("/loadbalancers/" + id).get("provisioning_status"))
                    .isEqualTo("PENDING_DELETE");
            assertThat(lbaas.get("/pools/" + below).get("provisioning_status")).isEqualTo("ACTIVE");
            assertThat(lbaas.delete("/pools/" + below).told())
                    .isEqualTo("409 Load Balancer " + id + " is immutable and cannot be updated.");
            assertThat(lbaas.delete("/loadbalancers/" + id + "?cascade=true").told())
                    .isEqualTo("409 Invalid state PENDING_DELETE of loadbalancer resource " + id);
        });
        await(id, "404");
    }

    @Test
    void anUnknownParameterOfADeletionIsRefused() {
        assertThat(lbaas.delete("/loadbalancers/" + lb + "?foo=bar").told()).isEqualTo("400 Unknown argument: \"foo\"");
    }

    @Test
    void whatNeverWasIsNotFound() {
        assertThat(lbaas.delete("/loadbalancers/" + NOBODY).told())
                .isEqualTo("404 Load Balancer " + NOBODY + " not found.");
        assertThat(lbaas.delete("/loadbalancers/no-id?cascade=true").told())
                .isEqualTo("404 Load Balancer no-id not found.");
    }

    @Test
    void aLoadBalancerThatIsGoneStillMarksAPage() {
        String id = loadBalancer();
        remove(id);

        assertThat(lbaas.get("/loadbalancers?limit=1&marker=" + id).told()).isEqualTo("200");
    }
}
