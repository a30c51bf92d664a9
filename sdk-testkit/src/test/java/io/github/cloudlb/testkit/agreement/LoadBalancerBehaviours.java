package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Load balancers")
abstract class LoadBalancerBehaviours extends TreeBehaviours {
    private static final String SUBNET = "6a1c6d50-0000-4000-8000-000000000002";

    LoadBalancerBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aNewOneIsTold() {
        cloud.whileNothingIsCarriedOut(() -> {
            Said said = lbaas.post("/loadbalancers", loadBalancerNamed("told"));
            takenAway(said.id());

            assertThat(said.told()).isEqualTo("201");
            assertThat(Shape.of(said.json()))
                    .isEqualTo("{loadbalancer: {additional_vips: [], admin_state_up: flag, availability_zone: null,"
                            + " created_at: time, description: text, flavor_id: null, id: uuid, listeners: [], name:"
                            + " text, operating_status: text, pools: [], project_id: text, provider: text,"
                            + " provisioning_status: text, tags: [], tenant_id: text, updated_at: null, vip_address:"
                            + " text, vip_network_id: uuid, vip_port_id: uuid, vip_qos_policy_id: null, vip_subnet_id:"
                            + " uuid}}");
        });
    }

    @Test
    void aNewOneIsPendingUntilItIsActive() {
        String[] id = {""};
        cloud.whileNothingIsCarriedOut(() -> {
            Said said = lbaas.post("/loadbalancers", loadBalancerNamed("pending"));
            id[0] = said.id();
            takenAway(id[0]);

            assertThat(said.get("provisioning_status")).isEqualTo("PENDING_CREATE");
            assertThat(said.get("operating_status")).isEqualTo("OFFLINE");
            assertThat(lbaas.get("/loadbalancers/" + id[0]).get("provisioning_status"))
                    .isEqualTo("PENDING_CREATE");
        });
        settle(id[0]);

        assertThat(Shape.of(lbaas.get("/loadbalancers/" + id[0]).one().path("updated_at")))
                .isEqualTo("time");
    }

    @Test
    void whatWasNotSaidIsDecided() {
        Said said = lbaas.get("/loadbalancers/" + loadBalancer());

        assertThat(said.get("admin_state_up")).isEqualTo("true");
        assertThat(said.get("description")).isEmpty();
        assertThat(said.get("provider")).isEqualTo("amphora");
        assertThat(said.get("vip_address")).isEqualTo("198.51.100.1");
        assertThat(said.get("vip_subnet_id")).isEqualTo(SUBNET);
        assertThat(said.get("project_id")).isEqualTo(cloud.user().projectId());
        assertThat(said.get("tenant_id")).isEqualTo(cloud.user().projectId());
    }

    @Test
    void itKnowsItsListenersAndPools() {
        Said said = lbaas.get("/loadbalancers/" + lb);

        assertThat(said.one().path("listeners").get(0).toString()).isEqualTo("{\"id\":\"" + listener + "\"}");
        assertThat(said.one().path("pools"))
                .anySatisfy(one -> assertThat(one.toString()).isEqualTo("{\"id\":\"" + pool + "\"}"));
    }

    @Test
    void whatIsSaidIsKept() {
        Said said = create("""
                'name':'kept','description':'d','admin_state_up':false,'vip_address':'198.51.100.77',\
                'tags':['b','a'],'provider':'amphora','vip_subnet_id':'%s'""".formatted(SUBNET));

        assertThat(said.told()).isEqualTo("201");
        assertThat(said.get("name")).isEqualTo("kept");
        assertThat(said.get("description")).isEqualTo("d");
        assertThat(said.get("admin_state_up")).isEqualTo("false");
        assertThat(said.get("vip_address")).isEqualTo("198.51.100.77");
        assertThat(said.one().path("tags")).extracting(tag -> tag.asText()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aNetworkAloneWillDo() {
        Said said = create("'vip_network_id':'6a1c6d50-0000-4000-8000-000000000001'");

        assertThat(said.told()).isEqualTo("201");
        assertThat(said.get("vip_network_id")).isEqualTo("6a1c6d50-0000-4000-8000-000000000001");
    }

    @Test
    void namesNeedNotBeUnique() {
        assertThat(create("'name':'same','vip_subnet_id':'" + SUBNET + "'").told())
                .isEqualTo("201");
        assertThat(create("'name':'same','vip_subnet_id':'" + SUBNET + "'").told())
                .isEqualTo("201");
        assertThat(lbaas.get("/loadbalancers?name=same").one()).hasSize(2);
    }

    @Test
    void oneWithoutAnAddressIsRefused() {
        assertThat(create("'name':'x'").told())
                .isEqualTo(
                        "400 Validation failure: VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.");
    }

    @Test
    void anIdMustLookLikeOne() {
        assertThat(create("'vip_subnet_id':'x'").told())
                .isEqualTo(
                        "400 Invalid input for field/attribute vip_subnet_id. Value: 'x'. Value should be UUID format");
    }

    @Test
    void anAddressMustLookLikeOne() {
        assertThat(create("'vip_address':'x','vip_subnet_id':'" + SUBNET + "'").told())
                .isEqualTo("400 Invalid input for field/attribute vip_address. Value: 'x'. Value should be IPv4 or IPv6"
                        + " format");
    }

    @Test
    void aTagTwiceIsADuplicate() {
        assertThat(create("'tags':['d','d'],'vip_subnet_id':'" + SUBNET + "'").told())
                .isEqualTo("409 Already an entity with that specified id.");
    }

    @Test
    void anUnknownFieldIsRefused() {
        assertThat(create("'bogus':1,'vip_subnet_id':'" + SUBNET + "'").told())
                .isEqualTo("400 Unknown attribute for argument load_balancer.loadbalancer: bogus");
    }

    @Test
    void whatTheServiceSetsIsRefused() {
        assertThat(create("'provisioning_status':'ACTIVE','vip_subnet_id':'" + SUBNET + "'")
                        .told())
                .isEqualTo("400 Unknown attribute for argument load_balancer.loadbalancer: provisioning_status");
    }

    @Test
    void anUnknownProviderIsRefused() {
        assertThat(create("'provider':'nope','vip_subnet_id':'" + SUBNET + "'").told())
                .isEqualTo("400 Provider 'nope' is not enabled.");
    }

    @Test
    void anUnknownFlavorIsRefused() {
        assertThat(create("'flavor_id':'" + NOBODY + "','vip_subnet_id':'" + SUBNET + "'")
                        .told())
                .isEqualTo("400 The selected flavor is not allowed in this deployment: " + NOBODY);
    }

    @Test
    void anUnknownZoneIsRefused() {
        assertThat(create("'availability_zone':'nowhere','vip_subnet_id':'" + SUBNET + "'")
                        .told())
                .isEqualTo("400 Validation failure: Invalid availability zone.");
    }

    @Test
    void aChangeIsToldAtOnceAndPending() {
        cloud.whileNothingIsCarriedOut(() -> {
            Said said = lbaas.put("/loadbalancers/" + lb, "{'loadbalancer':{'description':'new'}}");

            assertThat(said.told()).isEqualTo("200");
            assertThat(said.get("description")).isEqualTo("new");
            assertThat(said.get("provisioning_status")).isEqualTo("PENDING_UPDATE");
        });
    }

    @Test
    void aChangeLeavesAloneWhatIsAbsent() {
        String id = loadBalancer();
        lbaas.put("/loadbalancers/" + id, "{'loadbalancer':{'name':'once','tags':['t']}}");
        settle(id);
        lbaas.put("/loadbalancers/" + id, "{'loadbalancer':{'admin_state_up':false}}");
        settle(id);

        Said said = lbaas.get("/loadbalancers/" + id);
        assertThat(said.get("name")).isEqualTo("once");
        assertThat(said.one().path("tags").toString()).isEqualTo("[\"t\"]");
        assertThat(said.get("admin_state_up")).isEqualTo("false");
    }

    @Test
    void theAddressCannotBeChanged() {
        assertThat(lbaas.put("/loadbalancers/" + lb, "{'loadbalancer':{'vip_address':'198.51.100.9'}}")
                        .told())
                .isEqualTo("400 Unknown attribute for argument load_balancer.loadbalancer: vip_address");
    }

    @Test
    void nullEmptiesTextsAndDisables() {
        String id = loadBalancer();
        lbaas.put("/loadbalancers/" + id, "{'loadbalancer':{'name':null,'description':null,'admin_state_up':null}}");
        settle(id);

        Said said = lbaas.get("/loadbalancers/" + id);
        assertThat(said.get("name") + said.get("description")).isEmpty();
        assertThat(said.one().path("name").isTextual()).isTrue();
        assertThat(said.get("admin_state_up")).isEqualTo("false");
    }

    private Said create(String attributes) {
        Said said = lbaas.post("/loadbalancers", "{'loadbalancer':{" + attributes + "}}");
        if (said.status() == 201) {
            takenAway(said.id());
        }
        return said;
    }
}
