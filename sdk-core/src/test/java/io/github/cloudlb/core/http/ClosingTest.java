package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.Caller;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What is left of a client that is closed: nothing. */
@Timeout(60)
class ClosingTest extends CallTest {
    @Test
    void noThreadAndNoConnectionIsLeft() throws InterruptedException {
        ApiClient client = against(Replies.named("t"));
        client.sendAsync(new Things.Get("t")).join();
        assertThat(engine.http().connectionPool().connectionCount()).isEqualTo(1);

        engine.close();
        awaitThreadsOf(engine);

        assertThat(engine.http().connectionPool().connectionCount()).isZero();
    }

    @Test
    void allThreadsEverStartedAreDaemons() {
        ApiClient client = against(Replies.named("t"));
        client.sendAsync(new Things.Get("t")).join();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("cloudlb-")
                        || thread.getName().startsWith("OkHttp")
                        || thread.getName().startsWith("Okio"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    void allFuturesAreCompletedThoseThatWaitToo() throws InterruptedException {
        CountDownLatch came = new CountDownLatch(1);
        ApiClient client = configured(
                with -> with.concurrency(1), Replies.holding(came, new CountDownLatch(1), Replies.named("t")));
        List<CompletableFuture<String>> answers = IntStream.range(0, 5)
                .mapToObj(i -> client.sendAsync(new Things.Get("t")))
                .toList();
        came.await();

        engine.close();
        awaitThreadsOf(engine);

        assertThat(answers).allMatch(CompletableFuture::isDone);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aSynchronousCallOfAnotherThreadStopsAndIsNotRepeated() throws InterruptedException {
        CountDownLatch came = new CountDownLatch(1);
        ApiClient client =
                against(Replies.holding(came, new CountDownLatch(1), Replies.named("t")), Replies.named("t"));
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread caller =
                new Thread(() -> ended.complete(failure(CallInterruptedException.class, client, new Things.Get("t"))));
        caller.start();
        came.await();

        engine.close();

        assertThat(ended.join()).hasMessage("Get[id=t]: the client was closed");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aPauseOfAnotherThreadEnds() throws InterruptedException {
        ApiClient client = against(Replies.error(500, "Oops"), Replies.named("t"));
        CountDownLatch came = new CountDownLatch(1);
        time.atPause(() -> {
            came.countDown();
            new CountDownLatch(1).await();
        });
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread caller =
                new Thread(() -> ended.complete(failure(CallInterruptedException.class, client, new Things.Get("t"))));
        caller.start();
        came.await();

        engine.close();

        assertThat(ended.join()).hasMessage("Get[id=t]: the client was closed");
    }

    @Test
    void callsAfterwardsSayWhyTheyFail() {
        ApiClient client = against(Replies.named("t"));
        engine.close();
        engine.close();

        assertThatThrownBy(() -> client.send(new Things.Get("t")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the client is closed");
        assertThatThrownBy(() -> client.sendAsync(new Things.Get("t"))).hasMessage("the client is closed");
        assertThat(asked()).isEmpty();
    }

    @Test
    void theNextOfSeveralCallsThatAreOneSaysThatTheClientWasClosed() {
        Caller together = against(Replies.named("t")).together();
        together.send(new Things.Get("t"));

        engine.close();

        assertThatThrownBy(() -> together.send(new Things.Get("t")))
                .isInstanceOfSatisfying(
                        CallInterruptedException.class,
                        closed -> assertThat(closed.applied()).isEqualTo(Applied.NO))
                .hasMessage("Get[id=t]: the client was closed");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aLentClientIsNotClosedAndItsInterceptorsRun() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        OkHttpClient lent = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .build();
        ApiClient client = configured(with -> with.httpClient(lent), Replies.named("t"));
        client.send(new Things.Get("t"));

        engine.close();

        assertThat(seen).hasValue(1);
        assertThat(lent.connectionPool().connectionCount()).isEqualTo(1);
        Request request = new Request.Builder().url(cloud.uri().toString()).build();
        try (Response answer = lent.newCall(request).execute()) {
            assertThat(answer.code()).isEqualTo(200);
        }
        assertThat(cloud.connections()).isEqualTo(1);
        lent.connectionPool().evictAll();
    }
}
