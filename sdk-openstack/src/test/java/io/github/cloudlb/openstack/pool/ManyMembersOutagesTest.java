package io.github.cloudlb.openstack.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.ServiceFailureException;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.OpenStackCredentials;
import io.github.cloudlb.openstack.pool.ChangedMember.Outcome;
import io.github.cloudlb.testkit.Dialect;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Changes of many members at once, of which an answer is lost or a later call fails. */
class ManyMembersOutagesTest {
    private static final ChangedMember CREATED = new ChangedMember("192.0.2.3", 80, Outcome.CREATED);
    private static final ChangedMember REMOVED = new ChangedMember("192.0.2.1", 80, Outcome.REMOVED);

    private final VirtualTime time = Clients.time();

    @AutoClose
    private final OctaviaServer octavia = OctaviaServer.start(time);

    @AutoClose
    private final OctaviaServer otc = OctaviaServer.start(Dialect.OTC, time);

    @AutoClose
    private final OpenStackClient octaviaClient =
            Clients.of(octavia, time).dialect(LbaasDialect.octavia(26)).build();

    @AutoClose
    private final OpenStackClient otcClient = OpenStackClient.builder()
            .authUrl(otc.authUri())
            .credentials(OpenStackCredentials.password(
                    OctaviaServer.DOMAIN, OctaviaServer.USER, OctaviaServer.PASSWORD, OctaviaServer.OTC_PROJECT))
            .time(time)
            .build();

    private final String pool = octavia.addPool(octavia.addLoadBalancer("lb"), "web");
    private final String otcPool = otc.addPool(otc.addLoadBalancer("lb"), "web");
    private final String members = "/v2.0/lbaas/pools/" + pool + "/members";
    private final String otcMembers = "/v2.0/lbaas/pools/" + otcPool + "/members";

    @BeforeEach
    void oneMember() {
        octavia.addMember(pool, "192.0.2.1", 80);
        otc.addMember(otcPool, "192.0.2.1", 80);
    }

    @Test
    void tellsThatItHasReplacedThoughItCannotSeeWhatIsThere() {
        octavia.on("GET " + members).at(2).serverError(1).always();

        assertThatThrownBy(() -> octaviaClient.pools().replaceMembers(pool, List.of(third()), 1))
                .isInstanceOfSatisfying(PartialChangeException.class, partial -> {
                    assertThat(partial.applied()).isEqualTo(Applied.YES);
                    assertThat(partial.changed()).containsExactly(CREATED, REMOVED);
                    assertThat(partial).hasCauseInstanceOf(ServiceFailureException.class);
                });
    }

    @Test
    void tellsWhatItHasAddedWhenItCannotRemoveTheOthers() {
        otc.on("DELETE " + otcMembers + "/*").throttle(1, Duration.ZERO).always();

        assertThatThrownBy(() -> otcClient.pools().replaceMembers(otcPool, List.of(third()), 1))
                .isInstanceOfSatisfying(PartialChangeException.class, partial -> {
                    assertThat(partial.applied()).isEqualTo(Applied.YES);
                    assertThat(partial.changed()).containsExactly(CREATED);
                    assertThat(partial).hasMessageContaining("1 changed, 1 not. RemoveMember");
                });
    }

    @Test
    void tellsWhatItHasReplacedThoughTheAnswerWasLost() {
        octavia.on("PUT " + members).dropAfterCommit();

        assertThat(octaviaClient.pools().replaceMembers(pool, List.of(third()), 1))
                .containsExactly(CREATED, REMOVED);
    }

    @Test
    void tellsWhatItHasAddedInABatchThoughTheAnswerWasLost() {
        otc.on("PUT " + otcMembers).dropAfterCommit();

        assertThat(otcClient.pools().updateMembers(otcPool, List.of(third()))).containsExactly(CREATED);

        assertThat(otc.members(otcPool)).hasSize(2);
    }

    @Test
    void tellsWhatItHasRemovedInABatchThoughTheAnswerWasLost() {
        String second = otc.addMember(otcPool, "192.0.2.2", 80);
        String third = otc.addMember(otcPool, "192.0.2.3", 80);
        otc.on("PUT " + otcMembers).dropAfterCommit();

        assertThat(otcClient.pools().removeMembers(otcPool, List.of(second, third)))
                .isEqualTo(Map.of(second, Removal.REMOVED, third, Removal.REMOVED));

        assertThat(otc.members(otcPool)).hasSize(1);
    }

    @Test
    void aMemberThatSomebodyElseRemovesBeforeTheBatchIsNoFailure() {
        String second = otc.addMember(otcPool, "192.0.2.2", 80);
        String third = otc.addMember(otcPool, "192.0.2.3", 80);
        otc.on("PUT " + otcMembers).throttle(1, Duration.ofSeconds(5));
        time.after(Duration.ofSeconds(1), () -> otcClient.pools().removeMember(otcPool, second));

        assertThat(otcClient.pools().removeMembers(otcPool, List.of(second, third)))
                .isEqualTo(Map.of(second, Removal.ALREADY_GONE, third, Removal.REMOVED));

        assertThat(otc.members(otcPool)).hasSize(1);
    }

    private static BatchMember third() {
        return BatchMember.builder()
                .address("192.0.2.3")
                .protocolPort(80)
                .subnetId(OctaviaServer.VIP_SUBNET_ID)
                .build();
    }
}
