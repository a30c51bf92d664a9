package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

@Area("Members: in a batch")
abstract class BatchBehaviours extends TreeBehaviours {
    BatchBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aBatchIsTheWholeSet() {
        String id = poolOf(3);
        String kept = idOf(id, 2);
        settle();

        Said said = put(id, member(2) + "," + member(4));
        settle();

        assertThat(said.told()).isEqualTo("202");
        assertThat(said.body()).isEmpty();
        assertThat(said.header("Content-Length")).contains("0");
        assertThat(addresses(id)).containsExactlyInAnyOrder("192.0.2.2", "192.0.2.4");
        assertThat(idOf(id, 2)).isEqualTo(kept);
    }

    @Test
    void whileItIsCarriedOutAllKindsOfChangesAreSeen() {
        String id = poolOf(2);
        cloud.whileNothingIsCarriedOut(() -> {
            put(id, member(2) + "," + member(3));

            assertThat(lbaas.get("/pools/" + id + "/members").one())
                    .extracting(one -> one.path("address").asText() + " "
                            + one.path("provisioning_status").asText())
                    .containsExactlyInAnyOrder(
                            "192.0.2.1 PENDING_DELETE", "192.0.2.2 PENDING_UPDATE", "192.0.2.3 PENDING_CREATE");
            assertThat(put(id, "").told()).isEqualTo("409 Pool " + id + " is immutable and cannot be updated.");
        });
        settle();

        assertThat(lbaas.get("/pools/" + id + "/members").each("provisioning_status"))
                .containsOnly("ACTIVE")
                .hasSize(2);
    }

    @Test
    void anEmptyOneTakesAllAway() {
        String id = poolOf(2);

        assertThat(put(id, "").told()).isEqualTo("202");
        settle();

        assertThat(addresses(id)).isEmpty();
    }

    @Test
    void anEmptyOneOnAnEmptyPoolLocksNothing() {
        String id = newPool();
        cloud.whileNothingIsCarriedOut(() -> {
            assertThat(put(id, "").told()).isEqualTo("202");

            assertThat(lbaas.get("/loadbalancers/" + lb).get("provisioning_status"))
                    .isEqualTo("ACTIVE");
        });
    }

    @Test
    void theSameSetAgainIsAChange() {
        String id = poolOf(1);
        cloud.whileNothingIsCarriedOut(() -> {
            put(id, member(1));

            assertThat(lbaas.get("/loadbalancers/" + lb).get("provisioning_status"))
                    .isEqualTo("PENDING_UPDATE");
        });
    }

    @Test
    void whatIsAbsentIsResetButNameAndTags() {
        String id = newPool();
        batch(id, """
                {'address':'192.0.2.1','protocol_port':80,'weight':8,'backup':true,'admin_state_up':false,\
                'monitor_port':99,'monitor_address':'192.0.2.9','name':'n','tags':['t'],'subnet_id':'%s'}""".formatted(NOBODY));

        batch(id, member(1));

        JsonNode member = first(id);
        assertThat(member.path("weight").asInt()).isEqualTo(1);
        assertThat(member.path("backup").asBoolean()).isFalse();
        assertThat(member.path("admin_state_up").asBoolean()).isTrue();
        assertThat(member.path("monitor_port").isNull()).isTrue();
        assertThat(member.path("monitor_address").isNull()).isTrue();
        assertThat(member.path("name").asText()).isEqualTo("n");
        assertThat(member.path("tags").toString()).isEqualTo("[\"t\"]");
        assertThat(member.path("subnet_id").asText()).isEqualTo(NOBODY);
    }

    @Test
    void weightNullIsKeptAsNull() {
        String id = poolOf(1);

        batch(id, "{'address':'192.0.2.1','protocol_port':80,'weight':null}");

        assertThat(first(id).path("weight").isNull()).isTrue();
    }

    @Test
    void theSubnetOfAKnownOneIsChanged() {
        String id = poolOf(1);
        String known = idOf(id, 1);

        batch(id, "{'address':'192.0.2.1','protocol_port':80,'subnet_id':'" + NOBODY + "'}");

        assertThat(first(id).path("subnet_id").asText()).isEqualTo(NOBODY);
        assertThat(first(id).path("id").asText()).isEqualTo(known);
    }

    @Test
    void tagsAreReplaced() {
        String id = newPool();
        batch(id, "{'address':'192.0.2.1','protocol_port':80,'tags':['a','b']}");

        batch(id, "{'address':'192.0.2.1','protocol_port':80,'tags':['c']}");

        assertThat(first(id).path("tags").toString()).isEqualTo("[\"c\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "1"})
    void anAdditiveOneTakesNothingAway(String value) {
        String id = poolOf(2);

        assertThat(lbaas.put("/pools/" + id + "/members?additive_only=" + value, "{'members':[" + member(3) + "]}")
                        .told())
                .isEqualTo("202");
        settle();

        assertThat(addresses(id)).hasSize(3);
    }

    @Test
    void anAdditiveOneResetsWhatIsAbsent() {
        String id = newPool();
        batch(id, "{'address':'192.0.2.1','protocol_port':80,'weight':8,'name':'n'}");

        lbaas.put("/pools/" + id + "/members?additive_only=true", "{'members':[" + member(1) + "]}");
        settle();

        assertThat(first(id).path("weight").asInt()).isEqualTo(1);
        assertThat(first(id).path("name").asText()).isEqualTo("n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"additive_only", "additive_only=maybe", "additive_only=false"})
    void anAdditiveOneThatIsNotReplacesAll(String parameter) {
        String id = poolOf(2);

        lbaas.put("/pools/" + id + "/members?" + parameter, "{'members':[" + member(3) + "]}");
        settle();

        assertThat(addresses(id)).containsExactly("192.0.2.3");
    }

    @Test
    void thePortBelongsToTheName() {
        String id = poolOf(1);

        batch(id, "{'address':'192.0.2.1','protocol_port':81}");

        assertThat(first(id).path("name").asText()).isEmpty();
        assertThat(first(id).path("protocol_port").asInt()).isEqualTo(81);
    }

    private Said put(String poolId, String members) {
        return lbaas.put("/pools/" + poolId + "/members", "{'members':[" + members + "]}");
    }

    private static String member(int number) {
        return "{'address':'192.0.2." + number + "','protocol_port':80}";
    }

    private List<String> addresses(String poolId) {
        return lbaas.get("/pools/" + poolId + "/members").each("address");
    }

    private JsonNode first(String poolId) {
        return lbaas.get("/pools/" + poolId + "/members").one().path(0);
    }

    private String idOf(String poolId, int number) {
        return lbaas.get("/pools/" + poolId + "/members?address=192.0.2." + number)
                .each("id")
                .get(0);
    }
}
