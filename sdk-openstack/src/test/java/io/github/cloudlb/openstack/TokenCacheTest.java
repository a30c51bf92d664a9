package io.github.cloudlb.openstack;

import static io.github.cloudlb.testkit.OctaviaServer.DOMAIN;
import static io.github.cloudlb.testkit.OctaviaServer.PASSWORD;
import static io.github.cloudlb.testkit.OctaviaServer.PROJECT;
import static io.github.cloudlb.testkit.OctaviaServer.USER;
import static io.github.cloudlb.testkit.OctaviaServer.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.stream.IntStream;

class TokenCacheTest {
    private final VirtualTime time = Clients.time();

    @AutoClose
    private final OctaviaServer octavia = OctaviaServer.start(time);

    private final TokenCache tokens = TokenCache.inMemory();

    @AutoClose
    private final OpenStackClient one = Clients.of(octavia, time).tokens(tokens).build();

    @AutoClose
    private final OpenStackClient other =
            Clients.of(octavia, time).tokens(tokens).build();

    private final String pool = octavia.addPool(octavia.addLoadBalancer("lb"), "web");

    @Test
    void oneLoginServesTwoClients() {
        look(one);
        look(other);

        assertThat(octavia.callsToIdentity()).hasSize(1);
    }

    @Test
    void oneLoginServesManyThreadsOfBoth() throws InterruptedException {
        everybodyLooks();

        assertThat(octavia.callsToIdentity()).hasSize(1);
    }

    @Test
    void aRevokedTokenIsRenewedOnceForBoth() throws InterruptedException {
        look(one);
        octavia.expireTokens();

        everybodyLooks();

        assertThat(octavia.callsToIdentity()).hasSize(2);
    }

    @Test
    void aTokenThatEndsIsRenewedOnceForBoth() {
        look(one);
        time.advance(Duration.ofHours(2));
        look(other);
        look(one);

        assertThat(octavia.callsToIdentity()).hasSize(2);
    }

    @Test
    void aClientGoesOnWhenTheOneThatLoggedInIsClosed() {
        look(one);
        one.close();
        octavia.expireTokens();

        look(other);

        assertThat(octavia.callsToIdentity()).hasSize(2);
    }

    @Test
    void clientsWithoutItShareNothing() {
        try (OpenStackClient alone = Clients.of(octavia, time).build()) {
            look(one);
            look(alone);
        }
        assertThat(octavia.callsToIdentity()).hasSize(2);
    }

    @Test
    void aWrongPasswordDoesNotGetTheTokenOfTheRightOne() {
        look(one);

        try (OpenStackClient wrong = shared(OpenStackCredentials.password(DOMAIN, USER, "wrong", PROJECT))) {
            assertThatThrownBy(() -> look(wrong)).isInstanceOf(UnauthenticatedException.class);
        }
    }

    @Test
    void otherProjectsAndUsersAreOthers() {
        look(one);

        try (OpenStackClient unasked = shared(OpenStackCredentials.password(Who.named(USER, DOMAIN), PASSWORD));
                OpenStackClient byId = shared(
                        OpenStackCredentials.password(Who.withId(USER_ID), PASSWORD, Who.named(PROJECT, DOMAIN)))) {
            look(unasked);
            look(byId);
        }
        assertThat(octavia.callsToIdentity()).hasSize(3);
        assertThat(tokens).hasToString("TokenCache{3}");
    }

    @Test
    void theSameUserOfAnotherKeystoneIsAnother() {
        try (OctaviaServer elsewhere = OctaviaServer.start(time);
                OpenStackClient there =
                        Clients.of(elsewhere, time).tokens(tokens).build()) {
            look(one);
            String poolThere = elsewhere.addPool(elsewhere.addLoadBalancer("lb"), "web");

            assertThat(there.pools().getPool(poolThere).id()).isEqualTo(poolThere);
            assertThat(elsewhere.callsToIdentity()).hasSize(1);
        }
    }

    private OpenStackClient shared(OpenStackCredentials credentials) {
        return Clients.of(octavia, time).credentials(credentials).tokens(tokens).build();
    }

    private void look(OpenStackClient client) {
        assertThat(client.pools().getPool(pool).id()).isEqualTo(pool);
    }

    private void everybodyLooks() throws InterruptedException {
        assertThat(Together.all(
                        IntStream.range(0, 64).boxed().toList(),
                        i -> (i % 2 == 0 ? one : other).pools().getPool(pool).id()))
                .isEqualTo(Collections.nCopies(64, pool));
    }
}
