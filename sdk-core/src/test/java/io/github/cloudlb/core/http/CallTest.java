package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cloudlb.core.ClientBuilder;
import io.github.cloudlb.core.ExponentialBackoff;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.http.Stub.Reply;
import org.junit.jupiter.api.AfterEach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** What tests of calls share: a server that follows a script, a clock that stands still, a client for both. */
abstract class CallTest {
    final TestTime time = new TestTime();
    Stub cloud = Stub.replying(Replies.named("t-1"));
    ThingService service = new ThingService(Endpoint.of(cloud.uri(), false), time);
    Engine engine = new Builder().time(time).engine();

    /** Starts a server and a client of it. */
    ApiClient against(Reply... script) {
        return configured(settings -> settings, script);
    }

    ApiClient configured(UnaryOperator<Builder> settings, Reply... script) {
        close();
        cloud = Stub.replying(script);
        return client(cloud.uri(), settings);
    }

    /** A client of a server that is there already. */
    ApiClient client(URI endpoint, UnaryOperator<Builder> settings) {
        service = new ThingService(Endpoint.of(endpoint, true), time);
        Builder builder = new Builder().time(time).retries(backoff().build());
        engine = settings.apply(builder).engine();
        return new ApiClient(engine, service);
    }

    /** Pauses of half their bound: 100 ms, 200 ms, 400 ms. */
    ExponentialBackoff.Builder backoff() {
        return ExponentialBackoff.builder().time(time).random(() -> 0.5);
    }

    static <F extends SdkException> F failure(Class<F> type, ApiClient client, Request<?> request) {
        return catchThrowableOfType(type, () -> client.send(request));
    }

    /** Closes the client, and returns when none of its threads is left. */
    static void awaitThreadsOf(Engine engine) throws InterruptedException {
        engine.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("cloudlb-")) {
                thread.join(30_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    List<String> asked() {
        return cloud.seen().stream().map(Stub.Seen::asked).toList();
    }

    @AfterEach
    void close() {
        try {
            engine.close();
            cloud.close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** A builder without a cloud. */
    static final class Builder extends ClientBuilder<Builder> {
        Builder() {
            attemptLimit(Duration.ofSeconds(20));
        }

        @Override
        protected Builder self() {
            return this;
        }

        Engine engine() {
            return new Engine(settings());
        }
    }
}
