package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;

class MemberBatchTest extends OctaviaTestBase {
    private final String first = octavia.addMember(pool, "192.0.2.1", 80);
    private final String second = octavia.addMember(pool, "192.0.2.2", 80);

    @Test
    void theBatchIsTheWholeSet() throws Exception {
        HttpResponse<String> answer = client.put(members, "{\"members\":[" + member(2) + "," + member(3) + "]}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(octavia.members(pool)).extracting(OctaviaMember::address).containsExactly("192.0.2.2", "192.0.2.3");
        assertThat(octavia.members(pool))
                .extracting(OctaviaMember::id)
                .contains(second)
                .doesNotContain(first);
    }

    @Test
    void anEmptyBatchTakesAllAway() throws Exception {
        client.put(members, "{\"members\":[]}");

        assertThat(octavia.members(pool)).isEmpty();
    }

    @Test
    void anEmptyBatchOnAnEmptyPoolLocksNothing() throws Exception {
        octavia.lockAfterWrite(Duration.ofMinutes(1));
        String empty = octavia.addPool(lb, "empty");

        assertThat(client.put("/v2.0/lbaas/pools/" + empty + "/members", "{\"members\":[]}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(client.delete(members + "/" + first).statusCode()).isEqualTo(204);
    }

    @Test
    void anAdditiveBatchTakesNothingAway() throws Exception {
        client.put(members + "?additive_only=true", "{\"members\":[" + member(3) + "]}");

        assertThat(octavia.members(pool)).hasSize(3);
    }

    @Test
    void additiveOnlyWithoutAValueIsAsIfAbsent() throws Exception {
        client.put(members + "?additive_only", "{\"members\":[" + member(3) + "]}");

        assertThat(octavia.members(pool)).extracting(OctaviaMember::address).containsExactly("192.0.2.3");
    }

    @Test
    void whatIsAbsentIsResetButForNameAndTags() throws Exception {
        client.put(
                members + "/" + first,
                "{\"member\":{\"weight\":8,\"backup\":true,\"admin_state_up\":false,\"monitor_port\":99,\"name\":\"n\",\"tags\":[\"t\"]}}");

        client.put(members + "?additive_only=1", "{\"members\":[" + member(1) + "]}");

        JsonNode member = json(client.get(members + "/" + first)).path("member");
        assertThat(member.path("weight").asInt()).isEqualTo(1);
        assertThat(member.path("backup").asBoolean()).isFalse();
        assertThat(member.path("admin_state_up").asBoolean()).isTrue();
        assertThat(member.path("monitor_port").isNull()).isTrue();
        assertThat(member.path("name").asText()).isEqualTo("n");
        assertThat(member.path("tags")).hasSize(1);
    }

    @Test
    void aNewMemberTwiceIsADuplicateAndChangesNothing() throws Exception {
        assertThat(fault(client.put(members, "{\"members\":[" + member(7) + "," + member(7) + "]}")))
                .isEqualTo("409 Another member on this pool is already using ip 192.0.2.7 on protocol_port 80");
        assertThat(octavia.members(pool)).hasSize(2);
    }

    @Test
    void aKnownMemberTwiceJamsTheLoadBalancerForGood() throws Exception {
        HttpResponse<String> answer = client.put(members, "{\"members\":[" + member(1) + "," + member(1) + "]}");

        clock.passes(Duration.ofDays(30));
        logIn();

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(fault(client.delete(members + "/" + first)))
                .isEqualTo("409 Pool " + pool + " is immutable and cannot be updated.");
    }

    @Test
    void oneBadMemberSpoilsTheBatch() throws Exception {
        assertThat(fault(client.put(
                        members, "{\"members\":[" + member(3) + ",{\"address\":\"x\",\"protocol_port\":80}]}")))
                .isEqualTo(
                        "400 Invalid input for field/attribute address. Value: 'x'. Value should be IPv4 or IPv6 format");
        assertThat(fault(client.put(
                        members, "{\"members\":[{\"address\":\"192.0.2.1\",\"protocol_port\":80,\"zz\":1}]}")))
                .isEqualTo("400 Unknown attribute for argument members_.members: zz");
        assertThat(octavia.members(pool)).hasSize(2);
    }

    @Test
    void bodiesThatAreNoBatchAreRefused() throws Exception {
        assertThat(fault(client.put(members, "{}"))).isEqualTo("500 'UnsetType' object is not iterable");
        assertThat(fault(client.put(members, "{\"member\":[]}")))
                .isEqualTo("400 Unknown attribute for argument members_: member");
        assertThat(client.put("/v2.0/lbaas/pools/" + NOBODY + "/members", "{\"members\":[]}")
                        .body())
                .contains("\"title\":\"Bad Request\"");
    }

    private static String member(int number) {
        return "{\"address\":\"192.0.2." + number + "\",\"protocol_port\":80}";
    }
}
