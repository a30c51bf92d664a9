package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.amphora.Amphora;
import io.github.cloudlb.openstack.amphora.AmphoraRole;
import io.github.cloudlb.openstack.amphora.AmphoraStatus;
import io.github.cloudlb.openstack.amphora.Amphorae;
import io.github.cloudlb.openstack.amphora.ListAmphorae;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

class AmphoraLiveTest extends LiveTest {
    private final OpenStackClient admin = AdminTest.client();
    private final Amphorae amphorae = admin.amphorae();

    @AfterAll
    void close() {
        admin.close();
    }

    @Test
    void tellsTheAmphoraOfALoadBalancer() {
        Amphora amphora = only();

        assertThat(amphora.status()).hasValue(AmphoraStatus.ALLOCATED);
        assertThat(amphora.role()).hasValue(AmphoraRole.STANDALONE);
        assertThat(amphora.loadBalancerId()).hasValue(cloud.loadBalancerId());
        assertThat(amphora.certExpiration()).isPresent();
        assertThat(amphora.unlisted()).isEmpty();
        assertThat(amphorae.getAmphora(amphora.id()).computeId()).isEqualTo(amphora.computeId());
        assertThat(amphorae.listAmphorae(ListAmphorae.builder()
                        .id(amphora.id())
                        .role(AmphoraRole.STANDALONE)
                        .status(AmphoraStatus.ALLOCATED)
                        .createdAt(amphora.createdAt().orElseThrow())
                        .limit(1)
                        .build()))
                .extracting(Amphora::id)
                .containsExactly(amphora.id());
        assertThat(amphorae.listAmphorae(ListAmphorae.builder()
                        .id(amphora.id())
                        .role(AmphoraRole.MASTER)
                        .build()))
                .isEmpty();
    }

    @Test
    void anAmphoraThatHasServedNobodyHasNoStatistics() {
        String id = only().id();

        assertThatThrownBy(() -> amphorae.listAmphoraStatistics(id).toList())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Amphora stats for " + id + " not found.");
    }

    @Test
    void configuresAnAmphora() {
        amphorae.configureAmphora(only().id());
    }

    @Test
    void anAmphoraAtWorkIsNotDeleted() {
        String id = only().id();

        assertThatThrownBy(() -> amphorae.deleteAmphora(id))
                .isInstanceOfSatisfying(
                        LockedException.class,
                        locked -> assertThat(locked.attempts()).isEqualTo(1))
                .hasMessageContaining(id + " is immutable and cannot be updated.");
    }

    @Test
    void replacesAnAmphoraByAnother() {
        String id = only().id();

        amphorae.failoverAmphora(id);
        cloud.awaitActive();

        assertThat(only().id()).isNotEqualTo(id);
        assertThatThrownBy(() -> amphorae.getAmphora(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anUnknownAmphoraIsNotFound() {
        String unknown = UUID.randomUUID().toString();

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> amphorae.getAmphora(unknown),
                () -> amphorae.listAmphoraStatistics(unknown).toList(),
                () -> amphorae.configureAmphora(unknown),
                () -> amphorae.failoverAmphora(unknown),
                () -> amphorae.deleteAmphora(unknown))) {
            assertThatThrownBy(call).isInstanceOf(NotFoundException.class).hasMessageContaining(unknown);
        }
    }

    @Test
    void usersSeeNoAmphorae() {
        assertThatThrownBy(() -> client.amphorae()
                        .listAmphorae(ListAmphorae.builder().build())
                        .toList())
                .isInstanceOf(AccessDeniedException.class);
    }

    private Amphora only() {
        return amphorae.listAmphorae(ListAmphorae.builder()
                        .loadBalancerId(cloud.loadBalancerId())
                        .build())
                .filter(amphora -> amphora.loadBalancerId().isPresent())
                .findFirst()
                .orElseThrow();
    }
}
