package io.github.cloudlb.openstack.l7policy;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Instant;
import java.util.List;

class L7PolicyOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String ALL = "/v2.0/lbaas/l7policies";
    private static final String ONE = "/v2.0/lbaas/l7policies/po-1";

    /** As Octavia 11 answers. */
    private static final String OF_OCTAVIA = """
            {"id": "po-1", "name": "", "description": "", "provisioning_status": "PENDING_CREATE",
              "operating_status": "OFFLINE", "admin_state_up": true, "project_id": "b42c", "action": "REDIRECT_TO_URL",
              "listener_id": "l-1", "redirect_pool_id": null, "redirect_url": "https://www.example.com/",
              "redirect_prefix": null, "position": 1, "rules": [{"id": "r-1"}, {"id": "r-2"}],
              "created_at": "2026-11-22T20:00:07", "updated_at": null, "tags": ["t"], "redirect_http_code": 301,
              "tenant_id": "b42c"}""";

    /** As Open Telekom Cloud documents it. */
    private static final String OF_OTC = """
            {"redirect_pool_id": "p-1", "description": "", "admin_state_up": true, "rules": [{"id": "r-1"}, {"id": "r-2"}],
              "tenant_id": "573d", "listener_id": "l-1", "redirect_url": null, "redirect_listener_id": null,
              "action": "REDIRECT_TO_POOL", "position": 100, "provisioning_status": "ACTIVE", "id": "po-1",
              "name": "web"}""";

    @Test
    @Pins(value = "l7policy.create", in = "octavia")
    void createsAPolicyOnOctavia() {
        cloud.on("POST " + ALL).answers(201, one(OF_OCTAVIA));

        L7Policy made = octavia.l7Policies()
                .createL7Policy(CreateL7Policy.builder()
                        .listenerId("l-1")
                        .action(L7Action.REDIRECT_TO_URL)
                        .redirectUrl("https://www.example.com/")
                        .redirectHttpCode(301)
                        .position(1)
                        .addTags("t")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + ALL + " {\"l7policy\":{\"listener_id\":\"l-1\",\"action\":\"REDIRECT_TO_URL\","
                        + "\"redirect_url\":\"https://www.example.com/\",\"position\":1,\"tags\":[\"t\"],"
                        + "\"redirect_http_code\":301}}");
        assertThat(made.provisioningStatus()).hasValue(ProvisioningStatus.PENDING_CREATE);
    }

    @Test
    @Pins(value = "l7policy.create", in = "otc")
    void createsAPolicyWithItsRulesOnOpenTelekomCloud() {
        cloud.on("POST " + ALL).answers(201, one(OF_OTC));

        L7Policy made = otc.l7Policies()
                .createL7Policy(CreateL7Policy.builder()
                        .name("web")
                        .listenerId("l-1")
                        .action(L7Action.REDIRECT_TO_POOL)
                        .redirectPoolId("p-1")
                        .addRules(rule(L7RuleType.PATH, "/test"), rule(L7RuleType.HOST_NAME, "www.example.com"))
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + ALL + " {\"l7policy\":{\"name\":\"web\",\"listener_id\":\"l-1\","
                        + "\"action\":\"REDIRECT_TO_POOL\",\"redirect_pool_id\":\"p-1\",\"rules\":["
                        + "{\"type\":\"PATH\",\"compare_type\":\"EQUAL_TO\",\"value\":\"/test\"},"
                        + "{\"type\":\"HOST_NAME\",\"compare_type\":\"EQUAL_TO\",\"value\":\"www.example.com\"}]}}");
        assertThat(made.rules()).extracting(L7Rule::id).containsExactly("r-1", "r-2");
    }

    @Test
    void redirectsToAListenerOnOpenTelekomCloud() {
        cloud.on("POST " + ALL).answers(201, one(OF_OTC));

        otc.l7Policies()
                .createL7Policy(CreateL7Policy.builder()
                        .listenerId("l-1")
                        .action(L7Action.REDIRECT_TO_LISTENER)
                        .redirectListenerId("l-2")
                        .build());

        assertThat(sent(cloud))
                .endsWith("{\"l7policy\":{\"listener_id\":\"l-1\",\"action\":\"REDIRECT_TO_LISTENER\","
                        + "\"redirect_listener_id\":\"l-2\"}}");
    }

    @Test
    @Pins("l7policy.show")
    void readsAPolicy() {
        cloud.on("GET " + ONE).answers(200, one(OF_OCTAVIA)).then(200, one(OF_OTC));

        L7Policy onOctavia = octavia.l7Policies().getL7Policy("po-1");
        L7Policy onOtc = otc.l7Policies().getL7Policy("po-1");

        assertThat(cloud.requests()).extracting(Clients::line).containsExactly("GET " + ONE, "GET " + ONE);
        assertThat(onOctavia.action()).hasValue(L7Action.REDIRECT_TO_URL);
        assertThat(onOctavia.redirectUrl()).hasValue("https://www.example.com/");
        assertThat(onOctavia.redirectHttpCode()).hasValue(301);
        assertThat(onOctavia.redirectPoolId()).isEmpty();
        assertThat(onOctavia.redirectPrefix()).isEmpty();
        assertThat(onOctavia.position()).hasValue(1);
        assertThat(onOctavia.listenerId()).hasValue("l-1");
        assertThat(onOctavia.rules()).extracting(L7Rule::id).containsExactly("r-1", "r-2");
        assertThat(onOctavia.createdAt()).hasValue(Instant.parse("2026-11-22T20:00:07Z"));
        assertThat(onOctavia.tags()).containsExactly("t");
        assertThat(onOctavia.unlisted()).isEmpty();
        assertThat(onOtc.redirectPoolId()).hasValue("p-1");
        assertThat(onOtc.redirectListenerId()).isEmpty();
        assertThat(onOtc.position()).hasValue(100);
        assertThat(onOtc.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "l7policy.list", in = "octavia")
    void listsPoliciesOfOctavia() {
        cloud.on("GET " + ALL).answers(200, many(OF_OCTAVIA));

        List<L7Policy> listed = octavia.l7Policies()
                .listL7Policies(ListL7Policies.builder()
                        .listenerId("l-1")
                        .action(L7Action.REJECT)
                        .position(1)
                        .redirectHttpCode(301)
                        .addNotTags("old")
                        .build())
                .toList();

        assertThat(sent(cloud))
                .isEqualTo("GET " + ALL + "?listener_id=l-1&action=REJECT&position=1&redirect_http_code=301"
                        + "&not-tags=old");
        assertThat(listed).extracting(L7Policy::id).containsExactly("po-1");
    }

    @Test
    @Pins(value = "l7policy.list", in = "otc")
    void listsPoliciesWithAllOfTheirRulesOnOpenTelekomCloud() {
        cloud.on("GET " + ALL).answers(200, many(OF_OTC.replace("{\"id\": \"r-1\"}", L7RuleOperationsTest.OF_OTC)));

        List<L7Policy> listed = otc.l7Policies()
                .listL7Policies(ListL7Policies.builder()
                        .tenantId("573d")
                        .redirectListenerId("l-2")
                        .displayAllRules(true)
                        .build())
                .toList();

        assertThat(sent(cloud))
                .isEqualTo("GET " + ALL + "?tenant_id=573d&redirect_listener_id=l-2&display_all_rules=true");
        L7Rule first = listed.get(0).rules().get(0);
        assertThat(first.type()).hasValue(L7RuleType.PATH);
        assertThat(first.value()).hasValue("/bbb.html");
        assertThat(listed.get(0).rules().get(1).type()).isEmpty();
    }

    @Test
    @Pins(value = "l7policy.update", in = "octavia")
    void changesActionAndPositionOnOctavia() {
        cloud.on("PUT " + ONE).answers(200, one(OF_OCTAVIA));

        octavia.l7Policies()
                .updateL7Policy(UpdateL7Policy.builder()
                        .l7PolicyId("po-1")
                        .action(L7Action.REDIRECT_PREFIX)
                        .redirectPrefix("https://www.example.com")
                        .position(2)
                        .adminStateUp(false)
                        .clearName()
                        .clearRedirectHttpCode()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + ONE + " {\"l7policy\":{\"admin_state_up\":false,\"action\":\"REDIRECT_PREFIX\","
                        + "\"redirect_prefix\":\"https://www.example.com\",\"position\":2,\"name\":null,"
                        + "\"redirect_http_code\":null}}");
    }

    @Test
    @Pins(value = "l7policy.update", in = "otc")
    void changesAPolicyAndDetachesItsPoolOnOpenTelekomCloud() {
        cloud.on("PUT " + ONE).answers(200, one(OF_OTC));

        otc.l7Policies()
                .updateL7Policy(UpdateL7Policy.builder()
                        .l7PolicyId("po-1")
                        .description("")
                        .clearRedirectPoolId()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + ONE + " {\"l7policy\":{\"description\":\"\",\"redirect_pool_id\":null}}");
    }

    @Test
    @Pins("l7policy.delete")
    void deletesAPolicy() {
        cloud.on("DELETE " + ONE).answers(204).then(204);

        octavia.l7Policies().deleteL7Policy("po-1");
        otc.l7Policies().deleteL7Policy("po-1");

        assertThat(cloud.requests()).extracting(Clients::line).containsExactly("DELETE " + ONE, "DELETE " + ONE);
    }

    private static NewL7Rule rule(L7RuleType type, String value) {
        return NewL7Rule.builder()
                .type(type)
                .compareType(L7CompareType.EQUAL_TO)
                .value(value)
                .build();
    }

    private static String one(String policy) {
        return "{\"l7policy\": " + policy + "}";
    }

    private static String many(String policy) {
        return "{\"l7policies\": [" + policy + "], \"l7policies_links\": []}";
    }
}
