package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;

/** Tempers in the cloud's own form, and what counts as a write. */
class OtcTempersTest extends OtcTestBase {
    private static final String QUERY =
            "/v2.0/" + OctaviaServer.PROJECT_ID + "/loadbalancers/resource_instances/action";

    @Test
    void tooManyCallsAreThrottledByTheGateway() throws Exception {
        otc.onAny().throttle(1, Duration.ofSeconds(60));

        HttpResponse<String> throttled = client.get(members);

        assertThat(refusal(throttled)).startsWith("429 APIGW.0308 ");
        assertThat(throttled.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(client.get(members).statusCode()).isEqualTo(200);
    }

    @Test
    void aFailureIsTheServicesOwn() throws Exception {
        otc.onAny().serverError(1);

        assertThat(refusal(client.get(members))).startsWith("500 ELB.8906 ");
    }

    @Test
    void aQueryByTagsIsNoWriteAndALoginNoCall() throws Exception {
        client.post(QUERY, body("{'action': 'count'}"));
        otc.verify().writesAtMost(0);

        client.put(members, body("{'action': 'add', 'members': []}"));

        otc.verify().writesAtMost(1);
        assertThat(otc.calls()).containsExactly("POST " + QUERY, "PUT " + members);
        assertThat(otc.callsToIdentity()).containsExactly("POST /identity/v3/auth/tokens");
    }

    @Test
    void aResetForgetsAllButTokensAndKeys() throws Exception {
        otc.reset();

        assertThat(client.get(LBAAS + "pools").body()).isEqualTo("{\"pools\":[]}");
        assertThat(new OtcSigner(otc.uri(), clock, true)
                        .client("GET", LBAAS + "pools", "", "")
                        .get(LBAAS + "pools")
                        .body())
                .isEqualTo("{\"pools\":[]}");
    }

    @Test
    void aStrangerLocksLoadBalancersAlone() {
        assertThatThrownBy(() -> otc.lockedByStranger(pool, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(pool + " is no load balancer");
    }

    @Test
    void aWriteLocksNoCertificate() throws Exception {
        otc.lockAfterWrite(Duration.ofMinutes(1));
        String certificate = id(
                LBAAS + "certificates",
                body(
                        "{'name': 'a', 'type': 'client', 'certificate': '-----BEGIN CERTIFICATE-----\\n-----END CERTIFICATE-----'}"));

        assertThat(client.delete(LBAAS + "certificates/" + certificate).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aStrangersLockIsInTheTimeline() {
        otc.lockedByStranger(lb, Duration.ofSeconds(30));

        assertThat(otc.journal().timeline()).containsOnlyOnce("somebody else has load balancer " + lb + " for 30.0 s");
    }
}
