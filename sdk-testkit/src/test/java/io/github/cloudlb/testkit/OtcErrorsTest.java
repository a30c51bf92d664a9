package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;

/** What is refused, and with which of the service's codes. */
class OtcErrorsTest extends OtcTestBase {

    @Test
    void withoutATokenNobodyIsKnown() throws Exception {
        assertThat(refusal(new Browser(otc.uri()).get(LBAAS + "pools")))
                .isEqualTo("401 ELB.1102 Token is error, Authentication required.");
        assertThat(refusal(new Browser(otc.uri()).get("/v2.0/" + OctaviaServer.PROJECT_ID + "/listeners/tags")))
                .isEqualTo("401 VPC.0008 Invalid token in the header.");
    }

    @Test
    void aTokenHoldsForADay() throws Exception {
        clock.passes(Duration.ofHours(24).minusSeconds(1));
        assertThat(client.get(LBAAS + "pools").statusCode()).isEqualTo(200);

        clock.passes(Duration.ofSeconds(1));
        assertThat(refusal(client.get(LBAAS + "pools"))).isEqualTo("401 ELB.1103 Token invalid");
    }

    @Test
    void tokensCanBeEndedBeforeTheirTime() throws Exception {
        otc.expireTokens();

        assertThat(refusal(client.get(LBAAS + "pools"))).isEqualTo("401 ELB.1103 Token invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"loadbalancers", "listeners", "pools", "healthmonitors", "l7policies", "whitelists"})
    void anUnknownIdIsNotFound(String collection) throws Exception {
        String path = LBAAS + collection + "/" + NOBODY;

        assertThat(refusal(client.get(path))).startsWith("404 ELB.9800 ").endsWith(NOBODY + " could not be found");
        assertThat(refusal(client.delete(path))).startsWith("404 ELB.9800 ");
    }

    @Test
    void aCertificateHasItsOwnWaysNotToBeThere() throws Exception {
        assertThat(refusal(client.get(LBAAS + "certificates/" + NOBODY.replace("-", ""))))
                .isEqualTo("404 ELB.5040 The certificate does not exist.");
        assertThat(refusal(client.get(LBAAS + "certificates/short")))
                .isEqualTo("400 ELB.5020 The certificate ID must be 32 characters.");
    }

    @Test
    void aMemberIsNotFoundByWayOfAnotherPool() throws Exception {
        String member = otc.addMember(pool, "10.0.0.1", 80);
        String other = otc.addPool(lb, "other");

        assertThat(refusal(client.get(LBAAS + "pools/" + other + "/members/" + member)))
                .isEqualTo("404 ELB.9800 member " + member + " could not be found");
        assertThat(refusal(client.get(LBAAS + "pools/" + NOBODY + "/members/" + member)))
                .isEqualTo("404 ELB.9800 pool " + NOBODY + " could not be found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//v2.0/lbaas/pools", "/v2.0/lbaas/stats", "/v2.0/lbaas/quotas", "/v3/x", "/v1.0/pools"})
    void whatIsNoOperationIsRefusedByTheGateway(String path) throws Exception {
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        if (!path.startsWith("/v3")) {
            assertThat(refusal(client.get(path))).startsWith("404 APIGW.0101 ");
        }
    }

    @Test
    void aBodyThatIsNoneIsNull() throws Exception {
        assertThat(refusal(client.post(LBAAS + "pools", "")))
                .isEqualTo("400 ELB.0002 RequestBody is null or empty,request is invalid.");
        assertThat(refusal(client.post(LBAAS + "pools", "{")))
                .isEqualTo("400 ELB.0002 RequestBody is null, request is invalid.");
        assertThat(refusal(client.post(LBAAS + "pools", "{}")))
                .isEqualTo("400 ELB.0002 Pool is null, request is invalid.");
        assertThat(refusal(client.post(members, "{\"address\": \"10.0.0.1\"}")))
                .isEqualTo("400 ELB.0002 Member is null, request is invalid.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'protocol_port': 80, 'subnet_id': 's' | member[address] is null, this is a required parameter.
            'address': null, 'protocol_port': 80, 'subnet_id': 's' | member[address] is null, this is a required parameter.
            'address': '10.0.0.1', 'protocol_port': 80 | member[subnet_id] is null, this is a required parameter.
            'address': '::1', 'protocol_port': 80, 'subnet_id': 's' | member[address]'s value "::1" is not a valid IPv4 address.
            'address': '10.0.0.1', 'protocol_port': 0, 'subnet_id': 's' | member[protocol_port]'s value 0 is not in 1 ~ 65535.
            'address': '10.0.0.1', 'protocol_port': '80', 'subnet_id': 's' | member[protocol_port]'s value "80" is not an integer.
            'address': '10.0.0.1', 'protocol_port': 80, 'subnet_id': 's', 'weight': 101 | member[weight]'s value 101 is not in 0 ~ 100.
            'address': '10.0.0.1', 'protocol_port': 80, 'subnet_id': 's', 'admin_state_up': 1 | member[admin_state_up]'s value 1 is not a boolean.
            """)
    void aMemberIsCheckedByTheTable(String member, String text) throws Exception {
        assertThat(refusal(client.post(members, body("{'member': {%s}}".formatted(member)))))
                .isEqualTo("400 ELB.9805 RequestBody " + text);
        assertThat(otc.members(pool)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'protocol': 'SCTP', 'protocol_port': 80 | listener[protocol]'s value "SCTP" is not in [TCP, HTTP, UDP, TERMINATED_HTTPS].
            'protocol': 'UDP', 'protocol_port': 4789 | listener[protocol_port]'s value 4789 is not in 1 ~ 65535.
            'protocol': 'HTTP', 'protocol_port': 0 | listener[protocol_port]'s value 0 is not in 1 ~ 65535.
            'protocol': 'TERMINATED_HTTPS', 'protocol_port': 443 | listener[default_tls_container_ref] is null, this is a required parameter.
            """)
    void aListenerIsCheckedByTheTable(String listener, String text) throws Exception {
        assertThat(refusal(client.post(
                        LBAAS + "listeners", body("{'listener': {%s, 'loadbalancer_id': '%s'}}", body(listener), lb))))
                .isEqualTo("400 ELB.9805 RequestBody " + text);
    }

    @Test
    void onlyTcpCanListenAtAllPorts() throws Exception {
        assertThat(made(
                                LBAAS + "listeners",
                                body(
                                        "{'listener': {'protocol': 'TCP', 'protocol_port': 0, 'loadbalancer_id': '%s'}}",
                                        lb))
                        .path("protocol_port")
                        .asInt())
                .isZero();
    }

    @Test
    void aPoolMustBelongToSomething() throws Exception {
        assertThat(refusal(client.post(
                        LBAAS + "pools", body("{'pool': {'protocol': 'TCP', 'lb_algorithm': 'ROUND_ROBIN'}}"))))
                .isEqualTo(
                        "400 ELB.9805 RequestBody pool[loadbalancer_id] and pool[listener_id] both are null, this has"
                                + " at least one parameter.");
    }

    @Test
    void anotherProjectIsNotOurs() throws Exception {
        assertThat(refusal(client.post(
                        LBAAS + "loadbalancers",
                        body("{'loadbalancer': {'vip_subnet_id': 's', 'tenant_id': 'another'}}"))))
                .startsWith("400 ELB.9808 ");
        assertThat(refusal(client.get("/v2/another/elb/pools"))).startsWith("400 ELB.9808 ");
        assertThat(refusal(client.get("/v2.0/another/listeners/tags"))).startsWith("400 VPC.0007 ");
    }

    @Test
    void whatIsFixedCannotBeChanged() throws Exception {
        assertThat(refusal(client.put(LBAAS + "pools/" + pool, body("{'pool': {'protocol': 'TCP'}}"))))
                .isEqualTo("400 ELB.9899 Cannot update read-only attribute protocol");
    }

    @Test
    void aStrangersLockIsAConflict() throws Exception {
        otc.lockedByStranger(lb, Duration.ofMinutes(1));
        String add = body("{'member': {'address': '10.0.0.1', 'protocol_port': 80, 'subnet_id': 's'}}");

        assertThat(lockedOut(client.post(members, add)))
                .isEqualTo("Load Balancer " + lb + " is immutable and cannot be updated.");
        assertThat(client.get(members).statusCode()).isEqualTo(200);

        clock.passes(Duration.ofMinutes(1));
        assertThat(client.post(members, add).statusCode()).isEqualTo(201);
    }

    @Test
    void aWriteCanKeepOthersOutForAWhile() throws Exception {
        otc.lockAfterWrite(Duration.ofSeconds(3));

        assertThat(client.put(LBAAS + "pools/" + pool, body("{'pool': {'name': 'a'}}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(lockedOut(client.put(LBAAS + "pools/" + pool, body("{'pool': {'name': 'b'}}"))))
                .contains("is immutable");
        clock.passes(Duration.ofSeconds(3));
        assertThat(client.put(LBAAS + "pools/" + pool, body("{'pool': {'name': 'b'}}"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** No code, unlike with conflicts that last. */
    private static String lockedOut(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode body = OctaviaTestBase.json(answer);
        assertThat(body.fieldNames()).toIterable().containsExactly("error_msg", "request_id");
        return body.path("error_msg").asText();
    }
}
