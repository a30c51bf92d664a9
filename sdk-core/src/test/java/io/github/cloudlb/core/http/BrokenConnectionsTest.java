package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.TransportException;
import io.github.cloudlb.core.http.Stub.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/** What is sent again when no answer comes, and what is not. */
class BrokenConnectionsTest extends CallTest {
    private static final Duration SHORT = Duration.ofMillis(150);

    static Stream<Reply> breaks() {
        return Stream.of(Replies.RESET_AT_ONCE, Replies.RESET_AFTER_REQUEST, Replies.resetWithin("{\"na"));
    }

    /** A reset at once may come before connecting is known to have succeeded: then nothing was sent. */
    static Stream<Reply> breaksOnceConnected() {
        return Stream.of(Replies.RESET_WITHIN_REQUEST, Replies.RESET_AFTER_REQUEST, Replies.resetWithin("{\"na"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void aReadIsRepeatedUntilItIsAnswered(Reply breaks) {
        ApiClient client = against(breaks, breaks, Replies.named("t"));

        assertThat(client.send(new Things.Get("t"))).isEqualTo("t");
        assertThat(time.pauses()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void aReadThatIsNeverAnsweredChangedNothing(Reply breaks) {
        assertThat(failure(TransportException.class, against(breaks), new Things.Get("t")))
                .returns(4, SdkException::attempts)
                .returns(Applied.NO, SdkException::applied);
    }

    @ParameterizedTest
    @MethodSource("breaksOnceConnected")
    void aCreateIsSentOnceOnceItMayHaveBeenRead(Reply breaks) {
        ApiClient client = against(breaks, Replies.named("t"));

        assertThat(failure(TransportException.class, client, new Things.Create("t")))
                .returns(1, SdkException::attempts)
                .returns(Applied.UNKNOWN, SdkException::applied);
        assertThat(cloud.seen()).hasSizeLessThanOrEqualTo(1);
        assertThat(cloud.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void aChangeThatIsTheSameTwiceIsRepeated(Reply breaks) {
        assertThat(against(breaks, Replies.named("t")).send(new Things.Change("t")))
                .isEqualTo("t");
        assertThat(cloud.connections()).isEqualTo(2);
    }

    @Test
    void aCreateOnAReusedConnectionThatBreaksIsSentOnce() {
        ApiClient client = against(Replies.named("t-1"), Replies.RESET_AFTER_REQUEST, Replies.named("t-2"));
        client.send(new Things.Create("t-1"));

        assertThat(failure(TransportException.class, client, new Things.Create("t-2")))
                .returns(1, SdkException::attempts)
                .returns(Applied.UNKNOWN, SdkException::applied);
        assertThat(asked()).containsExactly("POST /things", "POST /things");
        assertThat(cloud.connections()).isEqualTo(1);
    }

    @Test
    void aCreateThatNeverConnectedIsRepeatedAndChangedNothing() throws IOException {
        // Bound and not listening: nobody else can get the port.
        try (Socket closed = new Socket()) {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String address = "127.0.0.1:" + closed.getLocalPort();
            ApiClient client = client(URI.create("http://" + address), settings -> settings);

            assertThat(failure(TransportException.class, client, new Things.Create("t")))
                    .hasMessageStartingWith("Create[name=t]: cannot reach " + address + ": ")
                    .hasCauseInstanceOf(IOException.class)
                    .returns(4, SdkException::attempts)
                    .returns(Applied.NO, SdkException::applied);
        }
        assertThat(time.pauses()).hasSize(3);
    }

    @Test
    void aServiceThatSaysRetryAtOnceDoesNotGetACreateTwice() {
        ApiClient client = against(Replies.error(503, "Oops", "Retry-After: 0"), Replies.named("t"));

        assertThat(failure(SdkException.class, client, new Things.Create("t"))).returns(1, SdkException::attempts);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aServiceThatSaysRetryAtOnceGetsEachAttemptWithItsOwnIdentity() {
        ApiClient client = against(Replies.error(503, "Oops", "Retry-After: 0"), Replies.named("t"));

        client.send(new Things.Get("t"));

        assertThat(cloud.seen())
                .extracting(seen -> seen.headers().stream()
                        .filter(header -> header.startsWith("X-Identity"))
                        .toList()
                        .toString())
                .containsExactly("[X-Identity: header-secret-1]", "[X-Identity: header-secret-2]");
    }

    @Test
    void anAttemptThatHangsIsGivenUpAndAReadIsRepeated() {
        ApiClient client = configured(with -> with.attemptLimit(SHORT), Replies.HANG, Replies.named("t"));

        assertThat(client.send(new Things.Get("t"))).isEqualTo("t");
        assertThat(asked()).hasSize(2);
    }

    @Test
    void aCreateThatHangsIsGivenUp() {
        ApiClient client = configured(with -> with.attemptLimit(SHORT), Replies.HANG);

        assertThat(failure(TransportException.class, client, new Things.Create("t")))
                .hasMessage("Create[name=t]: no whole answer from 127.0.0.1:" + cloud.port() + " in time")
                .returns(Applied.UNKNOWN, SdkException::applied);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void theLimitOfTheCallEndsAnAttemptToo() {
        ApiClient client = against(Replies.HANG).with(CallOptions.limit(SHORT));

        time.atPause(() -> time.pass(SHORT));

        assertThat(failure(TransportException.class, client, new Things.Get("t")))
                .hasMessageStartingWith("Get[id=t]: ")
                .returns(Applied.NO, SdkException::applied);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aCallWhoseLimitIsOverIsNotSent() {
        ApiClient client = against(Replies.error(401, "Expired"), Replies.named("t"));
        service.renews = refused -> {
            time.pass(Duration.ofMinutes(6));
            return true;
        };

        assertThat(failure(TransportException.class, client, new Things.Create("t")))
                .hasMessage("Create[name=t]: the limit of the call ran out before it was sent")
                .returns(Applied.NO, SdkException::applied);
        assertThat(asked()).hasSize(1);
    }
}
