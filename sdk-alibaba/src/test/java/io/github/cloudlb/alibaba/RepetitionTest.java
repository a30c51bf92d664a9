package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.servergroup.ListServerGroupServers;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.ServiceFailureException;
import io.github.cloudlb.core.ThrottledException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.testkit.AlbServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

class RepetitionTest extends AlbTestBase {
    @Test
    void followsANonceThatWasSeenBeforeWithAnother() {
        server.on(REMOVE).answers(400, error("SignatureNonceUsed"));

        groups.removeServers(group, servers(1), false);

        assertThat(removals()).hasSize(2);
        assertThat(removals())
                .map(removal -> removal.header("x-acs-signature-nonce").orElseThrow())
                .doesNotHaveDuplicates();
        assertThat(removals())
                .map(AlbTestBase::token)
                .containsOnly(token(removals().get(0)));
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void endsIfTheNextNonceWasSeenBeforeToo() {
        server.on(REMOVE).answers(400, error("SignatureNonceUsed")).always();

        assertThatThrownBy(() -> groups.removeServers(group, servers(1), false))
                .isInstanceOf(UnauthenticatedException.class);
        assertThat(removals()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidTimeStamp.Expired",
        "400, SignatureDoesNotMatch",
        "403, SignatureDoesNotMatch",
        "404, InvalidAccessKeyId.NotFound",
        "400, IncompleteSignature",
        "403, InvalidSecurityToken.Expired"
    })
    void doesNotFollowAnIdentityThatWasRefused(int status, String code) {
        server.on(REMOVE).answers(status, error(code));

        assertThatThrownBy(() -> groups.removeServers(group, servers(1), false))
                .isInstanceOfSatisfying(
                        UnauthenticatedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(removals()).hasSize(1);
    }

    @Test
    void setsAClockThatIsSlowRightByTheDateOfTheRefusal() {
        InstantSource later = InstantSource.offset(time, Duration.ofMinutes(16));
        try (AlbServer ahead = AlbServer.start(later);
                AlbClient slow = builder().endpoint(ahead.uri()).build()) {
            assertThatThrownBy(() -> slow.serverGroups().deleteServerGroup("sgp-1"))
                    .isInstanceOf(NotFoundException.class);
            assertThat(ahead.calls()).hasSize(2);
            assertThat(ahead.journal().timeline()).contains("InvalidTimeStamp.Expired");
        }
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        server.on(REMOVE)
                .answers(400, "application/json", error("Throttling"), "x-acs-retry-after", "1500")
                .passes();

        groups.removeServers(group, servers(1), false);

        assertThat(time.pauses()).containsExactly(Duration.ofMillis(1500));
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void givesUpOnThrottlingAfterFourAttempts() {
        server.on(REMOVE).answers(400, error("Throttling.User")).always();

        assertThatThrownBy(() -> groups.removeServers(group, servers(1), false)).isInstanceOf(ThrottledException.class);
        assertThat(removals()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "503, ServiceUnavailable", "400, ServiceUnavailable", "400, SystemBusy"})
    void followsAFailureOfTheServiceWithTheSameToken(int status, String code) {
        server.on(REMOVE).answers(status, error(code));

        groups.removeServers(group, servers(1), false);

        assertThat(removals())
                .hasSize(2)
                .map(AlbTestBase::token)
                .containsOnly(token(removals().get(0)));
        assertThat(serversLeft()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forbidden.ServerGroup", "ResourceInUse.ServerGroup", "OperationDenied.Any", "Unheard.Of"})
    void doesNotFollowARefusal(String code) {
        server.on(REMOVE).answers(400, error(code));

        assertThatThrownBy(() -> groups.removeServers(group, servers(1), false)).hasMessageContaining(code);
        assertThat(removals()).hasSize(1);
    }

    @Test
    void followsAReadThatFailed() {
        server.on(LIST).answers(500, error("InternalError")).then(502);
        servers(1);

        assertThat(groups.removeServers(group, List.of(ServerRef.ecs("i-0", 80)), false)
                        .await(Duration.ofMinutes(1)))
                .hasSize(1);
    }

    @Test
    void endsInTheFailureItself() {
        server.on(LIST).answers(503).always();

        assertThatThrownBy(() -> groups.listServerGroupServers(ListServerGroupServers.builder()
                                .serverGroupId(group)
                                .build())
                        .toList())
                .isInstanceOfSatisfying(
                        ServiceFailureException.class,
                        failure -> assertThat(failure.attempts()).isEqualTo(4));
    }
}
