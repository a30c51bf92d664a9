package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.QuotaExceededException;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.wire.Answers;
import io.github.cloudlb.core.wire.JsonWriter;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.quota.ListQuotas;
import io.github.cloudlb.openstack.quota.Quota;
import io.github.cloudlb.openstack.quota.Quotas;
import io.github.cloudlb.openstack.quota.UpdateQuota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** By an administrator, of another project, which afterwards has what it may have by default. */
@Tag("live")
class QuotaLiveTest {
    @AutoClose
    private final OpenStackClient admin = Environment.clientOf(
            "OCTAVIA_ADMIN", Environment.optional("OCTAVIA_ADMIN_PROJECT_NAME", "only administrators change quotas"));

    @AutoClose
    private final OpenStackClient other = Environment.clientOf(
            "OCTAVIA_ALT", Environment.optional("OCTAVIA_ALT_PROJECT_NAME", "another project is needed"));

    private final String project = Environment.optional("OCTAVIA_ALT_PROJECT_ID", "another project is needed");
    private final Quotas quotas = admin.quotas();

    @AfterEach
    void leaveTheDefaults() {
        quotas.resetQuota(project);
    }

    @Test
    void changesSetsBackAndResetsAQuota() {
        Quota defaults = quotas.getQuotaDefaults();

        Quota changed = quotas.updateQuota(
                change().loadBalancer(50).healthMonitor(60).l7Rule(-1).build());

        assertThat(changed.loadBalancer()).contains(50);
        assertThat(changed.healthMonitor()).contains(60);
        assertThat(changed.l7Rule()).contains(-1);
        assertThat(changed.member()).isEqualTo(defaults.member());
        assertThat(quotas.getQuota(project)).isEqualTo(changed);
        assertThat(other.quotas().getQuota(project)).isEqualTo(changed);
        assertThat(listed().loadBalancer()).contains(50);
        assertThat(listed().healthMonitor()).contains(60);
        assertThat(listed().member()).isEmpty();
        assertThat(listed().unlisted()).isEmpty();

        assertThat(quotas.updateQuota(change().clearLoadBalancer().build()).loadBalancer())
                .isEqualTo(defaults.loadBalancer());
        assertThat(listed().loadBalancer()).isEmpty();

        quotas.resetQuota(project);
        quotas.resetQuota(project);
        assertThat(quotas.getQuota(project)).isEqualTo(defaults);
    }

    @Test
    void findsQuotasByWhatTheyAre() {
        quotas.updateQuota(change().loadBalancer(1_234_567).build());

        assertThat(quotas.listQuotas(
                        ListQuotas.builder().loadBalancer(1_234_567).build()))
                .extracting(quota -> quota.projectId().orElseThrow())
                .containsExactly(project);
        // One entry makes a full page, whose link to the next leads nowhere: it is not followed.
        assertThat(quotas.listQuotas(
                        ListQuotas.builder().projectId(project).limit(1).build()))
                .hasSize(1);
    }

    @Observed(in = Area.RIGHTS, value = "A quota that is used up is 403 like a lack of rights: only its text tells")
    @Test
    void whatIsBeyondTheQuotaIsRefusedAndNothingIsMade() {
        String subnet = Environment.needed("OCTAVIA_VIP_SUBNET_ID", "a subnet for the addresses of load balancers");
        byte[] body = new JsonWriter()
                .beginObject()
                .name("loadbalancer")
                .beginObject()
                .field("vip_subnet_id", subnet)
                .endObject()
                .endObject()
                .done();
        Request<Void> create = dialect ->
                Message.post("v2.0", "lbaas", "loadbalancers").json(body).answer(Answers::nothing);
        quotas.updateQuota(change().loadBalancer(0).build());

        assertThatThrownBy(() -> other.send(create)).isInstanceOfSatisfying(QuotaExceededException.class, full -> {
            assertThat(full.status()).isEqualTo(403);
            assertThat(full.text()).contains("Quota has been met for resources: Load Balancer");
            assertThat(full.applied()).isEqualTo(Applied.NO);
        });
    }

    @Test
    void onlyAdministratorsChangeQuotasAndSeeTheDefaults() {
        assertThatThrownBy(() -> other.quotas().updateQuota(change().member(1).build()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> other.quotas().resetQuota(project)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> other.quotas().getQuotaDefaults()).isInstanceOf(AccessDeniedException.class);
    }

    private Quota listed() {
        return quotas.listQuotas(ListQuotas.builder().projectId(project).build())
                .findFirst()
                .orElseThrow();
    }

    private UpdateQuota.Builder change() {
        UpdateQuota.Builder change = UpdateQuota.builder();
        change.projectId(project);
        return change;
    }
}
