package io.github.cloudlb.openstack.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Together;
import io.github.cloudlb.testkit.Fault;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class RemoveMemberLockTest {
    private final VirtualTime time = Clients.time();

    @AutoClose
    private final OctaviaServer octavia = OctaviaServer.start(time);

    @AutoClose
    private final OpenStackClient client =
            Clients.of(octavia, time).callLimit(Duration.ofMinutes(10)).build();

    private final String loadBalancer = octavia.addLoadBalancer("lb");
    private final String pool = octavia.addPool(loadBalancer, "web");
    private final String member = octavia.addMember(pool, "192.0.2.1", 80);
    private final String delete = "DELETE /v2.0/lbaas/pools/" + pool + "/members/" + member;

    @Test
    void waitsUntilAStrangersLockHasEnded() {
        octavia.lockedByStranger(loadBalancer, Duration.ofMinutes(5));

        assertThat(client.pools().removeMember(pool, member)).isEqualTo(Removal.REMOVED);

        assertThat(octavia.members(pool)).isEmpty();
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Observed(in = Area.LOCKS, value = "A lock says nothing of when it ends: there is no Retry-After")
    @Test
    void looksAtTheLoadBalancerWhileItWaitsAndDoesNotKeepTrying() {
        octavia.lockedByStranger(loadBalancer, Duration.ofMinutes(5));

        client.pools().removeMember(pool, member);

        assertThat(octavia.calls()).filteredOn(delete::equals).hasSize(2);
    }

    @Test
    void givesUpAtTheLimitAndHasChangedNothing() {
        octavia.lockedByStranger(loadBalancer, Duration.ofHours(1));

        assertThatThrownBy(() -> client.pools().removeMember(pool, member))
                .isInstanceOfSatisfying(LockedException.class, locked -> {
                    assertThat(locked.applied()).isEqualTo(Applied.NO);
                    assertThat(locked.status()).isEqualTo(409);
                    assertThat(locked.requestId()).startsWith("req-");
                    assertThat(locked).hasMessageContaining("is immutable and cannot be updated");
                });
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(octavia.members(pool)).hasSize(1);
    }

    @Observed(in = Area.LOCKS, value = "One lock has three texts: of the pool, of the load balancer, of its state")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pool {pool} is immutable and cannot be updated.",
                "Load Balancer {lb} is immutable and cannot be updated.",
                "Invalid state PENDING_UPDATE of loadbalancer resource {lb}"
            })
    void knowsALockByEachOfItsTexts(String text) {
        String words = text.replace("{pool}", pool).replace("{lb}", loadBalancer);
        octavia.on(delete)
                .answers(409, "{\"faultcode\": \"Client\", \"faultstring\": \"" + words + "\", \"debuginfo\": null}");

        assertThat(client.pools().removeMember(pool, member)).isEqualTo(Removal.REMOVED);
    }

    @Observed(in = Area.OUTAGES, value = "503 may be a project whose quota is locked: nothing was done")
    @Test
    void waitsForAProjectThatIsBusy() {
        octavia.on(delete)
                .answers(
                        503,
                        "{\"faultcode\": \"Server\", \"faultstring\": \"Project busy.  Unable to lock the"
                                + " project.  Please try again.\", \"debuginfo\": null}");

        assertThat(client.pools().removeMember(pool, member)).isEqualTo(Removal.REMOVED);
    }

    @Observed(in = Area.LOCKS, value = "The text of a lock comes for ERROR, too, which never ends by itself")
    @Test
    void doesNotWaitForALoadBalancerInError() {
        octavia.setStatus(loadBalancer, "ERROR");

        assertThatThrownBy(() -> client.pools().removeMember(pool, member))
                .isInstanceOfSatisfying(LockedException.class, locked -> {
                    assertThat(locked.applied()).isEqualTo(Applied.NO);
                    assertThat(locked.attempts()).isEqualTo(1);
                    assertThat(locked)
                            .hasMessageContaining("load balancer " + loadBalancer + " is in ERROR")
                            .hasMessageContaining("fail it over");
                });
        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    @Observed(in = Area.LOCKS, value = "The text of a lock comes for ERROR, too, which never ends by itself")
    @Test
    void doesNotWaitForAPoolInError() {
        octavia.setStatus(pool, "ERROR");

        assertThatThrownBy(() -> client.pools().removeMember(pool, member))
                .isInstanceOf(LockedException.class)
                .hasMessageContaining("pool " + pool + " is in ERROR");
        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void stopsWaitingWhenTheLoadBalancerGoesIntoErrorMeanwhile() {
        octavia.on(delete)
                .answers(
                        409,
                        "{\"faultstring\": \"Load Balancer " + loadBalancer
                                + " is immutable and cannot be updated.\"}");
        octavia.on("GET /v2.0/lbaas/loadbalancers/" + loadBalancer)
                .answers(200, status("PENDING_UPDATE"))
                .then(200, status("PENDING_UPDATE"))
                .then(200, status("ERROR"));

        assertThatThrownBy(() -> client.pools().removeMember(pool, member))
                .isInstanceOf(LockedException.class)
                .hasMessageContaining("is in ERROR");
    }

    @Observed(in = Area.LOCKS, value = "Who sends a change again may be locked out by its own first attempt")
    @Test
    void itsOwnLockAfterALostAnswerEndsInARemoval() {
        octavia.lockAfterWrite(Duration.ofSeconds(30));
        octavia.on(delete).loses(Fault.RESET);

        assertThat(client.pools().removeMember(pool, member)).isEqualTo(Removal.REMOVED);

        assertThat(octavia.members(pool)).isEmpty();
    }

    @Observed(in = Area.OUTAGES, value = "A write whose answer never came may be carried out minutes later")
    @Test
    void doesNotKnowWhatALostAnswerDidWhenTheLockOutlastsTheLimit() {
        octavia.lockAfterWrite(Duration.ofHours(1));
        octavia.on(delete).loses(Fault.RESET);

        assertThatThrownBy(() -> client.pools().removeMember(pool, member))
                .isInstanceOfSatisfying(
                        LockedException.class,
                        locked -> assertThat(locked.applied()).isEqualTo(Applied.UNKNOWN));
    }

    @Observed(
            in = Area.LOCKS,
            value = "Any change locks the whole tree: of eight at the same moment one is done, seven are 409")
    @Test
    void twentyThreadsEmptyOnePool() throws InterruptedException {
        octavia.lockAfterWrite(Duration.ofSeconds(1));
        for (int i = 2; i <= 20; i++) {
            octavia.addMember(pool, "192.0.2." + i, 80);
        }
        List<String> ids = octavia.members(pool).stream().map(each -> each.id()).toList();

        List<Removal> removals = Together.all(ids, id -> patient().removeMember(pool, id));

        assertThat(removals).hasSize(20).containsOnly(Removal.REMOVED);
        time.advance(Duration.ofSeconds(1));
        assertThat(octavia.members(pool)).isEmpty();
    }

    /** All threads move the one clock, each with its own pauses. */
    private Pools patient() {
        return client.with(CallOptions.limit(Duration.ofDays(1))).pools();
    }

    private String status(String status) {
        return "{\"loadbalancer\": {\"id\": \"" + loadBalancer + "\", \"provisioning_status\": \"" + status + "\"}}";
    }
}
