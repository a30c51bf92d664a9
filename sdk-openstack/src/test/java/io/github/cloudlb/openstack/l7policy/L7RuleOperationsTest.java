package io.github.cloudlb.openstack.l7policy;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;

class L7RuleOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String ALL = "/v2.0/lbaas/l7policies/po-1/rules";
    private static final String ONE = "/v2.0/lbaas/l7policies/po-1/rules/r-1";

    /** As Octavia 11 answers. */
    private static final String OF_OCTAVIA = """
            {"id": "r-1", "type": "HEADER", "compare_type": "CONTAINS", "key": "X-A", "value": "v", "invert": true,
              "provisioning_status": "PENDING_CREATE", "operating_status": "OFFLINE",
              "created_at": "2026-11-22T20:02:01", "updated_at": null, "project_id": "b42c", "admin_state_up": true,
              "tags": ["q"], "tenant_id": "b42c"}""";

    /** As Open Telekom Cloud documents it. */
    static final String OF_OTC = """
            {"compare_type": "EQUAL_TO", "provisioning_status": "ACTIVE", "admin_state_up": true, "tenant_id": "601f",
              "invert": false, "value": "/bbb.html", "key": null, "type": "PATH", "id": "r-1"}""";

    @Observed(in = Area.OTHERS, value = "A rule of a policy is wrapped as rule, though all others are named in full")
    @Test
    @Pins(value = "l7rule.create", in = "octavia")
    void createsARuleOnOctavia() {
        cloud.on("POST " + ALL).answers(201, one(OF_OCTAVIA));

        L7Rule made = octavia.l7Policies()
                .createL7Rule(CreateL7Rule.builder()
                        .l7PolicyId("po-1")
                        .type(L7RuleType.HEADER)
                        .compareType(L7CompareType.CONTAINS)
                        .key("X-A")
                        .value("v")
                        .invert(true)
                        .addTags("q")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + ALL + " {\"rule\":{\"type\":\"HEADER\",\"compare_type\":\"CONTAINS\","
                        + "\"invert\":true,\"key\":\"X-A\",\"value\":\"v\",\"tags\":[\"q\"]}}");
        assertThat(made.provisioningStatus()).hasValue(ProvisioningStatus.PENDING_CREATE);
    }

    @Test
    @Pins(value = "l7rule.create", in = "otc")
    void createsARuleOnOpenTelekomCloud() {
        cloud.on("POST " + ALL).answers(201, one(OF_OTC));

        L7Rule made = otc.l7Policies()
                .createL7Rule(CreateL7Rule.builder()
                        .l7PolicyId("po-1")
                        .type(L7RuleType.PATH)
                        .compareType(L7CompareType.EQUAL_TO)
                        .value("/bbb.html")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + ALL + " {\"rule\":{\"type\":\"PATH\",\"compare_type\":\"EQUAL_TO\","
                        + "\"value\":\"/bbb.html\"}}");
        assertThat(made.value()).hasValue("/bbb.html");
    }

    @Test
    @Pins("l7rule.show")
    void readsARule() {
        cloud.on("GET " + ONE).answers(200, one(OF_OCTAVIA)).then(200, one(OF_OTC));

        L7Rule onOctavia = octavia.l7Policies().getL7Rule("po-1", "r-1");
        L7Rule onOtc = otc.l7Policies().getL7Rule("po-1", "r-1");

        assertThat(cloud.requests()).extracting(Clients::line).containsExactly("GET " + ONE, "GET " + ONE);
        assertThat(onOctavia.type()).hasValue(L7RuleType.HEADER);
        assertThat(onOctavia.compareType()).hasValue(L7CompareType.CONTAINS);
        assertThat(onOctavia.key()).hasValue("X-A");
        assertThat(onOctavia.value()).hasValue("v");
        assertThat(onOctavia.invert()).hasValue(true);
        assertThat(onOctavia.adminStateUp()).hasValue(true);
        assertThat(onOctavia.tags()).containsExactly("q");
        assertThat(onOctavia.unlisted()).isEmpty();
        assertThat(onOtc.key()).isEmpty();
        assertThat(onOtc.tenantId()).hasValue("601f");
        assertThat(onOtc.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "l7rule.list", in = "octavia")
    void listsRulesOfOctavia() {
        cloud.on("GET " + ALL).answers(200, many(OF_OCTAVIA));

        List<L7Rule> listed = octavia.l7Policies()
                .listL7Rules(ListL7Rules.builder()
                        .l7PolicyId("po-1")
                        .type(L7RuleType.HEADER)
                        .key("X-A")
                        .adminStateUp(true)
                        .addTagsAny("q", "r")
                        .build())
                .toList();

        assertThat(sent(cloud)).isEqualTo("GET " + ALL + "?admin_state_up=true&type=HEADER&key=X-A&tags-any=q%2Cr");
        assertThat(listed).extracting(L7Rule::id).containsExactly("r-1");
    }

    @Test
    @Pins(value = "l7rule.list", in = "otc")
    void listsRulesOfOpenTelekomCloud() {
        cloud.on("GET " + ALL).answers(200, many(OF_OTC));

        List<L7Rule> listed = otc.l7Policies()
                .listL7Rules(ListL7Rules.builder()
                        .l7PolicyId("po-1")
                        .tenantId("601f")
                        .compareType(L7CompareType.EQUAL_TO)
                        .value("/bbb.html")
                        .build())
                .toList();

        assertThat(sent(cloud)).isEqualTo("GET " + ALL + "?tenant_id=601f&compare_type=EQUAL_TO&value=%2Fbbb.html");
        assertThat(listed)
                .singleElement()
                .satisfies(rule -> assertThat(rule.type()).hasValue(L7RuleType.PATH));
    }

    @Test
    @Pins(value = "l7rule.update", in = "octavia")
    void changesTheTypeOfARuleOnOctavia() {
        cloud.on("PUT " + ONE).answers(200, one(OF_OCTAVIA));

        octavia.l7Policies()
                .updateL7Rule(UpdateL7Rule.builder()
                        .l7PolicyId("po-1")
                        .l7RuleId("r-1")
                        .type(L7RuleType.FILE_TYPE)
                        .compareType(L7CompareType.EQUAL_TO)
                        .value("jpg")
                        .clearKey()
                        .clearInvert()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + ONE + " {\"rule\":{\"compare_type\":\"EQUAL_TO\",\"value\":\"jpg\","
                        + "\"type\":\"FILE_TYPE\",\"key\":null,\"invert\":null}}");
    }

    @Test
    @Pins(value = "l7rule.update", in = "otc")
    void changesTheValueOfARuleOnOpenTelekomCloud() {
        cloud.on("PUT " + ONE).answers(200, one(OF_OTC));

        otc.l7Policies()
                .updateL7Rule(UpdateL7Rule.builder()
                        .l7PolicyId("po-1")
                        .l7RuleId("r-1")
                        .compareType(L7CompareType.STARTS_WITH)
                        .value("/ccc.html")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + ONE + " {\"rule\":{\"compare_type\":\"STARTS_WITH\",\"value\":\"/ccc.html\"}}");
    }

    @Test
    @Pins("l7rule.delete")
    void deletesARule() {
        cloud.on("DELETE " + ONE).answers(204).then(204);

        octavia.l7Policies().deleteL7Rule("po-1", "r-1");
        otc.l7Policies().deleteL7Rule("po-1", "r-1");

        assertThat(cloud.requests()).extracting(Clients::line).containsExactly("DELETE " + ONE, "DELETE " + ONE);
    }

    private static String one(String rule) {
        return "{\"rule\": " + rule + "}";
    }

    private static String many(String rule) {
        return "{\"rules\": [" + rule + "], \"rules_links\": []}";
    }
}
