package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Members, alone and in batches whose body says what is meant. */
class OtcMembersTest extends OtcTestBase {
    private static final String ENTRY = "{'address': '10.0.0.%d', 'protocol_port': 80, 'subnet_id': 's-1'}";

    @Test
    void aMemberIsThereAtOnce() throws Exception {
        JsonNode member = made(
                members,
                body("{'member': {'address': '10.0.0.1', 'protocol_port': 80, 'subnet_id': 's-1', 'weight': 5}}"));

        assertThat(member.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "tenant_id",
                        "name",
                        "address",
                        "protocol_port",
                        "subnet_id",
                        "admin_state_up",
                        "weight",
                        "operating_status");
        assertThat(member.path("operating_status").asText()).isEqualTo("NO_MONITOR");
        assertThat(otc.members(pool)).extracting(OctaviaMember::weight).containsExactly(5);
    }

    @Test
    void aMemberIsDrainedAndRemoved() throws Exception {
        String member = members + "/" + otc.addMember(pool, "10.0.0.1", 80);

        JsonNode drained = OctaviaTestBase.json(client.put(member, body("{'member': {'weight': 0}}")));
        assertThat(drained.path("member").path("weight").asInt(-1)).isZero();
        HttpResponse<String> removed = client.delete(member);
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(removed.body()).isEmpty();
        assertThat(refusal(client.delete(member))).startsWith("404 ELB.9800 ");
    }

    @Test
    void aSecondMemberAtTheSamePlaceIsAConflict() throws Exception {
        otc.addMember(pool, "10.0.0.1", 80);

        assertThat(refusal(client.post(members, body("{'member': " + ENTRY + "}", 1))))
                .isEqualTo("409 ELB.8907 Member with address 10.0.0.1 and protocol_port 80 already present in pool "
                        + pool + ".");
    }

    @Test
    void aBatchAddsToWhatIsThere() throws Exception {
        otc.addMember(pool, "10.0.0.1", 80);

        HttpResponse<String> answer = batch("add", entries(2, 3));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(addresses()).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
    }

    @Test
    void aBatchDeletesById() throws Exception {
        String first = otc.addMember(pool, "10.0.0.1", 80);
        otc.addMember(pool, "10.0.0.2", 80);

        assertThat(batch("delete", body("{'id': '%s'}", first)).statusCode()).isEqualTo(202);
        assertThat(addresses()).containsExactly("10.0.0.2");
    }

    @Test
    void aBatchThatSaysNothingReplacesAll() throws Exception {
        otc.addMember(pool, "10.0.0.1", 80);
        String second = otc.addMember(pool, "10.0.0.2", 80);

        assertThat(client.put(members, body("{'members': [%s]}", entries(2, 3))).statusCode())
                .isEqualTo(202);

        assertThat(addresses()).containsExactly("10.0.0.2", "10.0.0.3");
        assertThat(otc.members(pool).get(0).id()).isEqualTo(second);
        otc.verify().neverWiped(pool).noDoubleCreate();
    }

    @Test
    void aMemberThatWasTakenOutMayComeBack() throws Exception {
        String member = body("{'member': %s}", entries(1, 1));
        String first = id(members, member);
        client.delete(members + "/" + first);

        id(members, member);

        otc.verify().noDoubleCreate();
    }

    @Test
    void anEmptyBatchThatReplacesWipesThePool() throws Exception {
        otc.addMember(pool, "10.0.0.1", 80);

        assertThat(batch("add", "").statusCode()).isEqualTo(202);
        assertThat(batch("delete", "").statusCode()).isEqualTo(202);
        assertThat(addresses()).hasSize(1);

        assertThat(batch("replace", "").statusCode()).isEqualTo(202);
        assertThat(addresses()).isEmpty();
        assertThatThrownBy(() -> otc.verify().neverWiped(pool)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aParameterOfOctaviaDoesNotKeepTheOthers() throws Exception {
        otc.addMember(pool, "10.0.0.1", 80);

        client.put(members + "?additive_only=true", body("{'members': [%s]}", entries(2, 2)));

        assertThat(addresses()).containsExactly("10.0.0.2");
    }

    @Test
    void aBatchTakesTwoHundred() throws Exception {
        assertThat(refusal(batch("add", entries(1, 201))))
                .isEqualTo("400 ELB.9805 RequestBody[members]'s size is 201, greater than 200.");
        assertThat(addresses()).isEmpty();
        assertThat(batch("add", entries(1, 200)).statusCode()).isEqualTo(202);
        assertThat(addresses()).hasSize(200);
    }

    @Test
    void aBatchIsDoneAsAWholeOrNotAtAll() throws Exception {
        String first = otc.addMember(pool, "10.0.0.1", 80);

        assertThat(refusal(batch("delete", body("{'id': '%s'}, {'id': '%s'}", first, NOBODY))))
                .startsWith("404 ELB.9800 ");
        assertThat(refusal(batch("add", entries(2, 3) + ", " + entries(3, 3)))).startsWith("409 ELB.8907 ");
        assertThat(refusal(batch("add", entries(2, 2) + ", " + body("{'address': '10.0.0.3', 'protocol_port': 80}"))))
                .isEqualTo("400 ELB.9805 RequestBody member[subnet_id] is null, this is a required parameter.");
        assertThat(refusal(batch("delete", entries(1, 1))))
                .isEqualTo("400 ELB.9805 RequestBody member[id] is null, this is a required parameter.");
        assertThat(refusal(batch("remove", "")))
                .isEqualTo("400 ELB.9805 RequestBody[action]'s value \"remove\" is not in [add, delete, replace].");
        assertThat(addresses()).containsExactly("10.0.0.1");
    }

    @Test
    void allMembersOfTheProjectAreInOneList() throws Exception {
        String other = otc.addPool(lb, "other");
        otc.addMember(pool, "10.0.0.1", 80);
        otc.addMember(other, "10.0.0.2", 80);

        JsonNode all = OctaviaTestBase.json(client.get(LBAAS + "members")).path("members");

        assertThat(all).hasSize(2).allSatisfy(member -> {
            assertThat(member.path("loadbalancer_id").asText()).isEqualTo(lb);
            assertThat(member.path("device_owner").asText()).isEqualTo("compute:eu-de");
        });
        assertThat(all).extracting(member -> member.path("pool_id").asText()).containsExactly(pool, other);
        assertThat(OctaviaTestBase.json(client.get(LBAAS + "members?pool_id=" + other))
                        .path("members"))
                .hasSize(1);
    }

    @Test
    void aMemberOfAPoolWithAMonitorIsOnline() throws Exception {
        otc.addMember(pool, "10.0.0.1", 80);
        made(
                LBAAS + "healthmonitors",
                body(
                        "{'healthmonitor': {'type': 'HTTP', 'delay': 5, 'timeout': 3, 'max_retries': 3, 'pool_id': '%s'}}",
                        pool));

        assertThat(OctaviaTestBase.json(client.get(members)).path("members").findValuesAsText("operating_status"))
                .containsExactly("ONLINE");
    }

    private HttpResponse<String> batch(String action, String entries) throws Exception {
        return client.put(members, body("{'action': '%s', 'members': [%s]}", action, entries));
    }

    private static String entries(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> body(ENTRY, number))
                .collect(Collectors.joining(", "));
    }

    private List<String> addresses() {
        return otc.members(pool).stream().map(OctaviaMember::address).toList();
    }
}
