package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.ServiceFailureException;
import io.github.cloudlb.core.TransportException;
import io.github.cloudlb.openstack.loadbalancer.CreateLoadBalancer;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.Fault;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;

/** Failures of the service, of what is in front of it, and of clocks. */
class ObservedOutagesTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    private static final String POOL = "GET /v2.0/lbaas/pools/p-1";
    private static final String CREATE = "POST /v2.0/lbaas/loadbalancers";
    private static final String DELETE = "DELETE /v2.0/lbaas/pools/p-1/members/m-1";
    private static final String NO_KEYSTONE =
            "{\"message\": \"The server is currently unavailable. Please try again at a"
                    + " later time.<br /><br />\\nThe Keystone service is temporarily unavailable.\\n\\n\","
                    + " \"code\": \"503 Service Unavailable\", \"title\": \"Service Unavailable\"}";

    @Observed(in = Area.OUTAGES, value = "Without Keystone Octavia answers 503 in a shape of its own")
    @Test
    void aReadIsRepeatedUntilKeystoneIsThereAgain() {
        cloud.on(POOL).answers(503, NO_KEYSTONE).then(503, NO_KEYSTONE).then(200, "{\"pool\": {\"id\": \"p-1\"}}");

        assertThat(octavia.pools().getPool("p-1").id()).isEqualTo("p-1");
    }

    @Observed(in = Area.OUTAGES, value = "A row that is locked for long is 500 with the SQL, and nothing was changed")
    @Test
    void whatTheDatabaseRolledBackIsSentAgain() {
        String fault =
                "{\"faultcode\": \"Server\", \"faultstring\": \"(1205, 'Lock wait timeout exceeded; try restarting"
                        + " transaction') [SQL: UPDATE ...]\", \"debuginfo\": null}";
        cloud.on(DELETE).answers(500, fault).then(204);

        assertThat(octavia.pools().removeMember("p-1", "m-1")).isEqualTo(Removal.REMOVED);
    }

    @Observed(in = Area.OUTAGES, value = "A bad request may be 500, too, each time")
    @Test
    void aFailureIsNotRepeatedWithoutEnd() {
        cloud.on(POOL)
                .answers(500, "{\"faultcode\": \"Server\", \"faultstring\": \"Something unknown went wrong\"}")
                .always();

        assertThatThrownBy(() -> octavia.pools().getPool("p-1")).isInstanceOf(ServiceFailureException.class);
        assertThat(cloud.calls()).hasSize(4);
    }

    @Observed(in = Area.OUTAGES, value = "Octavia throttles nobody: a 429 is of what stands in front, perhaps in HTML")
    @Test
    void waitsAsLongAsWhoeverIsInFrontWishes() {
        VirtualTime time = Clients.time();
        cloud.on(DELETE)
                .answers(429, "text/html", "<h1>Too Many Requests</h1>", "Retry-After", "7")
                .then(204);

        try (OpenStackClient client = Clients.of(cloud).time(time).build()) {
            assertThat(client.pools().removeMember("p-1", "m-1")).isEqualTo(Removal.REMOVED);
        }
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(7));
    }

    @Observed(in = Area.OUTAGES, value = "A write whose answer never came may be carried out minutes later")
    @Test
    void doesNotKnowWhatBecameOfAChangeThatIsNotAnswered() {
        cloud.on(CREATE).hang();

        try (OpenStackClient client =
                Clients.of(cloud).attemptLimit(Duration.ofMillis(150)).build()) {
            assertThatThrownBy(() -> client.loadBalancers().createLoadBalancer(request()))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            lost -> assertThat(lost.applied()).isEqualTo(Applied.UNKNOWN));
        }
        assertThat(cloud.calls()).hasSize(1);
    }

    @Observed(in = Area.LOAD_BALANCERS, value = "Names need not be unique: a POST sent again makes a second one")
    @Test
    void aCreationWhoseAnswerIsLostIsNotSentAgain() {
        cloud.on(CREATE).fault(Fault.EMPTY).then(201, "{\"loadbalancer\": {\"id\": \"lb-2\"}}");

        assertThatThrownBy(() -> octavia.loadBalancers().createLoadBalancer(request()))
                .isInstanceOf(TransportException.class);
        assertThat(cloud.calls()).hasSize(1);
    }

    @Observed(in = Area.HTTP, value = "The server closes idle connections after 75 s")
    @Test
    void aConnectionThatWasClosedIsReplaced() {
        cloud.on(POOL)
                .answers(200, "{\"pool\": {\"id\": \"p-1\"}}")
                .fault(Fault.EMPTY)
                .then(200, "{\"pool\": {\"id\": \"p-1\"}}");

        octavia.pools().getPool("p-1");

        assertThat(octavia.pools().getPool("p-1").id()).isEqualTo("p-1");
    }

    @Observed(in = Area.HTTP, value = "Some servers in front read no chunked bodies")
    @Test
    void aBodySaysHowLongItIs() {
        cloud.on(CREATE).answers(201, "{\"loadbalancer\": {\"id\": \"lb-1\"}}");

        octavia.loadBalancers().createLoadBalancer(request());

        assertThat(cloud.requests().get(0).header("Content-Length"))
                .hasValue(String.valueOf(cloud.requests().get(0).body().length()));
        assertThat(cloud.requests().get(0).header("Transfer-Encoding")).isEmpty();
    }

    @Observed(
            in = Area.KEYSTONE,
            value = "The end of a token is told by the server's clock, which may not be the client's")
    @Test
    void aTokenHoldsAsLongOnAClockThatIsWrong() {
        VirtualTime ahead = Clients.time();
        try (OctaviaServer server = OctaviaServer.start(Clients.time());
                OpenStackClient client = Clients.of(server, ahead).build()) {
            String pool = server.addPool(server.addLoadBalancer("lb"), "web");
            ahead.advance(Duration.ofHours(2));
            client.pools().getPool(pool);
            client.pools().getPool(pool);
            assertThat(server.callsToIdentity()).hasSize(1);

            ahead.advance(Duration.ofMinutes(59));
            client.pools().getPool(pool);
            assertThat(server.callsToIdentity()).hasSize(2);
        }
    }

    private static CreateLoadBalancer request() {
        return CreateLoadBalancer.builder().name("a").vipSubnetId("s-1").build();
    }
}
