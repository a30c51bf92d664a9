package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class TokenRenewalTest {
    private static final String LOGIN = "POST /identity/v3/auth/tokens";

    private final VirtualTime time = Clients.time();

    @AutoClose
    private final OctaviaServer octavia = OctaviaServer.start(time);

    @AutoClose
    private final OpenStackClient client = Clients.of(octavia, time).build();

    private final String pool = octavia.addPool(octavia.addLoadBalancer("lb"), "web");

    @Test
    void oneLoginServesSixtyFourThreads() throws InterruptedException {
        everybodyLooks();

        assertThat(octavia.callsToIdentity()).hasSize(1);
    }

    @Test
    void oneLoginReplacesAnExpiredTokenForSixtyFourThreads() throws InterruptedException {
        look();
        time.advance(Duration.ofHours(2));

        everybodyLooks();

        assertThat(octavia.callsToIdentity()).hasSize(2);
    }

    @Test
    void oneLoginReplacesARevokedTokenForSixtyFourThreads() throws InterruptedException {
        look();
        octavia.expireTokens();

        everybodyLooks();

        assertThat(octavia.callsToIdentity()).hasSize(2);
    }

    @Observed(in = Area.TOKENS, value = "A token may be refused long before it ends")
    @Test
    void aTokenRevokedBeforeAChangeIsReplacedUnseen() {
        String member = octavia.addMember(pool, "192.0.2.1", 80);
        look();
        octavia.expireTokens();

        assertThat(client.pools().removeMember(pool, member)).isEqualTo(Removal.REMOVED);
    }

    @Test
    void aTokenIsRenewedTwoMinutesBeforeItEnds() {
        look();
        time.advance(Duration.ofMinutes(57));
        look();
        assertThat(octavia.callsToIdentity()).hasSize(1);

        time.advance(Duration.ofSeconds(61));
        look();
        assertThat(octavia.callsToIdentity()).hasSize(2);
    }

    @Test
    void aShortTokenIsNotRenewedBeforeHalfOfItsLife() {
        octavia.tokenLifetime(Duration.ofSeconds(60));
        look();
        time.advance(Duration.ofSeconds(29));
        look();
        assertThat(octavia.callsToIdentity()).hasSize(1);

        time.advance(Duration.ofSeconds(2));
        look();
        assertThat(octavia.callsToIdentity()).hasSize(2);
    }

    @Test
    void theOldTokenIsKeptWhenItCannotBeRenewedEarly() {
        look();
        time.advance(Duration.ofMinutes(58).plusSeconds(1));
        octavia.on(LOGIN).answers(401).always();

        look();
        look();

        assertThat(octavia.callsToIdentity())
                .describedAs("not every call waits for Keystone")
                .hasSize(2);
    }

    @Test
    void anEarlyRenewalThatFailedIsTriedAgainSoon() {
        look();
        time.advance(Duration.ofMinutes(58).plusSeconds(1));
        octavia.on(LOGIN).answers(401);
        look();

        time.advance(Duration.ofSeconds(11));
        look();
        look();

        assertThat(octavia.callsToIdentity()).hasSize(3);
    }

    @Test
    void aTokenRevokedWhileItsEarlyRenewalFailsIsReplaced() throws InterruptedException {
        look();
        time.advance(Duration.ofMinutes(58).plusSeconds(1));
        octavia.expireTokens();
        // The one is still waiting for this when the other, refused with the old token, waits for the one.
        octavia.on(LOGIN).answers(401).after(Duration.ofMillis(500));

        assertThat(Together.all(List.of(1, 2), i -> client.pools().getPool(pool).id()))
                .containsOnly(pool);

        assertThat(octavia.callsToIdentity()).hasSize(3);
    }

    @Test
    void anEndedTokenThatCannotBeRenewedIsAFailure() {
        look();
        time.advance(Duration.ofHours(2));
        octavia.on(LOGIN).answers(401).always();

        assertThatThrownBy(this::look).isInstanceOf(UnauthenticatedException.class);
    }

    @Observed(in = Area.TOKENS, value = "A 401 does not tell an expired token from one that never was")
    @Test
    void aNewTokenThatIsRefusedAsWellIsNotRenewedForEver() {
        octavia.on("GET /v2.0/lbaas/pools/*")
                .answers(401, "{\"error\": {\"code\": 401, \"title\": \"Unauthorized\", \"message\": \"no\"}}")
                .always();

        assertThatThrownBy(this::look)
                .isInstanceOfSatisfying(
                        UnauthenticatedException.class,
                        refused -> assertThat(refused.attempts()).isEqualTo(2));
        assertThat(octavia.callsToIdentity()).hasSize(2);
    }

    @Observed(
            in = Area.KEYSTONE,
            value = "The end of a token that is cut by its application credential has microseconds and no zone")
    @Test
    void theEndOfATokenCutByItsCredentialIsReadWithoutAZone() {
        octavia.applicationCredentialEnds(time.now().plusSeconds(600).plusNanos(123_456_000));
        try (OpenStackClient cut = Clients.of(octavia, time)
                .credentials(OpenStackCredentials.applicationCredential(
                        OctaviaServer.APPLICATION_CREDENTIAL_ID, OctaviaServer.APPLICATION_CREDENTIAL_SECRET))
                .build()) {
            cut.pools().getPool(pool);
            time.advance(Duration.ofSeconds(479));
            cut.pools().getPool(pool);
            assertThat(octavia.callsToIdentity()).hasSize(1);

            time.advance(Duration.ofSeconds(2));
            cut.pools().getPool(pool);
            assertThat(octavia.callsToIdentity()).hasSize(2);
        }
    }

    @Observed(in = Area.KEYSTONE, value = "A token got with a token ends when that one does")
    @Test
    void aTokenGotWithAnotherEndsWithItAndIsNotRenewedAhead() {
        look();
        String first = octavia.requests().get(1).header("X-Auth-Token").orElseThrow();
        try (OpenStackClient exchanged = Clients.of(octavia, time)
                .credentials(OpenStackCredentials.token(first).forProject(Who.withId(OctaviaServer.PROJECT_ID)))
                .build()) {
            exchanged.pools().getPool(pool);
            time.advance(Duration.ofMinutes(59));
            exchanged.pools().getPool(pool);
            assertThat(octavia.callsToIdentity()).hasSize(2);

            time.advance(Duration.ofMinutes(2));
            assertThatThrownBy(() -> exchanged.pools().getPool(pool)).isInstanceOf(UnauthenticatedException.class);
        }
    }

    private void look() {
        client.pools().getPool(pool);
    }

    private void everybodyLooks() throws InterruptedException {
        assertThat(Together.all(
                        IntStream.range(0, 64).boxed().toList(),
                        i -> client.pools().getPool(pool).id()))
                .isEqualTo(Collections.nCopies(64, pool));
    }
}
