package io.github.cloudlb.openstack;

import static io.github.cloudlb.testkit.OctaviaServer.ACCESS_KEY_ID;
import static io.github.cloudlb.testkit.OctaviaServer.ACCESS_KEY_SECRET;
import static io.github.cloudlb.testkit.OctaviaServer.DOMAIN;
import static io.github.cloudlb.testkit.OctaviaServer.OTC_PROJECT;
import static io.github.cloudlb.testkit.OctaviaServer.PASSWORD;
import static io.github.cloudlb.testkit.OctaviaServer.PROJECT_ID;
import static io.github.cloudlb.testkit.OctaviaServer.SECURITY_TOKEN;
import static io.github.cloudlb.testkit.OctaviaServer.TEMPORARY_ACCESS_KEY_ID;
import static io.github.cloudlb.testkit.OctaviaServer.TEMPORARY_ACCESS_KEY_SECRET;
import static io.github.cloudlb.testkit.OctaviaServer.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InUseException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import io.github.cloudlb.openstack.listener.ListenerProtocol;
import io.github.cloudlb.openstack.loadbalancer.CreateLoadBalancer;
import io.github.cloudlb.openstack.pool.BatchMember;
import io.github.cloudlb.openstack.pool.CreatePool;
import io.github.cloudlb.openstack.pool.LbAlgorithm;
import io.github.cloudlb.openstack.pool.PoolProtocol;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.openstack.pool.UpdateMember;
import io.github.cloudlb.testkit.Dialect;
import io.github.cloudlb.testkit.OctaviaMember;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The life of a load balancer on the test kit's Open Telekom Cloud, whichever way one says who one is. */
class OtcServerTest {
    private final VirtualTime time = Clients.time();

    @AutoClose
    private final OctaviaServer otc = OctaviaServer.start(Dialect.OTC, time);

    static Stream<OpenStackCredentials> everybody() {
        OpenStackCredentials key = OpenStackCredentials.accessKey(ACCESS_KEY_ID, ACCESS_KEY_SECRET, PROJECT_ID);
        OpenStackCredentials temporary = OpenStackCredentials.temporaryAccessKey(
                TEMPORARY_ACCESS_KEY_ID, TEMPORARY_ACCESS_KEY_SECRET, SECURITY_TOKEN, PROJECT_ID);
        return Stream.of(
                OpenStackCredentials.password(DOMAIN, USER, PASSWORD, OTC_PROJECT),
                key,
                key.signedPlainly(),
                key.signedFor("eu-de", "elb"),
                key.forProject(Who.named(OTC_PROJECT, DOMAIN)),
                temporary,
                temporary.signedPlainly());
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aLoadBalancerIsMadeFilledDrainedAndTakenDown(OpenStackCredentials who) {
        try (OpenStackClient client = client(who)) {
            String lb = client.loadBalancers()
                    .createLoadBalancer(CreateLoadBalancer.builder()
                            .name("web")
                            .vipSubnetId("s-1")
                            .build())
                    .id();
            String listener = client.listeners()
                    .createListener(ListenerProtocol.HTTP, 80, lb)
                    .id();
            String pool = client.pools()
                    .createPool(CreatePool.builder()
                            .protocol(PoolProtocol.HTTP)
                            .lbAlgorithm(LbAlgorithm.ROUND_ROBIN)
                            .listenerId(listener)
                            .build())
                    .id();
            client.pools().updateMembers(pool, List.of(at("10.0.0.1"), at("10.0.0.2"), at("10.0.0.3")));
            assertThat(otc.members(pool))
                    .extracting(OctaviaMember::address)
                    .containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");

            drainAndRemove(client, pool, otc.members(pool).get(0).id());
            otc.verify().neverWiped(pool).noDoubleCreate().everySignatureFresh();

            client.pools()
                    .removeMembers(
                            pool,
                            otc.members(pool).stream().map(OctaviaMember::id).toList());
            client.pools().deletePool(pool);
            client.listeners().deleteListener(listener);
            client.loadBalancers().deleteLoadBalancer(lb);
            assertThatThrownBy(() -> client.loadBalancers().getLoadBalancer(lb)).isInstanceOf(NotFoundException.class);
        }
    }

    private void drainAndRemove(OpenStackClient client, String pool, String member) {
        client.pools()
                .updateMember(UpdateMember.builder()
                        .poolId(pool)
                        .memberId(member)
                        .weight(0)
                        .build());
        assertThat(otc.members(pool)).extracting(OctaviaMember::weight).containsExactly(0, 1, 1);
        assertThat(client.pools().removeMember(pool, member)).isEqualTo(Removal.REMOVED);
        assertThat(client.pools().removeMember(pool, member)).isEqualTo(Removal.ALREADY_GONE);
        assertThat(client.pools().listMembers(pool)).hasSize(2);
    }

    @Test
    void theCatalogTellsTheDialect() {
        try (OpenStackClient client = client(OpenStackCredentials.password(DOMAIN, USER, PASSWORD, OTC_PROJECT))) {
            assertThat(client.dialect()).isEqualTo(LbaasDialect.OTC);
        }
    }

    @Test
    void aRemovalWaitsUntilAnotherRequestIsDone() {
        String lb = otc.addLoadBalancer("web");
        String pool = otc.addPool(lb, "web");
        String member = otc.addMember(pool, "10.0.0.1", 8080);
        otc.lockedByStranger(lb, Duration.ofSeconds(40));

        try (OpenStackClient client = client(OpenStackCredentials.password(DOMAIN, USER, PASSWORD, OTC_PROJECT))) {
            assertThat(client.pools().removeMember(pool, member)).isEqualTo(Removal.REMOVED);
        }
        assertThat(otc.members(pool)).isEmpty();
    }

    @Test
    void whatIsInUseIsToldSo() {
        String lb = otc.addLoadBalancer("web");
        otc.addPool(lb, "web");

        try (OpenStackClient client = client(OpenStackCredentials.password(DOMAIN, USER, PASSWORD, OTC_PROJECT))) {
            assertThatThrownBy(() -> client.loadBalancers().deleteLoadBalancer(lb))
                    .isInstanceOf(InUseException.class);
        }
    }

    @Test
    void aClockThatIsOffIsSetRightByTheRefusal() {
        String pool = otc.addPool(otc.addLoadBalancer("web"), "web");
        otc.clockSkew(Duration.ofMinutes(20));

        try (OpenStackClient client =
                client(OpenStackCredentials.accessKey(ACCESS_KEY_ID, ACCESS_KEY_SECRET, PROJECT_ID))) {
            assertThat(client.pools().getPool(pool).id()).isEqualTo(pool);
        }
    }

    @Test
    void anotherSecretIsNotTheUsers() {
        try (OpenStackClient client = client(OpenStackCredentials.accessKey(ACCESS_KEY_ID, "guess", PROJECT_ID))) {
            assertThatThrownBy(() -> client.pools().getPool("p-1"))
                    .isInstanceOf(UnauthenticatedException.class)
                    .hasMessageContaining("APIGW.0301");
        }
    }

    private OpenStackClient client(OpenStackCredentials who) {
        return OpenStackClient.builder()
                .authUrl(otc.authUri())
                .credentials(who)
                .time(time)
                .build();
    }

    private static BatchMember at(String address) {
        return BatchMember.builder()
                .address(address)
                .protocolPort(80)
                .subnetId("s-1")
                .build();
    }
}
