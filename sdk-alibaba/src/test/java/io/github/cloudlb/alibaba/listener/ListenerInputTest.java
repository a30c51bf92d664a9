package io.github.cloudlb.alibaba.listener;

import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.rule.ActionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/** Listeners that the service would surely refuse never leave. */
class ListenerInputTest extends WireTestBase {
    @Test
    void aDefaultActionThatIsNoForwarding() {
        assertRefused(
                listener()
                        .addDefaultActions(DefaultAction.builder()
                                .from(DefaultAction.forward("sgp-1"))
                                .type(ActionType.REDIRECT)
                                .build())
                        .build(),
                "DefaultActions[0].Type",
                "Redirect",
                "one of ForwardGroup is");
    }

    @Test
    void aDefaultActionThatLeadsNowhere() {
        assertRefused(
                listener().addDefaultActions(DefaultAction.forward()).build(),
                "DefaultActions[0].ForwardGroupConfig.ServerGroupTuples",
                "",
                "it is required");
    }

    @Test
    void quicWithoutAListenerForIt() {
        assertRefused(
                listener()
                        .addDefaultActions(DefaultAction.forward("sgp-1"))
                        .quicConfig(
                                QuicConfig.builder().quicUpgradeEnabled(true).build())
                        .build(),
                "QuicConfig.QuicListenerId",
                "",
                "it is required when QuicUpgradeEnabled is true");
        client.check(listener()
                .addDefaultActions(DefaultAction.forward("sgp-1"))
                .quicConfig(QuicConfig.builder().quicUpgradeEnabled(false).build())
                .build());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 61})
    void aConnectionThatMayBeIdleForTooLong(int seconds) {
        assertRefused(
                UpdateListenerAttribute.builder()
                        .listenerId("lsn-1")
                        .idleTimeout(Duration.ofSeconds(seconds))
                        .build(),
                "IdleTimeout",
                String.valueOf(seconds),
                "1 to 60 is");
    }

    @Test
    void moreThanOneCaCertificate() {
        assertRefused(
                listener()
                        .addDefaultActions(DefaultAction.forward("sgp-1"))
                        .addCaCertificateIds("ca-1", "ca-2")
                        .build(),
                "CaCertificates",
                "2 entries",
                "1 to 1 are");
    }

    @Test
    void tracingThatIsNeitherOnNorOff() {
        assertRefused(
                UpdateListenerLogConfig.builder()
                        .listenerId("lsn-1")
                        .tracingConfig(TracingConfig.builder().tracingSample(10).build())
                        .build(),
                "AccessLogTracingConfig.TracingEnabled",
                "",
                "it is required");
    }

    private static CreateListener.Builder listener() {
        return CreateListener.builder()
                .loadBalancerId("alb-1")
                .listenerProtocol(ListenerProtocol.HTTPS)
                .listenerPort(443);
    }
}
