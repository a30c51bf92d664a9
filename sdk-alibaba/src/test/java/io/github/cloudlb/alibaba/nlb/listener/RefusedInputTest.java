package io.github.cloudlb.alibaba.nlb.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;

/** What the service would surely refuse never leaves. */
class RefusedInputTest extends NlbWireTestBase {
    private static CreateListener.Builder listener(int port) {
        return CreateListener.builder()
                .loadBalancerId("nlb-1")
                .listenerProtocol(ListenerProtocol.TCP)
                .listenerPort(port);
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(cloud.requests()).isEmpty();
    }

    @Test
    void allPortsWithoutTheLastOfThem() {
        assertRefused(
                listener(0).startPort(1).build(),
                "EndPort: \"\" is not allowed, but it is required when ListenerPort is 0");
    }

    @Test
    void allPortsWithoutTheFirstOfThem() {
        assertRefused(
                listener(0).endPort(100).build(),
                "StartPort: \"\" is not allowed, but it is required when ListenerPort is 0");
    }

    @Test
    void aPortThatIsNone() {
        assertRefused(listener(65536).build(), "ListenerPort: \"65536\" is not allowed, but 0 to 65535 is");
    }

    @Test
    void noSinglePort() {
        nlb.check(listener(80).build());
    }

    @Test
    void versionsOfHttpThatAreNotNamed() {
        String expected = "AlpnPolicy: \"\" is not allowed, but it is required when AlpnEnabled is true";

        assertRefused(listener(443).alpnEnabled(true).build(), expected);
        assertRefused(
                UpdateListenerAttribute.builder()
                        .listenerId("lsn-1")
                        .alpnEnabled(true)
                        .build(),
                expected);
    }

    @Test
    void anIdleTimeThatIsTooShort() {
        assertRefused(
                listener(80).idleTimeout(Duration.ofSeconds(9)).build(),
                "IdleTimeout: \"9\" is not allowed, but 10 or more is");
    }

    @Test
    void aSegmentThatIsTooLarge() {
        assertRefused(listener(80).maximumSegmentSize(1501).build(), "Mss: \"1501\" is not allowed, but 0 to 1500 is");
    }

    @Test
    void moreAuthoritiesThanAnySourceAllows() {
        assertRefused(
                listener(443)
                        .addAllCaCertificateIds(Collections.nCopies(11, "ca-1"))
                        .build(),
                "CaCertificateIds: \"11 entries\" is not allowed, but 0 to 10 are");
    }

    private void assertRefused(Request<?> request, String message) {
        assertThatThrownBy(() -> nlb.send(request))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
