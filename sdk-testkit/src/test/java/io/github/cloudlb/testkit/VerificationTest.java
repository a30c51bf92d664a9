package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VerificationTest extends OctaviaTestBase {
    private static final String ONE = "{\"address\":\"192.0.2.1\",\"protocol_port\":80}";

    @Test
    void aPoolThatKeepsAMemberWasNotWiped() throws Exception {
        String gone = octavia.addMember(pool, "192.0.2.1", 80);
        octavia.addMember(pool, "192.0.2.2", 80);

        client.delete(members + "/" + gone);
        client.get(members);

        octavia.verify().neverWiped(pool);
    }

    @Test
    void aPoolThatHadNoMemberForAMomentWasWiped() throws Exception {
        octavia.addMember(pool, "192.0.2.1", 80);

        client.put(members, "{\"members\":[]}");
        client.get(members);
        octavia.addMember(pool, "192.0.2.1", 80);

        assertThatThrownBy(() -> octavia.verify().neverWiped(pool))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(pool + " was without any member. What happened:\n")
                .hasMessageContaining("PUT " + members + "  202");
    }

    @Test
    void thatTheLastCallTookTheLastMemberIsSeenToo() throws Exception {
        String member = octavia.addMember(pool, "192.0.2.1", 80);

        client.delete(members + "/" + member);

        assertThatThrownBy(() -> octavia.verify().neverWiped(pool)).isInstanceOf(AssertionError.class);
    }

    @Test
    void anotherPoolIsNotMeant() throws Exception {
        String other = octavia.addPool(lb, "other");
        octavia.addMember(pool, "192.0.2.1", 80);
        client.put(members, "{\"members\":[]}");

        octavia.verify().neverWiped(other);
    }

    @Test
    void whatIsMadeTwiceIsToldByItsIds() throws Exception {
        String twice =
                "{\"loadbalancer\":{\"name\":\"shop\",\"vip_subnet_id\":\"6a1c6d50-0000-4000-8000-000000000002\"}}";
        client.post("/v2.0/lbaas/loadbalancers", twice);
        octavia.verify().noDoubleCreate();

        client.post("/v2.0/lbaas/loadbalancers", twice);

        assertThatThrownBy(() -> octavia.verify().noDoubleCreate())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("that is the same in all else");
    }

    @Test
    void aMemberThatWasTakenOutMayComeBack() throws Exception {
        String id = made("pools/" + pool + "/members", "{\"member\":" + ONE + "}")
                .path("id")
                .asText();
        client.delete(members + "/" + id);
        client.get(members);

        made("pools/" + pool + "/members", "{\"member\":" + ONE + "}");

        octavia.verify().noDoubleCreate();
        assertThat(octavia.journal().timeline()).contains("- Member " + id + " is gone");
    }

    @Test
    void whatTheTestItselfAddsMayBeAlike() {
        octavia.addLoadBalancer("web");

        octavia.verify().noDoubleCreate();
    }

    @Test
    void writesAreCountedAndReadsAreNot() throws Exception {
        client.post(members, "{\"member\":" + ONE + "}");
        client.get(members);
        client.delete(members + "/" + NOBODY);

        octavia.verify().writesAtMost(2);
        assertThatThrownBy(() -> octavia.verify().writesAtMost(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("2 requests asked for a change, more than 1");
    }

    @Test
    void aTokenThatWasRefusedIsNotFresh() throws Exception {
        client.get(members);
        octavia.verify().everySignatureFresh();

        octavia.expireTokens();
        client.get(members);

        assertThatThrownBy(() -> octavia.verify().everySignatureFresh())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("did not accept who called: GET " + members + "  401");
    }

    @Test
    void theTimelineTellsWhenAndWhat() throws Exception {
        octavia.journal().note("deployment begins");
        clock.passes(java.time.Duration.ofSeconds(2));
        client.get(members + "?limit=1");
        client.delete(members + "/" + NOBODY);

        assertThat(octavia.journal().timeline().lines())
                .contains("    0.000  - deployment begins", "    2.000  GET " + members + "?limit=1  200")
                .anyMatch(line -> line.startsWith("    2.000  DELETE " + members + "/" + NOBODY + "  404 {")
                        && line.contains("not found."));
    }

    @Test
    void afterAResetNothingHasHappenedAndNothingIsThere() throws Exception {
        octavia.addMember(pool, "192.0.2.1", 80);
        octavia.onAny().serverError(1).always();

        octavia.reset();

        assertThat(octavia.journal().timeline()).isEmpty();
        assertThat(octavia.requests()).isEmpty();
        assertThat(client.get(members).statusCode()).isEqualTo(404);
    }

    @Test
    void aClientThatOutlivesAResetIsStillKnown() throws Exception {
        octavia.reset();
        client.get(members);
        octavia.verify().everySignatureFresh();

        octavia.expireTokens();
        octavia.reset();

        assertThat(client.get(members).statusCode()).isEqualTo(401);
    }

    @Test
    void aRequestTellsNoSecretsWhenItIsWrittenDown() throws Exception {
        client.get(members + "?limit=1");

        assertThat(octavia.requests())
                .extracting(RecordedRequest::toString)
                .containsExactly("POST /identity/v3/auth/tokens", "GET " + members + "?limit=1");
    }
}
