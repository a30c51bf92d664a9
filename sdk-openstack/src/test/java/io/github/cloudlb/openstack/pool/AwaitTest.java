package io.github.cloudlb.openstack.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.ThrottledException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class AwaitTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final VirtualTime time = Clients.time();

    @AutoClose
    private final OctaviaServer octavia = OctaviaServer.start(time);

    @AutoClose
    private final OpenStackClient client = Clients.of(octavia, time).build();

    @AutoClose
    private final OpenStackClient otc =
            Clients.of(octavia, time).dialect(LbaasDialect.OTC).build();

    private final String loadBalancer = octavia.addLoadBalancer("lb");
    private final String pool = octavia.addPool(loadBalancer, "web");
    private final String member = octavia.addMember(pool, "192.0.2.1", 80);

    @Test
    void waitsForALoadBalancerUntilItIsActive() {
        octavia.lockedByStranger(loadBalancer, Duration.ofMinutes(2));

        assertThat(client.loadBalancers().awaitActive(loadBalancer, LIMIT).provisioningStatus())
                .hasValue(ProvisioningStatus.ACTIVE);

        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(121));
    }

    @Observed(in = Area.CHANGES, value = "A change may be over before anybody sees it pending")
    @Test
    void doesNotInsistOnHavingSeenThatAChangeWasUnderWay() {
        client.loadBalancers().awaitActive(loadBalancer, LIMIT);

        assertThat(time.elapsed()).isZero();
    }

    @Test
    void tellsErrorApartFromSlow() {
        octavia.setStatus(loadBalancer, "ERROR");

        assertThatThrownBy(() -> client.loadBalancers().awaitActive(loadBalancer, LIMIT))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageContaining("provisioningStatus=ERROR");
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void tellsWhatItSawLastWhenTimeIsOver() {
        octavia.lockedByStranger(loadBalancer, Duration.ofHours(1));

        assertThatThrownBy(() -> client.loadBalancers().awaitActive(loadBalancer, LIMIT))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("not within PT5M")
                .hasMessageContaining("provisioningStatus=PENDING_UPDATE");
        assertThat(time.elapsed()).isEqualTo(LIMIT);
    }

    @Observed(in = Area.MISSING, value = "What is deleted is 404 at once: nobody sees the state DELETED")
    @Test
    void doesNotWaitForALoadBalancerThatDoesNotExist() {
        assertThatThrownBy(() -> client.loadBalancers().awaitActive("lb-unknown", LIMIT))
                .isInstanceOf(NotFoundException.class);
        assertThatCode(() -> client.loadBalancers().awaitDeleted("lb-unknown", LIMIT))
                .doesNotThrowAnyException();
    }

    @Observed(in = Area.CHANGES, value = "A member is ACTIVE before its load balancer is")
    @Test
    void waitsForTheLoadBalancerOfAMemberToo() {
        octavia.lockedByStranger(loadBalancer, Duration.ofSeconds(30));

        assertThat(client.pools().awaitMember(pool, member, LIMIT).id()).isEqualTo(member);

        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    }

    @Observed(in = Area.MISSING, value = "What is deleted is 404 at once: nobody sees the state DELETED")
    @Test
    void waitsUntilARemovedMemberIsGoneAndItsLoadBalancerFree() {
        octavia.lockAfterWrite(Duration.ofSeconds(20));
        client.pools().removeMember(pool, member);

        client.pools().awaitMemberRemoved(pool, member, LIMIT);

        assertThat(octavia.members(pool)).isEmpty();
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22));
    }

    @Test
    void sharesOneLimitBetweenMemberAndLoadBalancer() {
        octavia.lockAfterWrite(Duration.ofHours(1));
        client.pools().removeMember(pool, member);

        assertThatThrownBy(() -> client.pools().awaitMemberRemoved(pool, member, LIMIT))
                .isInstanceOf(WaitTimeoutException.class);
        assertThat(time.elapsed()).isBetween(LIMIT, LIMIT.plusSeconds(1));
    }

    @Observed(in = Area.OTHERS, value = "Members that were there before their health monitor stay NO_MONITOR")
    @Test
    void doesNotWaitForAHealthThatNobodyMeasures() {
        assertThatThrownBy(() -> client.pools().awaitMemberOnline(pool, member, LIMIT))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageContaining("operatingStatus=NO_MONITOR");
    }

    @Test
    void returnsAMemberThatIsOnline() {
        octavia.on("GET /v2.0/lbaas/pools/" + pool + "/members/" + member)
                .answers(200, online("OFFLINE"))
                .then(200, online("ONLINE"));

        assertThat(client.pools().awaitMemberOnline(pool, member, LIMIT).id()).isEqualTo(member);
    }

    @Test
    void saysThatOpenTelekomCloudDoesNotTellHealth() {
        assertThatThrownBy(() -> otc.pools().awaitMemberOnline(pool, member, LIMIT))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("operating_status of members does not exist in the dialect otc");
    }

    private String online(String status) {
        return "{\"member\": {\"id\": \"" + member + "\", \"address\": \"192.0.2.1\", \"protocol_port\": 80,"
                + " \"operating_status\": \"" + status + "\"}}";
    }

    @Test
    void theLimitHoldsForTheLookAtThePoolToo() {
        octavia.on("GET /v2.0/lbaas/pools/" + pool)
                .throttle(1, Duration.ofSeconds(8))
                .always();

        assertThatThrownBy(() -> client.pools().awaitMember(pool, member, Duration.ofSeconds(20)))
                .isInstanceOf(ThrottledException.class);

        assertThat(time.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aWaitEndsWithItsClient() {
        octavia.lockedByStranger(loadBalancer, Duration.ofHours(1));
        time.after(Duration.ofSeconds(10), client::close);

        assertThatThrownBy(() -> client.loadBalancers().awaitActive(loadBalancer, LIMIT))
                .isInstanceOf(CallInterruptedException.class)
                .hasMessageEndingWith("the client was closed");

        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }
}
