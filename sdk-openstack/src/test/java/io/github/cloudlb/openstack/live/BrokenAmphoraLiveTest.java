package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.Waiter;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.amphora.Amphora;
import io.github.cloudlb.openstack.amphora.ListAmphorae;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Of its own, since the load balancer has no amphora afterwards. */
class BrokenAmphoraLiveTest extends LiveTest {
    @Test
    void anAmphoraInErrorIsDeleted() {
        try (OpenStackClient admin = AdminTest.client()) {
            Amphora amphora = admin.amphorae()
                    .listAmphorae(ListAmphorae.builder()
                            .loadBalancerId(cloud.loadBalancerId())
                            .build())
                    .findFirst()
                    .orElseThrow();
            Ctl.run("sql", "update amphora set status='ERROR' where id='" + amphora.id() + "'");

            admin.amphorae().deleteAmphora(amphora.id());

            assertThat(Waiter.watching(() -> isGone(admin, amphora.id()))
                            .describedAs("amphora " + amphora.id())
                            .every(Duration.ofMillis(300))
                            .atMost(Duration.ofMinutes(1))
                            .until(gone -> gone))
                    .isTrue();
        }
    }

    private static boolean isGone(OpenStackClient admin, String id) {
        try {
            admin.amphorae().getAmphora(id);
            return false;
        } catch (NotFoundException gone) {
            return true;
        }
    }
}
