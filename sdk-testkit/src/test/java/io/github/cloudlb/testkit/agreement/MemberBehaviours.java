package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Members: one by one")
abstract class MemberBehaviours extends TreeBehaviours {
    MemberBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aNewOneIsTold() {
        Said said = create("'address':'%s','protocol_port':8080".formatted(newAddress()));

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.json()))
                .isEqualTo("{member: {address: text, admin_state_up: flag, backup: flag, created_at: time, id: uuid,"
                        + " monitor_address: null, monitor_port: null, name: text, operating_status: text, project_id:"
                        + " text, protocol_port: number, provisioning_status: text, subnet_id: null, tags: [],"
                        + " tenant_id: text, updated_at: null, weight: number}}");
    }

    @Test
    void whatWasNotSaidIsDecided() {
        Said said = create("'address':'%s','protocol_port':8080".formatted(newAddress()));

        assertThat(said.get("name")).isEmpty();
        assertThat(said.get("weight")).isEqualTo("1");
        assertThat(said.get("backup")).isEqualTo("false");
        assertThat(said.get("admin_state_up")).isEqualTo("true");
        assertThat(said.get("operating_status")).isEqualTo("NO_MONITOR");
        assertThat(said.get("project_id")).isEqualTo(cloud.user().projectId());
    }

    @Test
    void whatIsSaidIsKept() {
        String id = add("""
                'address':'%s','protocol_port':81,'name':'n','weight':0,'backup':true,'admin_state_up':false,\
                'subnet_id':'%s','monitor_address':'192.0.2.200','monitor_port':99,'tags':['a']""".formatted(newAddress(), NOBODY));

        Said said = show(id);
        assertThat(said.get("weight")).isEqualTo("0");
        assertThat(said.get("backup")).isEqualTo("true");
        assertThat(said.get("admin_state_up")).isEqualTo("false");
        assertThat(said.get("subnet_id")).isEqualTo(NOBODY);
        assertThat(said.get("monitor_address")).isEqualTo("192.0.2.200");
        assertThat(said.get("monitor_port")).isEqualTo("99");
        assertThat(said.one().path("tags").toString()).isEqualTo("[\"a\"]");
    }

    @Test
    void aNewOneIsPendingUntilItIsActive() {
        String[] id = {""};
        cloud.whileNothingIsCarriedOut(() -> {
            Said said = create("'address':'%s','protocol_port':80".formatted(newAddress()));
            id[0] = said.id();

            assertThat(said.get("provisioning_status")).isEqualTo("PENDING_CREATE");
            assertThat(show(id[0]).get("provisioning_status")).isEqualTo("PENDING_CREATE");
        });
        settle();

        assertThat(show(id[0]).get("provisioning_status")).isEqualTo("ACTIVE");
        assertThat(Shape.of(show(id[0]).one().path("updated_at"))).isEqualTo("time");
    }

    @Test
    void aChangeIsToldAtOnceAndPending() {
        String id = newMember();
        cloud.whileNothingIsCarriedOut(() -> {
            Said said = change(id, "'weight':5");

            assertThat(said.told()).isEqualTo("200");
            assertThat(said.get("weight")).isEqualTo("5");
            assertThat(said.get("provisioning_status")).isEqualTo("PENDING_UPDATE");
        });
    }

    @Test
    void aChangeLeavesAloneWhatIsAbsent() {
        String id = add("'address':'%s','protocol_port':80,'name':'n','weight':7,'tags':['a']".formatted(newAddress()));

        change(id, "'backup':true");
        settle();

        Said said = show(id);
        assertThat(said.get("name") + said.get("weight") + said.one().path("tags"))
                .isEqualTo("n7[\"a\"]");
        assertThat(said.get("backup")).isEqualTo("true");
    }

    @Test
    void anEmptyChangeIsAChange() {
        String id = newMember();
        cloud.whileNothingIsCarriedOut(() -> {
            Said said = change(id, "");

            assertThat(said.told()).isEqualTo("200");
            assertThat(said.get("provisioning_status")).isEqualTo("PENDING_UPDATE");
        });
    }

    @Test
    void aDeletedOneIsPendingUntilItIsGone() {
        String id = newMember();
        cloud.whileNothingIsCarriedOut(() -> {
            assertThat(lbaas.delete(members() + "/" + id).told()).isEqualTo("204");
            assertThat(show(id).get("provisioning_status")).isEqualTo("PENDING_DELETE");
        });
        settle();

        assertThat(show(id).told()).isEqualTo("404 Member " + id + " not found.");
        assertThat(lbaas.delete(members() + "/" + id).told()).isEqualTo("404 Member " + id + " not found.");
        assertThat(change(id, "'weight':1").told()).isEqualTo("404 Member " + id + " not found.");
    }

    @Test
    void tagsAreASet() {
        String id = newMember();
        change(id, "'tags':['b','a']");
        settle();
        assertThat(show(id).one().path("tags")).extracting(tag -> tag.asText()).containsExactlyInAnyOrder("a", "b");

        change(id, "'tags':['c']");
        settle();
        assertThat(show(id).one().path("tags").toString()).isEqualTo("[\"c\"]");
    }

    @Differs(
            original = "409 Another member on this pool is already using ip",
            kit = "409 Already an entity with that specified id.",
            because = "Octavia takes the tag for the address of a member; the test kit says what Octavia says of other"
                    + " resources.")
    @Test
    void aTagTwiceInANewOne() {
        assertThat(create("'address':'%s','protocol_port':80,'tags':['d','d']".formatted(newAddress()))
                        .told())
                .startsWith(difference());
    }

    @Differs(
            original = "500 (pymysql.err.IntegrityError)",
            kit = "409 Already an entity with that specified id.",
            because =
                    "Octavia tells the SQL that failed; the test kit has no SQL and says what Octavia says to a POST.")
    @Test
    void aTagTwiceInAChange() {
        assertThat(change(newMember(), "'tags':['d','d']").told()).startsWith(difference());
    }

    @Test
    void namesAreAnyText() {
        String name = "Zoë's 负载 \\u0001";
        String id = newMember();
        change(id, "'name':'" + name.replace("'s", "s") + "'");
        settle();

        assertThat(show(id).get("name")).isEqualTo("Zoës 负载 \u0001");
    }

    private String members() {
        return "/pools/" + pool + "/members";
    }

    private Said show(String id) {
        return lbaas.get(members() + "/" + id);
    }

    private Said change(String id, String attributes) {
        return lbaas.put(members() + "/" + id, "{'member':{" + attributes + "}}");
    }

    private Said create(String attributes) {
        return lbaas.post(members(), "{'member':{" + attributes + "}}");
    }

    private String add(String attributes) {
        return made(members(), "{'member':{" + attributes + "}}");
    }
}
