package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/** For tests of what is refused before anything is sent: none of them sends anything. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class BeforeSending {
    @RegisterExtension
    final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    protected final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    protected final OpenStackClient otc = Clients.otc(cloud);

    protected BeforeSending() {}

    @AfterEach
    void nothingWasSent() {
        assertThat(cloud.calls()).isEmpty();
    }

    protected static void assertRefused(OpenStackClient client, Request<?> request, String... words) {
        assertThatThrownBy(() -> client.send(request))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);
    }

    protected static void assertUnsupported(OpenStackClient client, Request<?> request, String words) {
        assertThatThrownBy(() -> client.send(request))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining(words);
    }
}
