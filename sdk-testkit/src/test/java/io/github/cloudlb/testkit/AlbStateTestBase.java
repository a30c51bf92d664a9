package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;

/** An ALB with one of everything, a client of it, and a time of their own. */
abstract class AlbStateTestBase {
    final SetClock clock = new SetClock();
    final AlbServer alb = AlbServer.start(clock);
    final AlbBrowser client = new AlbBrowser(alb.uri(), clock);

    AlbStateTestBase() {
        alb.seed("io/github/cloudlb/testkit/alb-landscape.yaml");
    }

    @AfterEach
    void close() {
        alb.close();
    }

    /** Calls, and demands that it is done. */
    JsonNode done(String action, String query) throws Exception {
        JsonNode answer = client.json(action, query);
        assertThat(answer.path("Code").asText()).as(answer.toString()).isEmpty();
        return answer;
    }

    String code(String action, String query) throws Exception {
        return client.code(action, query);
    }

    /** What follows is under way for ten seconds. */
    void jobsTakeTenSeconds() {
        alb.jobsTake(Duration.ofSeconds(10));
    }

    void tenSecondsPass() {
        clock.passes(Duration.ofSeconds(10));
    }

    JsonNode loadBalancer(String id) throws Exception {
        return done("GetLoadBalancerAttribute", "LoadBalancerId=" + id);
    }

    JsonNode listener(String id) throws Exception {
        return done("GetListenerAttribute", "ListenerId=" + id);
    }

    String listenerStatus(String id) throws Exception {
        return listener(id).path("ListenerStatus").asText();
    }

    /** The first of what a listing finds. */
    JsonNode first(String action, String query, String list) throws Exception {
        return done(action, query).path(list).path(0);
    }
}
