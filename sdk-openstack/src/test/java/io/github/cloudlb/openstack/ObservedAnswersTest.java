package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.openstack.loadbalancer.CreateLoadBalancer;
import io.github.cloudlb.openstack.pool.CreateMember;
import io.github.cloudlb.openstack.pool.ListPools;
import io.github.cloudlb.openstack.pool.Member;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that look otherwise than one would think. */
class ObservedAnswersTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    private static final String POOL = "GET /v2.0/lbaas/pools/p-1";
    private static final String MEMBERS = "/v2.0/lbaas/pools/p-1/members";

    @Observed(in = Area.TOKENS, value = "A 401 has Keystone's shape, and no request id")
    @Test
    void aTokenThatIsRefusedIsToldWithoutARequestId() {
        cloud.on(POOL)
                .answers(
                        401,
                        "{\"error\": {\"code\": 401, \"title\": \"Unauthorized\", \"message\": \"The request you have made"
                                + " requires authentication.\"}}");

        assertThatThrownBy(() -> octavia.pools().getPool("p-1"))
                .isInstanceOfSatisfying(UnauthenticatedException.class, refused -> {
                    assertThat(refused.requestId()).isEmpty();
                    assertThat(refused.text()).isEqualTo("The request you have made requires authentication.");
                });
    }

    @Observed(in = Area.TOKENS, value = "A token of no project passes, and then a list is 403 and a POST is 400")
    @Test
    void aTokenOfNoProjectIsToldInTheWordsOfTheService() {
        cloud.on("GET /v2.0/lbaas/pools").answers(403, fault("Policy does not allow this request to be performed."));
        cloud.on("POST /v2.0/lbaas/loadbalancers")
                .answers(400, fault("Validation failure: Missing project ID in request where one is required."));

        assertThatThrownBy(() ->
                        octavia.pools().listPools(ListPools.builder().build()).toList())
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> octavia.loadBalancers()
                        .createLoadBalancer(
                                CreateLoadBalancer.builder().vipSubnetId("s-1").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Missing project ID");
    }

    @Observed(in = Area.ERRORS, value = "An error quotes the whole value it refuses, be it 2 MB")
    @Test
    void anErrorOfTwoMegabytesDoesNotFillALog() {
        cloud.on(POOL).answers(400, fault("x".repeat(2_000_000)));

        assertThatThrownBy(() -> octavia.pools().getPool("p-1"))
                .isInstanceOf(InvalidRequestException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(10_000));
    }

    @Observed(in = Area.HTTP, value = "A request line over 8190 bytes is 400 in HTML, of the server in front")
    @Test
    void aPageOfTheServerInFrontIsToldByItsWords() {
        cloud.on(POOL)
                .answers(
                        400,
                        "text/html",
                        "<html><head><title>Bad Request</title></head><body><h1><p>Bad Request</p></h1>Request Line is"
                                + " too large (9000 &gt; 8190)</body></html>");

        assertThatThrownBy(() -> octavia.pools().getPool("p-1"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Request Line is too large");
    }

    @Observed(in = Area.LOAD_BALANCERS, value = "A path that goes on after an id is 200 with an empty object")
    @ParameterizedTest
    @ValueSource(strings = {"{\"loadbalancer\": {}}", "\"v2\""})
    void anAnswerWithNothingInItIsNoLoadBalancer(String body) {
        cloud.on("GET /v2.0/lbaas/loadbalancers/lb-1").answers(200, body).always();

        assertThatThrownBy(() -> octavia.loadBalancers().getLoadBalancer("lb-1"))
                .isInstanceOf(MalformedAnswerException.class);
    }

    @Observed(in = Area.OTHERS, value = "A pool without a health monitor has no healthmonitor_id, not even null")
    @Test
    void aPoolMayLackTheIdOfAHealthMonitor() {
        cloud.on(POOL).answers(200, "{\"pool\": {\"id\": \"p-1\"}}");

        assertThat(octavia.pools().getPool("p-1").healthMonitorId()).isEmpty();
    }

    @Observed(in = Area.MEMBERS, value = "Ids are compared without regard to case, and told in small letters")
    @Test
    void anIdInCapitalsIsTheSame() {
        cloud.on("DELETE " + MEMBERS + "/M-1")
                .answers(404, fault("Member m-1 not found."))
                .then(404, "<html><body>Not Found</body></html>");
        cloud.on(POOL).answers(200, "{\"pool\": {\"id\": \"p-1\", \"members\": [{\"id\": \"m-1\"}]}}");

        assertThat(octavia.pools().removeMember("p-1", "M-1")).isEqualTo(Removal.ALREADY_GONE);
        assertThatThrownBy(() -> octavia.pools().removeMember("p-1", "M-1")).hasMessageContaining("404 Not Found");
    }

    @Observed(in = Area.MEMBERS, value = "Names may hold anything, even NUL, and come back with \\u escapes")
    @Test
    void aNameOfAnythingGoesAndComes() {
        String name = "né 名 \"x\" \u0000 \u001b \\";
        cloud.on("POST " + MEMBERS).answers(201, """
                {"member": {"id": "m-1", "address": "192.0.2.1", "protocol_port": 80,
                  "name": "n\\u00e9 \\u540d \\"x\\" \\u0000 \\u001b \\\\"}}""");

        Member made = octavia.pools().createMember(named(name));

        assertThat(made.name()).hasValue(name);
        assertThat(cloud.requests().get(0).body()).contains("\"né 名 \\\"x\\\" \\u0000 \\u001B \\\\\"");
    }

    @Observed(in = Area.MEMBERS, value = "An emoji in a name is 500, which is no outage")
    @Test
    void aNameWithAnEmojiIsSentOnce() {
        cloud.on("POST " + MEMBERS).answers(500, fault("Something unknown went wrong"));

        assertThatThrownBy(() -> octavia.pools().createMember(named("\uD83D\uDE00")))
                .hasMessageContaining("500 Something unknown went wrong");
        assertThat(cloud.calls()).hasSize(1);
    }

    private static CreateMember named(String name) {
        return CreateMember.builder()
                .poolId("p-1")
                .address("192.0.2.1")
                .protocolPort(80)
                .name(name)
                .build();
    }

    private static String fault(String text) {
        return "{\"faultcode\": \"Client\", \"faultstring\": \"" + text + "\", \"debuginfo\": null}";
    }
}
