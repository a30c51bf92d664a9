package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.BeforeSending;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What is refused before anything is sent. */
class ChecksTest extends BeforeSending {
    @Observed(in = Area.REFUSED, value = "Refusals quote the names of a program and change between releases")
    @Test
    void aWeightHasTheLimitOfItsCloud() {
        octavia.check(update().weight(256).build());
        otc.check(update().weight(100).build());

        assertRefused(octavia, update().weight(257).build(), "weight: \"257\" is not allowed, but 0 to 256 is");
        assertRefused(octavia, update().weight(-1).build(), "weight: \"-1\" is not allowed, but 0 to 256 is");
        assertRefused(otc, update().weight(101).build(), "weight: \"101\" is not allowed, but 0 to 100 is");
    }

    @Observed(in = Area.MEMBERS, value = "Host names, blanks and leading zeros in an address are refused")
    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", " 192.0.2.31", "192.0.2.031", "2001:db8::g"})
    void anAddressIsAnIpAddressOnOctavia(String address) {
        assertRefused(octavia, CreateMember.of("p-1", address, 80), "address: \"" + address + "\" is not allowed");
    }

    @Test
    void aMemberNeedsItsSubnetOnOpenTelekomCloud() {
        octavia.check(CreateMember.of("p-1", "192.0.2.1", 80));

        assertRefused(
                otc,
                CreateMember.of("p-1", "192.0.2.1", 80),
                "subnet_id: \"\" is not allowed, but it is required when the dialect is otc");
    }

    @Observed(in = Area.REFUSED, value = "Names, descriptions and tags have 255 characters at most")
    @Test
    void aNameHas255CharactersAtMost() {
        octavia.check(update().name("é".repeat(255)).build());

        assertRefused(octavia, update().name("x".repeat(256)).build(), "name: ");
        assertRefused(otc, update().name("x".repeat(256)).build(), "a text of 0 to 255 characters is");
    }

    @Observed(in = Area.REFUSED, value = "Refusals quote the names of a program and change between releases")
    @Test
    void aPortIsBetween1And65535() {
        assertRefused(octavia, CreateMember.of("p-1", "192.0.2.1", 0), "protocol_port: \"0\"");
        assertRefused(octavia, CreateMember.of("p-1", "192.0.2.1", 65536), "1 to 65535 is");
    }

    @Observed(in = Area.NULLS, value = "session_persistence is taken away with null, and 400 with {}")
    @Test
    void aCookieGoesWithAnAppCookieAndWithNothingElse() {
        SessionPersistence.Builder app = SessionPersistence.builder().type(PersistenceType.APP_COOKIE);
        SessionPersistence.Builder http = SessionPersistence.builder().type(PersistenceType.HTTP_COOKIE);

        for (OpenStackClient client : Set.of(octavia, otc)) {
            assertRefused(client, pool(app), "session_persistence.cookie_name", "required when type is APP_COOKIE");
            assertRefused(
                    client,
                    pool(http.cookieName("JSESSIONID")),
                    "session_persistence.cookie_name",
                    "must be left out when type is not APP_COOKIE");
        }
        octavia.check(pool(app.cookieName("JSESSIONID")));
        assertRefused(octavia, pool(app.cookieName("a;b")), "session_persistence.cookie_name: \"a;b\"");
        assertRefused(octavia, pool(SessionPersistence.builder()), "session_persistence.type", "it is required");
    }

    @Test
    void aTimeoutIsAWholeNumberOfItsUnit() {
        assertRefused(otc, pool(session(Duration.ofSeconds(90))), "persistence_timeout", "PT1M30S", "whole minutes");
        assertRefused(octavia, pool(session(Duration.ofMillis(1500))), "persistence_timeout", "whole seconds");
        assertRefused(otc, pool(session(Duration.ofHours(25))), "persistence_timeout: \"1500\"", "1 to 1440 is");
        octavia.check(pool(session(Duration.ofSeconds(90))));
        otc.check(pool(session(Duration.ofHours(24))));
    }

    @Test
    void aFieldOfOneCloudIsNotSentToTheOther() {
        assertUnsupported(otc, update().backup(true).build(), "backup does not exist in the dialect otc");
        assertUnsupported(otc, update().clearMonitorPort().build(), "monitor_port does not exist in the dialect otc");
        assertUnsupported(
                octavia, ListPools.builder().memberAddress("192.0.2.1").build(), "member_address");
    }

    @Test
    void openTelekomCloudHasFewerProtocols() {
        CreatePool sctp = pool(PoolProtocol.SCTP).build();
        octavia.check(sctp);

        assertRefused(otc, sctp, "protocol: \"SCTP\" is not allowed, but one of TCP, UDP, HTTP is");
        otc.check(pool(PoolProtocol.unlisted("NEWER")).build());
    }

    @Test
    void aPoolIsMadeForALoadBalancerOrAListener() {
        octavia.check(pool(PoolProtocol.TCP).build());
        octavia.check(pool(PoolProtocol.TCP)
                .loadBalancerId(Optional.empty())
                .listenerId("l-1")
                .build());

        assertRefused(
                octavia,
                pool(PoolProtocol.TCP).loadBalancerId(Optional.empty()).build(),
                "listener_id: \"\" is not allowed, but it is required when there is none of loadbalancer_id");
    }

    @Observed(
            in = Area.NULLS,
            value = "admin_state_up: null switches off: what is not given must not be written as null")
    @Test
    void onlyWhatMayBeSetBackIs() {
        assertRefused(octavia, update().addCleared("admin_state_up").build(), "cleared: \"admin_state_up\"");
        assertRefused(octavia, update().weight(1).clearWeight().build(), "weight", "it is cleared");
    }

    private static UpdateMember.Builder update() {
        return UpdateMember.builder().poolId("p-1").memberId("m-1");
    }

    private static SessionPersistence.Builder session(Duration timeout) {
        return SessionPersistence.builder().type(PersistenceType.SOURCE_IP).persistenceTimeout(timeout);
    }

    private static CreatePool pool(SessionPersistence.Builder session) {
        return pool(PoolProtocol.HTTP).sessionPersistence(session.build()).build();
    }

    private static CreatePool.Builder pool(PoolProtocol protocol) {
        return CreatePool.builder().loadBalancerId("lb-1").protocol(protocol).lbAlgorithm(LbAlgorithm.ROUND_ROBIN);
    }
}
