package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** What belongs to what, what must go first, and what goes along. */
class OtcTreeTest extends OtcTestBase {
    private static final String PEM =
            "'certificate': '-----BEGIN CERTIFICATE-----\\nA\\n-----END CERTIFICATE-----', 'private_key': '-----BEGIN RSA"
                    + " PRIVATE KEY-----\\nA\\n-----END RSA PRIVATE KEY-----'";

    @Test
    void aLoadBalancerIsUsableAtOnce() throws Exception {
        JsonNode made = made(
                LBAAS + "loadbalancers",
                body("{'loadbalancer': {'name': 'a', 'vip_subnet_id': 's-1', 'vip_address': '192.168.0.5'}}"));

        assertThat(made.path("provisioning_status").asText()).isEqualTo("ACTIVE");
        assertThat(made.path("operating_status").asText()).isEqualTo("ONLINE");
        assertThat(made.path("vip_address").asText()).isEqualTo("192.168.0.5");
        assertThat(made.path("provider").asText()).isEqualTo("vlb");
        assertThat(made.path("created_at").asText()).isEqualTo("2026-03-04T05:06:07");
        assertThat(made.path("updated_at").asText()).isEqualTo("2026-03-04T05:06:07");
        assertThat(refusal(client.post(
                        LBAAS + "loadbalancers",
                        body("{'loadbalancer': {'vip_subnet_id': 's-1', 'vip_address': '192.168.0.5'}}"))))
                .isEqualTo("400 ELB.1101 Vip address is exist.");
    }

    @Test
    void aPortIsTakenOnce() throws Exception {
        listener(80);

        assertThat(refusal(client.post(
                        LBAAS + "listeners",
                        body("{'listener': {'protocol': 'TCP', 'protocol_port': 80, 'loadbalancer_id': '%s'}}", lb))))
                .isEqualTo("400 ELB.6200 Load Balancer " + lb + " already has a listener with protocol_port of 80.");
    }

    @Test
    void aPoolMadeForAListenerIsItsDefaultPool() throws Exception {
        String listener = listener(80);

        String made = id(LBAAS + "pools", poolFor(listener, "HTTP"));

        assertThat(got("listeners/" + listener).path("default_pool_id").asText())
                .isEqualTo(made);
        assertThat(got("pools/" + made).path("listeners").findValuesAsText("id"))
                .containsExactly(listener);
        assertThat(refusal(client.post(LBAAS + "pools", poolFor(listener, "HTTP"))))
                .isEqualTo("409 ELB.8907 listener " + listener + " already has a default pool " + made + ".");
    }

    @Test
    void protocolsMustFit() throws Exception {
        assertThat(refusal(client.post(LBAAS + "pools", poolFor(listener(80), "TCP"))))
                .isEqualTo("400 ELB.9899 Listener protocol HTTP and pool protocol TCP are not compatible.");
        assertThat(refusal(client.post(LBAAS + "healthmonitors", monitor(pool, "UDP_CONNECT"))))
                .isEqualTo(
                        "400 ELB.9805 RequestBody healthmonitor[type]'s value \"UDP_CONNECT\" is not in [TCP, HTTP].");
    }

    private static String poolFor(String listener, String protocol) {
        return body(
                "{'pool': {'protocol': '%s', 'lb_algorithm': 'ROUND_ROBIN', 'listener_id': '%s'}}", protocol, listener);
    }

    private static String monitor(String pool, String type) {
        return body(
                "{'healthmonitor': {'type': '%s', 'delay': 5, 'timeout': 3, 'max_retries': 3, 'pool_id': '%s'}}",
                type, pool);
    }

    @Test
    void childrenMustGoFirst() throws Exception {
        String listener = listener(80);
        String made = id(LBAAS + "pools", poolFor(listener, "HTTP"));
        String member = otc.addMember(made, "10.0.0.1", 80);
        String monitor = id(LBAAS + "healthmonitors", monitor(made, "HTTP"));

        assertInUse("loadbalancers/" + lb, "listener " + listener + " is using this loadbalancer");
        assertInUse("listeners/" + listener, "pool " + made + " is using this listener");
        assertInUse("pools/" + made, "member " + member + " is using this pool");
        gone("pools/" + made + "/members/" + member);
        assertInUse("pools/" + made, "healthmonitor " + monitor + " is using this pool");
        gone("healthmonitors/" + monitor);
        gone("pools/" + made);
        assertThat(got("listeners/" + listener).path("default_pool_id").isNull())
                .isTrue();
        gone("listeners/" + listener);
        assertInUse("loadbalancers/" + lb, "pool " + pool + " is using this loadbalancer");
        gone("pools/" + pool);
        gone("loadbalancers/" + lb);
        assertThat(client.get(LBAAS + "loadbalancers/" + lb).statusCode()).isEqualTo(404);
    }

    @Test
    void cascadeIsNothingHere() throws Exception {
        assertThat(refusal(client.delete(LBAAS + "loadbalancers/" + lb + "?cascade=true")))
                .startsWith("409 ELB.8907 ");
    }

    private void assertInUse(String path, String text) throws Exception {
        assertThat(refusal(client.delete(LBAAS + path))).isEqualTo("409 ELB.8907 " + text);
    }

    private void gone(String path) throws Exception {
        assertThat(client.delete(LBAAS + path).statusCode()).isEqualTo(204);
    }

    private JsonNode got(String path) throws Exception {
        return OctaviaTestBase.json(client.get(LBAAS + path)).elements().next();
    }

    @Test
    void aPolicyBringsItsRulesAndHoldsItsPool() throws Exception {
        String listener = listener(80);
        String policy = id(
                LBAAS + "l7policies",
                body(
                        "{'l7policy': {'action': 'REDIRECT_TO_POOL', 'listener_id': '%s', 'redirect_pool_id': '%s',"
                                + " 'rules': [{'type': 'PATH', 'compare_type': 'STARTS_WITH', 'value': '/a'}]}}",
                        listener, pool));
        String rules = LBAAS + "l7policies/" + policy + "/rules";
        String second = "{'rule': {'type': '%s', 'compare_type': 'EQUAL_TO', 'value': '%s'}}";

        assertThat(client.post(rules, body(second, "HOST_NAME", "a.example")).statusCode())
                .isEqualTo(201);
        assertThat(refusal(client.post(rules, body(second, "PATH", "/b")))).startsWith("400 ELB.9899 ");
        assertThat(got("l7policies/" + policy).path("rules")).hasSize(2);
        assertThat(OctaviaTestBase.json(client.get(LBAAS + "l7policies?display_all_rules=true"))
                        .path("l7policies")
                        .path(0)
                        .path("rules")
                        .findValuesAsText("value"))
                .containsExactly("/a", "a.example");
        assertInUse("pools/" + pool, "l7policy " + policy + " is using this pool");
        assertThat(client.put(LBAAS + "l7policies/" + policy, body("{'l7policy': {'redirect_pool_id': null}}"))
                        .statusCode())
                .isEqualTo(200);
        gone("pools/" + pool);
        gone("l7policies/" + policy);
        gone("listeners/" + listener);
    }

    @Test
    void aRedirectionLeadsFromPlainToSecure() throws Exception {
        String certificate = id(LBAAS + "certificates", body("{" + PEM + "}"));
        String plain = listener(80);
        String secure = id(
                LBAAS + "listeners",
                body(
                        "{'listener': {'protocol': 'TERMINATED_HTTPS', 'protocol_port': 443, 'loadbalancer_id': '%s',"
                                + " 'default_tls_container_ref': '%s'}}",
                        lb, certificate));
        String policy = "{'l7policy': {'action': 'REDIRECT_TO_LISTENER', 'listener_id': '%s',"
                + " 'redirect_listener_id': '%s'}}";

        assertThat(refusal(client.post(LBAAS + "l7policies", body(policy, secure, plain))))
                .startsWith("400 ELB.9899 ");
        made(LBAAS + "l7policies", body(policy, plain, secure));
        assertInUse("certificates/" + certificate, "listener " + secure + " is using this certificate");
        assertThat(refusal(client.put(
                        LBAAS + "listeners/" + secure, body("{'listener': {'default_tls_container_ref': null}}"))))
                .isEqualTo("400 ELB.9899 The default_tls_container_ref field of the TERMINATED_HTTPS listener does not"
                        + " allow updating to null");
    }

    @Test
    void aCertificateHasNoWrapper() throws Exception {
        String id = id(LBAAS + "certificates", body("{'name': 'a', " + PEM + "}"));

        JsonNode got = OctaviaTestBase.json(client.get(LBAAS + "certificates/" + id));
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(got.path("create_time").asText()).isEqualTo("2026-03-04 05:06:07");
        JsonNode list = OctaviaTestBase.json(client.get(LBAAS + "certificates"));
        assertThat(list.fieldNames()).toIterable().containsExactly("certificates", "instance_num");
        assertThat(list.path("instance_num").asInt()).isEqualTo(1);
        assertThat(refusal(client.post(LBAAS + "certificates", body("{'certificate': 'x', 'private_key': 'y'}"))))
                .isEqualTo("400 ELB.1011 Private_key or certificate content is not valid.");
        assertThat(refusal(client.put(LBAAS + "certificates/" + id, body("{'certificate': 'x'}"))))
                .isEqualTo("400 ELB.5013 Private_key or certificate content is not valid.");
        assertThat(refusal(client.post(LBAAS + "certificates", body("{'type': 'client', 'certificate': 'x'}"))))
                .isEqualTo("400 ELB.5051 CA certificate content is not valid.");
        assertThat(refusal(client.post(LBAAS + "certificates", "{}"))).startsWith("400 ELB.1001 ");
    }

    @Test
    void aListenerHasOneWhitelistWhichGoesAlong() throws Exception {
        String listener = listener(80);
        String whitelist = body("{'whitelist': {'listener_id': '%s', 'whitelist': '10.0.0.0/8'}}", listener);
        String id = id(LBAAS + "whitelists", whitelist);

        assertThat(refusal(client.post(LBAAS + "whitelists", whitelist))).startsWith("409 ELB.8907 ");
        gone("listeners/" + listener);
        assertThat(client.get(LBAAS + "whitelists/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void quotasEnd() throws Exception {
        otc.quota("pool", 1);
        otc.quota("member", 2);
        otc.quota("certificate", 0);
        otc.addMember(pool, "10.0.0.1", 80);

        assertThat(refusal(client.post(LBAAS + "pools", poolFor(listener(80), "HTTP"))))
                .isEqualTo("400 ELB.9807 Quota exceeded for resources:['pool'].");
        assertThat(refusal(client.post(LBAAS + "certificates", body("{" + PEM + "}"))))
                .isEqualTo("400 ELB.5151 The certificate quantity exceeds the quota.");
        assertThat(refusal(client.put(
                        members,
                        body("{'action': 'add', 'members': [{'address': '10.0.0.2', 'protocol_port': 80,"
                                + " 'subnet_id': 's'}, {'address': '10.0.0.3', 'protocol_port': 80, 'subnet_id':"
                                + " 's'}]}"))))
                .isEqualTo("400 ELB.9807 Quota exceeded for resources:['member'].");
    }

    @Test
    void aQuotaOfMinusOneIsNone() {
        otc.quota("member", 0);
        otc.quota("member", -1);

        otc.addMember(pool, "10.0.0.1", 80);
        assertThatThrownBy(() -> otc.quota("membr", 1)).hasMessage("There is no kind membr");
    }

    @Test
    void whatIsAddedIsToBelongToWhatCanHaveIt() {
        assertThatThrownBy(() -> otc.addMember(lb, "10.0.0.1", 80))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A member does not belong to a loadbalancer such as " + lb);
        assertThatThrownBy(() -> otc.members(lb)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTreeOfStatesHasPoolsTwice() throws Exception {
        String listener = listener(80);
        String made = id(LBAAS + "pools", poolFor(listener, "HTTP"));
        otc.addMember(made, "10.0.0.1", 80);

        JsonNode tree = OctaviaTestBase.json(client.get(LBAAS + "loadbalancers/" + lb + "/statuses"))
                .path("statuses")
                .path("loadbalancer");

        assertThat(tree.path("pools").findValuesAsText("address")).containsExactly("10.0.0.1");
        assertThat(tree.path("listeners")
                        .path(0)
                        .path("pools")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(made);
        assertThat(tree.path("pools").path(0).path("healthmonitor")).isEmpty();
        assertThat(client.get(LBAAS + "loadbalancers/" + lb + "/status").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherSdkFindsTheSameByOtherPaths() throws Exception {
        String root = "/v2/" + OctaviaServer.PROJECT_ID + "/elb/";
        String made = id(
                root + "pools/" + pool + "/members",
                body("{'member': {'address': '10.0.0.1', 'protocol_port': 80, 'subnet_id': 's-1'}}"));

        assertThat(client.get(members + "/" + made).statusCode()).isEqualTo(200);
        assertThat(client.get(root + "loadbalancers/" + lb + "/statuses").statusCode())
                .isEqualTo(200);
    }

    @Test
    void versionsAreToldToAnybody() throws Exception {
        JsonNode versions =
                OctaviaTestBase.json(new Browser(otc.uri()).get("/")).path("versions");

        assertThat(versions.findValuesAsText("id")).containsExactly("v2.0");
    }
}
