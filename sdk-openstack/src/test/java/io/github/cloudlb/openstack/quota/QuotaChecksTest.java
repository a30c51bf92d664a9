package io.github.cloudlb.openstack.quota;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.BeforeSending;
import io.github.cloudlb.openstack.Observed;
import org.junit.jupiter.api.Test;

/** What is refused before anything is sent. */
class QuotaChecksTest extends BeforeSending {
    @Observed(in = Area.QUOTAS, value = "-1 is no limit, 0 is none")
    @Test
    void aQuotaIsANumberOrNoLimit() {
        octavia.check(update().member(-1).build());
        octavia.check(update().member(0).build());
        octavia.check(update().l7Rule(2_000_000_000).build());

        assertRefused(octavia, update().member(-2).build(), "member: \"-2\"", "-1 to 2000000000 is");
        assertRefused(octavia, update().l7Rule(2_000_000_001).build(), "l7rule: \"2000000001\"");
        assertRefused(octavia, update().loadBalancer(-2).build(), "load_balancer: \"-2\"");
    }

    @Test
    void aQuotaIsNotSetAndSetBackAtOnce() {
        assertRefused(octavia, update().member(1).clearMember().build(), "member", "it is cleared");
        assertRefused(octavia, update().addCleared("project_id").build(), "cleared: \"project_id\"");
    }

    @Test
    void openTelekomCloudHasNone() {
        assertUnsupported(otc, update().build(), "UpdateQuota does not exist in the dialect otc");
        assertUnsupported(otc, ShowQuota.of("b42c"), "ShowQuota does not exist");
        assertUnsupported(otc, RemoveQuota.of("b42c"), "RemoveQuota does not exist");
        assertUnsupported(otc, ShowQuotaDefaults.builder().build(), "ShowQuotaDefaults does not exist");
        assertUnsupported(otc, ListQuotas.builder().build(), "ListQuotas does not exist");
    }

    @Test
    void aProjectIsNoPath() {
        assertRefused(octavia, ShowQuota.of("b42c/default"), "project_id: \"b42c/default\"");
    }

    private static UpdateQuota.Builder update() {
        UpdateQuota.Builder update = UpdateQuota.builder();
        update.projectId("b42c");
        return update;
    }
}
