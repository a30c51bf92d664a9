package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.pool.ListPools;
import io.github.cloudlb.openstack.pool.Pool;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RightsLiveTest extends LiveTest {
    @Observed(
            in = Area.RIGHTS,
            value = "Who has no role, who may only read, and who asks for another project are told the same")
    @Test
    void whoMayOnlyReadIsDeniedARemoval() {
        String memberId = pools.createMember(poolId, "192.0.2.121", 8080).id();

        try (OpenStackClient viewer = Environment.clientOf("OCTAVIA_VIEWER", Environment.project())) {
            assertThat(viewer.pools().getMember(poolId, memberId).id()).isEqualTo(memberId);
            assertDenied(() -> viewer.pools().removeMember(poolId, memberId));
        }

        assertThat(cloud.memberIds()).contains(memberId);
    }

    @Test
    void whoHasNoRoleIsDeniedEvenToRead() {
        try (OpenStackClient outsider = Environment.clientOf("OCTAVIA_OUTSIDER", Environment.project())) {
            assertDenied(() -> outsider.pools().getPool(poolId));
        }
    }

    @Observed(in = Area.RIGHTS, value = "What belongs to another project is 403, not 404")
    @Observed(in = Area.RIGHTS, value = "A list is cut down to one's own project in silence")
    @Test
    void anotherProjectsPoolIsDenied() {
        String memberId = pools.createMember(poolId, "192.0.2.122", 8080).id();
        String project = Environment.optional("OCTAVIA_ALT_PROJECT_NAME", "another project is needed");

        try (OpenStackClient stranger = Environment.clientOf("OCTAVIA_ALT", project)) {
            assertDenied(() -> stranger.pools().getPool(poolId));
            assertDenied(() -> stranger.pools().removeMember(poolId, memberId));
            assertThat(stranger.pools()
                            .listPools(ListPools.builder().name(cloud.name()).build()))
                    .extracting(Pool::id)
                    .isEmpty();
        }

        assertThat(cloud.memberIds()).contains(memberId);
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AccessDeniedException.class, denied -> {
            assertThat(denied.applied()).isEqualTo(Applied.NO);
            assertThat(denied.requestId()).startsWith("req-");
            assertThat(denied.text()).contains("Policy does not allow");
        });
    }
}
