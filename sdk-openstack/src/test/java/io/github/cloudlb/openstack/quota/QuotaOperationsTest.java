package io.github.cloudlb.openstack.quota;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.QuotaExceededException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.SortDirection;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;

class QuotaOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    private static final String ALL = "/v2.0/lbaas/quotas";
    private static final String ONE = "/v2.0/lbaas/quotas/b42c";

    /** As Octavia 11 answers. */
    private static final String QUOTA = """
            {"quota": {"load_balancer": 3, "listener": -1, "member": 5, "pool": -1, "health_monitor": 0, "l7policy": -1,
              "l7rule": 7}}""";

    private static final String QUOTAS = """
            {"quotas": [{"project_id": "b42c", "loadbalancer": 6, "load_balancer": 6, "listener": null, "member": null,
              "pool": null, "healthmonitor": 2, "health_monitor": 2, "l7policy": -1, "l7rule": null,
              "tenant_id": "b42c"}], "quotas_links": [{"href":
              "http://127.0.0.1:19876/v2.0/lbaas/quotas?limit=1&marker=None", "rel": "next"}]}""";

    @Observed(in = Area.QUOTAS, value = "A single quota has no project and no old names")
    @Test
    @Pins(value = "quota.show", in = "octavia")
    void readsAQuota() {
        cloud.on("GET " + ONE).answers(200, QUOTA);

        Quota quota = octavia.quotas().getQuota("b42c");

        assertThat(sent(cloud)).isEqualTo("GET " + ONE);
        assertThat(quota.loadBalancer()).hasValue(3);
        assertThat(quota.listener()).hasValue(-1);
        assertThat(quota.member()).hasValue(5);
        assertThat(quota.pool()).hasValue(-1);
        assertThat(quota.healthMonitor()).hasValue(0);
        assertThat(quota.l7Policy()).hasValue(-1);
        assertThat(quota.l7Rule()).hasValue(7);
        assertThat(quota.projectId()).isEmpty();
        assertThat(quota.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "quota.defaults", in = "octavia")
    void readsTheDefaults() {
        cloud.on("GET " + ALL + "/defaults").answers(200, QUOTA);

        assertThat(octavia.quotas().getQuotaDefaults().member()).hasValue(5);
        assertThat(sent(cloud)).isEqualTo("GET " + ALL + "/defaults");
    }

    @Observed(
            in = Area.QUOTAS,
            value = "The list of quotas has old and new names side by side, and null for the default")
    @Test
    @Pins(value = "quota.list", in = "octavia")
    @DisplayName("The list has old and new names side by side, and null for what is not set")
    void listsQuotas() {
        cloud.on("GET " + ALL).answers(200, QUOTAS);

        List<Quota> listed = octavia.quotas()
                .listQuotas(ListQuotas.builder()
                        .projectId("b42c")
                        .loadBalancer(6)
                        .l7Policy(-1)
                        .limit(1)
                        .addSortKey("member")
                        .addSortDir(SortDirection.ASC)
                        .build())
                .toList();

        assertThat(sent(cloud))
                .isEqualTo("GET " + ALL
                        + "?project_id=b42c&load_balancer=6&l7policy=-1&limit=1&sort_key=member&sort_dir=asc");
        assertThat(listed).singleElement().satisfies(quota -> {
            assertThat(quota.projectId()).hasValue("b42c");
            assertThat(quota.loadBalancer()).hasValue(6);
            assertThat(quota.healthMonitor()).hasValue(2);
            assertThat(quota.l7Policy()).hasValue(-1);
            assertThat(quota.member()).isEmpty();
            assertThat(quota.unlisted()).isEmpty();
        });
    }

    @Observed(
            in = Area.LISTS,
            value =
                    "Zones and quotas have no ids: the link to their next page has the marker None, which leads nowhere")
    @Test
    @DisplayName("The link to the next page has the marker None, and any marker is answered with 500")
    void asksForNoSecondPage() {
        cloud.on("GET " + ALL).answers(200, QUOTAS);

        Page<Quota> page = octavia.send(ListQuotas.builder().limit(1).build());

        assertThat(page.next()).isEmpty();
        assertThat(page.envelope()).containsKey("quotas_links");
    }

    @Test
    void readsNewerNamesAlone() {
        cloud.on("GET " + ONE).answers(200, "{\"quota\": {\"loadbalancer\": 3, \"healthmonitor\": 2}}");

        Quota quota = octavia.quotas().getQuota("b42c");

        assertThat(quota.loadBalancer()).hasValue(3);
        assertThat(quota.healthMonitor()).hasValue(2);
    }

    @Observed(in = Area.NULLS, value = "null sets a quota back to the default, which need not be \"no limit\"")
    @Test
    @Pins(value = "quota.update", in = "octavia")
    void changesAQuotaAndSetsBackWithNull() {
        cloud.on("PUT " + ONE).answers(202, QUOTA);

        Quota changed = octavia.quotas()
                .updateQuota(UpdateQuota.builder()
                        .projectId("b42c")
                        .loadBalancer(3)
                        .healthMonitor(0)
                        .listener(-1)
                        .clearPool()
                        .clearL7Policy()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + ONE + " {\"quota\":{\"load_balancer\":3,\"listener\":-1,\"health_monitor\":0,"
                        + "\"pool\":null,\"l7policy\":null}}");
        assertThat(changed.loadBalancer()).hasValue(3);
    }

    @Observed(in = Area.QUOTAS, value = "DELETE of a quota is 202 without a body, as often as one likes")
    @Test
    @Pins(value = "quota.reset", in = "octavia")
    void resetsAQuotaAsOftenAsYouLike() {
        cloud.on("DELETE " + ONE).answers(202).then(202);

        octavia.quotas().resetQuota("b42c");
        octavia.quotas().resetQuota("b42c");

        assertThat(cloud.requests()).extracting(Clients::line).containsExactly("DELETE " + ONE, "DELETE " + ONE);
    }

    @Observed(in = Area.RIGHTS, value = "A quota that is used up is 403 like a lack of rights: only its text tells")
    @Test
    void aQuotaThatIsUsedUpIsToldApartFromALackOfRights() {
        cloud.on("GET " + ONE).answers(403, """
                        {"faultcode": "Client", "faultstring": "Quota has been met for resources: Health Monitor",
                          "debuginfo": null}""");

        assertThatThrownBy(() -> octavia.quotas().getQuota("b42c")).isInstanceOf(QuotaExceededException.class);
    }
}
