package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.LockedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class LocksTest extends AlbTestBase {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "IncorrectStatus.ServerGroup",
                "ResourceInConfiguring",
                "ResourceInConfiguring.BackendServer",
                "IncorrectBusinessStatus.LoadBalancer",
                "IdempotenceProcessing",
                "LockFailed"
            })
    void areWaitedForWithTheSameToken(String code) {
        server.on(REMOVE)
                .answers(400, error(code))
                .then(400, error(code))
                .then(400, error(code))
                .then(400, error(code))
                .then(400, error(code))
                .then(400, error(code));

        groups.removeServers(group, servers(1), false);

        assertThat(removals())
                .hasSize(7)
                .map(AlbTestBase::token)
                .containsOnly(token(removals().get(0)));
        assertThat(serversLeft()).isEmpty();
        assertThat(time.pauses()).hasSize(6);
    }

    @Test
    void areNotWaitedForLongerThanTheLimit() {
        server.jobsTakeLooks(1000);
        List<ServerRef> servers = servers(2);
        groups.removeServers(group, servers.subList(0, 1), false);

        AlbClient patient = client.with(CallOptions.limit(Duration.ofMinutes(1)));

        assertThatThrownBy(() -> patient.serverGroups().removeServers(group, servers.subList(1, 2), false))
                .isInstanceOfSatisfying(LockedException.class, locked -> {
                    assertThat(locked.code()).isEqualTo("IncorrectStatus.ServerGroup");
                    assertThat(locked.status()).isEqualTo(400);
                    assertThat(locked.applied()).isEqualTo(Applied.NO);
                    assertThat(locked.attempts()).isGreaterThan(4);
                });
        assertThat(time.passed()).isLessThanOrEqualTo(Duration.ofMinutes(1)).isGreaterThan(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IncorrectStatus.Eni", "IncorrectBusinessStatus.Eip"})
    void ofOtherServicesAreNotWaitedFor(String code) {
        server.on(REMOVE).answers(400, error(code));

        assertThatThrownBy(() -> groups.removeServers(group, servers(1), false)).isInstanceOf(LockedException.class);
        assertThat(removals()).hasSize(1);
    }
}
