package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class LocksTest extends OctaviaTestBase {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String member = octavia.addMember(pool, "192.0.2.1", 80);
    private final String loadBalancer = "/v2.0/lbaas/loadbalancers/" + lb;

    @Test
    void whileAWriteIsCarriedOutTheWholeTreeIsLocked() throws Exception {
        octavia.lockAfterWrite(MINUTE);

        client.delete(members + "/" + member);

        assertThat(status(loadBalancer)).isEqualTo("PENDING_UPDATE");
        assertThat(status("/v2.0/lbaas/pools/" + pool)).isEqualTo("PENDING_UPDATE");
        assertThat(status(members + "/" + member)).isEqualTo("PENDING_DELETE");
        assertThat(fault(client.delete(members + "/" + member)))
                .isEqualTo("409 Pool " + pool + " is immutable and cannot be updated.");
        assertThat(fault(client.put("/v2.0/lbaas/pools/" + pool, "{\"pool\":{\"name\":\"x\"}}")))
                .isEqualTo("409 Load Balancer " + lb + " is immutable and cannot be updated.");
        assertThat(fault(client.delete(loadBalancer + "?cascade=true")))
                .isEqualTo("409 Invalid state PENDING_UPDATE of loadbalancer resource " + lb);
        assertThat(fault(client.delete(loadBalancer)))
                .isEqualTo("400 Validation failure: Cannot delete Load Balancer " + lb + " - it has children");
    }

    @Test
    void theLockEndsByTheClock() throws Exception {
        octavia.lockAfterWrite(MINUTE);
        client.delete(members + "/" + member);

        clock.passes(MINUTE);

        assertThat(fault(client.delete(members + "/" + member))).isEqualTo("404 Member " + member + " not found.");
        assertThat(status(loadBalancer)).isEqualTo("ACTIVE");
    }

    @Test
    void ofManyDeletesAtOnceOneIsTakenAndTheRestAreLockedOut() {
        octavia.lockAfterWrite(MINUTE);

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return client.delete(members + "/" + member).statusCode();
                    } catch (Exception unexpected) {
                        throw new IllegalStateException(unexpected);
                    }
                })
                .toList();

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 409);
    }

    @Test
    void aStrangersLockIsOnTheLoadBalancerAlone() throws Exception {
        octavia.lockedByStranger(lb, MINUTE);

        assertThat(fault(client.delete(members + "/" + member)))
                .isEqualTo("409 Load Balancer " + lb + " is immutable and cannot be updated.");
        assertThat(status(members + "/" + member)).isEqualTo("ACTIVE");

        clock.passes(MINUTE);
        assertThat(client.delete(members + "/" + member).statusCode()).isEqualTo(204);
    }

    @Test
    void aStrangerDoesNotSaveALoadBalancerThatIsBeingDeleted() throws Exception {
        octavia.lockAfterWrite(MINUTE);
        client.delete(loadBalancer + "?cascade=true");

        octavia.lockedByStranger(lb, Duration.ofSeconds(1));

        assertThat(status(loadBalancer)).isEqualTo("PENDING_DELETE");
        clock.passes(MINUTE);
        assertThat(client.get(loadBalancer).statusCode()).isEqualTo(404);
    }

    @Test
    void aStrangerLocksLoadBalancersAlone() {
        assertThatThrownBy(() -> octavia.lockedByStranger(pool, MINUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(pool + " is no load balancer");
    }

    @Test
    void anotherLoadBalancerIsNotLocked() throws Exception {
        String otherPool = octavia.addPool(octavia.addLoadBalancer("other"), "other");
        octavia.lockedByStranger(lb, MINUTE);

        assertThat(client.post(
                                "/v2.0/lbaas/pools/" + otherPool + "/members",
                                "{\"member\":{\"address\":\"192.0.2.1\",\"protocol_port\":80}}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void errorIsImmutableTooAndDoesNotEnd() throws Exception {
        octavia.setStatus(lb, "ERROR");
        clock.passes(Duration.ofDays(1));
        logIn();

        assertThat(fault(client.delete(members + "/" + member)))
                .isEqualTo("409 Load Balancer " + lb + " is immutable and cannot be updated.");
        assertThat(fault(client.put(loadBalancer, "{\"loadbalancer\":{\"name\":\"x\"}}")))
                .isEqualTo("409 Invalid state ERROR of loadbalancer resource " + lb);
        assertThat(client.delete(loadBalancer + "?cascade=true").statusCode()).isEqualTo(204);
        assertThat(fault(client.get(loadBalancer))).isEqualTo("404 Load Balancer " + lb + " not found.");
    }

    @Test
    void aMemberInErrorIsMendedByAChange() throws Exception {
        octavia.setStatus(member, "ERROR");

        client.put(members + "/" + member, "{\"member\":{\"weight\":1}}");

        assertThat(status(members + "/" + member)).isEqualTo("ACTIVE");
    }

    @Test
    void anUnknownMemberIsNotFoundEvenWhileLocked() throws Exception {
        octavia.lockedByStranger(lb, MINUTE);

        assertThat(fault(client.delete(members + "/" + NOBODY))).isEqualTo("404 Member " + NOBODY + " not found.");
    }

    @Test
    void aDuplicateLeavesNoLock() throws Exception {
        octavia.lockAfterWrite(MINUTE);

        client.post(members, "{\"member\":{\"address\":\"192.0.2.1\",\"protocol_port\":80}}");

        assertThat(status(loadBalancer)).isEqualTo("ACTIVE");
    }

    @Test
    void aScriptedAnswerChangesNothingAndThenTheStateAnswersAgain() throws Exception {
        octavia.on("DELETE " + members + "/" + member).answers(503).then(502);

        assertThat(client.delete(members + "/" + member).statusCode()).isEqualTo(503);
        assertThat(client.delete(members + "/" + member).statusCode()).isEqualTo(502);
        assertThat(octavia.members(pool)).hasSize(1);
        assertThat(client.delete(members + "/" + member).statusCode()).isEqualTo(204);
    }

    @Test
    void anAnswerMayBeLostThoughTheWriteWasDone() {
        octavia.on("DELETE " + members + "/*").loses(Fault.EMPTY);

        assertThat(catchThrowable(() -> client.delete(members + "/" + member))).isInstanceOf(IOException.class);
        assertThat(octavia.members(pool)).isEmpty();
    }

    @Test
    void aScriptMayLetOneThrough() throws Exception {
        octavia.on("GET " + members).passes().then(503);

        assertThat(client.get(members).statusCode()).isEqualTo(200);
        assertThat(client.get(members).statusCode()).isEqualTo(503);
    }

    private String status(String path) throws Exception {
        return json(client.get(path))
                .iterator()
                .next()
                .path("provisioning_status")
                .asText();
    }
}
