package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Status tree, statistics and what there is to choose from")
abstract class StatusTreeBehaviours extends TreeBehaviours {
    private static final String STATS = "{stats: {active_connections: number, bytes_in: number, bytes_out: number,"
            + " request_errors: number, total_connections: number}}";

    StatusTreeBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void theTreeHangsFromListeners() {
        newMember();
        newPool();

        Said said = lbaas.get("/loadbalancers/" + lb + "/status");

        assertThat(said.told()).isEqualTo("200");
        assertThat(Shape.of(said.json()))
                .isEqualTo("{statuses: {loadbalancer: {id: uuid, listeners: [{id: uuid, name: text, operating_status:"
                        + " text, pools: [{id: uuid, members: [{address: text, id: uuid, name: text, operating_status:"
                        + " text, protocol_port: number, provisioning_status: text}], name: text, operating_status:"
                        + " text, provisioning_status: text}], provisioning_status: text}], name: text,"
                        + " operating_status: text, provisioning_status: text}}}");
        assertThat(said.one().at("/loadbalancer/listeners")).hasSize(1);
        assertThat(said.one().at("/loadbalancer/listeners/0/pools")).hasSize(1);
    }

    @Test
    void theTreeHasTwoNames() {
        assertThat(lbaas.get("/loadbalancers/" + lb + "/statuses").json())
                .isEqualTo(lbaas.get("/loadbalancers/" + lb + "/status").json());
    }

    @Test
    void theTreeTellsOfAHealthMonitorIfThereIsOne() {
        String monitor = made(
                "/healthmonitors",
                "{'healthmonitor':{'pool_id':'%s','type':'TCP','delay':5,'timeout':3,'max_retries':2}}"
                        .formatted(pool));

        var seen = lbaas.get("/loadbalancers/" + lb + "/status")
                .one()
                .at("/loadbalancer/listeners/0/pools/0/health_monitor");
        assertThat(Shape.of(seen))
                .isEqualTo("{id: uuid, name: text, operating_status: text, provisioning_status: text, type: text}");
        lbaas.delete("/healthmonitors/" + monitor);
        settle();
    }

    @Test
    void theTreeShowsWhatIsPending() {
        String id = newMember();
        cloud.whileNothingIsCarriedOut(() -> {
            lbaas.delete("/pools/" + pool + "/members/" + id);

            var tree = lbaas.get("/loadbalancers/" + lb + "/status").one().path("loadbalancer");
            assertThat(tree.path("provisioning_status").asText()).isEqualTo("PENDING_UPDATE");
            assertThat(tree.at("/listeners/0/provisioning_status").asText()).isEqualTo("PENDING_UPDATE");
            assertThat(tree.at("/listeners/0/pools/0/members"))
                    .anySatisfy(member -> assertThat(
                                    member.path("provisioning_status").asText())
                            .isEqualTo("PENDING_DELETE"));
        });
    }

    @Test
    void thereAreStatistics() {
        assertThat(Shape.of(lbaas.get("/loadbalancers/" + lb + "/stats").json()))
                .isEqualTo(STATS);
        assertThat(Shape.of(lbaas.get("/listeners/" + listener + "/stats").json()))
                .isEqualTo(STATS);
        assertThat(lbaas.get("/loadbalancers/" + lb + "/stats").get("bytes_in")).isEqualTo("0");
    }

    @Test
    void whatNeverWasHasNone() {
        assertThat(lbaas.get("/loadbalancers/" + NOBODY + "/status").told())
                .isEqualTo("404 Load Balancer " + NOBODY + " not found.");
        assertThat(lbaas.get("/loadbalancers/" + NOBODY + "/stats").told())
                .isEqualTo("404 Load Balancer " + NOBODY + " not found.");
        assertThat(lbaas.get("/listeners/" + NOBODY + "/stats").told())
                .isEqualTo("404 Listener " + NOBODY + " not found.");
    }

    @Test
    void providersAreListedWithoutLinks() {
        Said said = lbaas.get("/providers");

        assertThat(Shape.of(said.json())).isEqualTo("{providers: [{description: text, name: text}]}");
        assertThat(said.each("name")).contains("amphora", "octavia");
    }

    @Test
    void flavorsAreListed() {
        assertThat(Shape.of(lbaas.get("/flavors").json()))
                .isEqualTo("{flavors: [{description: text, enabled: flag, flavor_profile_id: uuid, id: uuid, name:"
                        + " text}], flavors_links: []}");
    }

    @Test
    void zonesAreListedUnderAnotherName() {
        assertThat(Shape.of(lbaas.get("/availabilityzones").json()))
                .isEqualTo("{availability_zones: [{availability_zone_profile_id: uuid, description: text, enabled:"
                        + " flag, name: text}], availability_zones_links: []}");
    }

    @Test
    void anUnknownFlavorIsNotFound() {
        assertThat(lbaas.get("/flavors/" + NOBODY).told()).isEqualTo("404 Flavor " + NOBODY + " not found.");
    }

    @Test
    void aLoadBalancerIsFailedOver() {
        String other = loadBalancer();

        Said said = as(cloud.administrator()).put("/loadbalancers/" + other + "/failover", "");

        assertThat(said.told()).isEqualTo("202");
        settle(other);
    }
}
