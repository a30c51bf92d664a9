package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Changes that do not end, and what the journal tells of those that do. */
class StuckMemberTest extends OctaviaTestBase {
    private final String member = octavia.addMember(pool, "192.0.2.1", 80);

    @Test
    void theNextChangeDoesNotEndUntilTheStatusIsSet() throws Exception {
        octavia.memberStuck(member);
        client.delete(members + "/" + member);
        clock.passes(Duration.ofDays(1));
        logIn();

        assertThat(status("pools/" + pool + "/members/" + member)).isEqualTo("PENDING_DELETE");
        assertThat(status("pools/" + pool)).isEqualTo("PENDING_UPDATE");
        assertThat(status("loadbalancers/" + lb)).isEqualTo("PENDING_UPDATE");

        octavia.setStatus(member, "ERROR");
        assertThat(status("loadbalancers/" + lb)).isEqualTo("ACTIVE");
        assertThat(status("pools/" + pool)).isEqualTo("ACTIVE");
        assertThat(status("pools/" + pool + "/members/" + member)).isEqualTo("ERROR");
        assertThat(client.delete(members + "/" + member).statusCode()).isEqualTo(204);
        assertThat(octavia.members(pool)).isEmpty();
    }

    @Test
    void onlyThatMemberHangs() throws Exception {
        String other = octavia.addMember(pool, "192.0.2.2", 80);
        octavia.memberStuck(member);

        client.put(members, "{\"members\":[]}");

        assertThat(octavia.members(pool)).extracting(OctaviaMember::id).containsExactly(member);
        assertThat(client.get(members + "/" + other).statusCode()).isEqualTo(404);
    }

    @Test
    void theJournalTellsWhenAChangeEnds() throws Exception {
        octavia.lockAfterWrite(Duration.ofSeconds(5));
        client.put(members + "/" + member, "{\"member\":{\"weight\":5}}");
        clock.passes(Duration.ofSeconds(5));
        client.get(members);

        assertThat(octavia.journal().timeline()).contains("- Load Balancer web is ACTIVE");
    }

    @Test
    void theJournalTellsOnceOfMembersThatGoTogether() throws Exception {
        octavia.addMember(pool, "192.0.2.2", 80);
        client.delete("/v2.0/lbaas/loadbalancers/" + lb + "?cascade=true");
        client.get("/v2.0/lbaas/loadbalancers");

        assertThat(octavia.journal().timeline())
                .contains("- " + pool + " has 0 instead of 2")
                .doesNotContain("has 1 instead of 2");
    }

    private String status(String path) throws Exception {
        return seen(path).path("provisioning_status").asText();
    }
}
