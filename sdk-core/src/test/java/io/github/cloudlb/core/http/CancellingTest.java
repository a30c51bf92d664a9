package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.SdkException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** A call that nobody waits for any longer stops, wherever it is. */
@Timeout(60)
class CancellingTest extends CallTest {
    private final CountDownLatch came = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void cancellingStopsAnExchangeUnderWay() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        ApiClient client = against(Replies.holding(came, never, Replies.named("t")), Replies.named("t"));
        CompletableFuture<String> answer = client.sendAsync(new Things.Get("t"));
        came.await();

        answer.cancel(true);
        awaitThreadsOf(engine);

        assertThat(answer).isCancelled();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void cancellingStopsAPauseAndTheRepetition() throws InterruptedException {
        ApiClient client = against(Replies.error(500, "Oops"), Replies.named("t"));
        AtomicBoolean interrupted = new AtomicBoolean();
        time.atPause(() -> restUntilInterrupted(interrupted));
        CompletableFuture<String> answer = client.sendAsync(new Things.Get("t"));
        came.await();

        answer.cancel(true);
        ended.await();
        awaitThreadsOf(engine);

        assertThat(interrupted).isTrue();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aFutureThatTimesOutStopsItsCall() throws InterruptedException {
        ApiClient client = against(Replies.error(500, "Oops"), Replies.named("t"));
        AtomicBoolean interrupted = new AtomicBoolean();
        time.atPause(() -> restUntilInterrupted(interrupted));
        CompletableFuture<String> answer = client.sendAsync(new Things.Get("t"));
        came.await();

        assertThat(answer.completeExceptionally(new TimeoutException())).isTrue();
        ended.await();

        assertThat(interrupted).isTrue();
    }

    private void restUntilInterrupted(AtomicBoolean interrupted) throws InterruptedException {
        came.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException asked) {
            interrupted.set(true);
            throw asked;
        } finally {
            ended.countDown();
        }
    }

    @Test
    void theThreadOfACancelledCallIsCleanForTheNext() throws Exception {
        ApiClient client = configured(with -> with.concurrency(1), Replies.error(500, "Oops"), Replies.named("next"));
        time.atPause(() -> restUntilInterrupted(new AtomicBoolean()));
        CompletableFuture<String> first = client.sendAsync(new Things.Get("t"));
        came.await();
        CompletableFuture<String> second = client.sendAsync(new Things.Get("t"));

        first.cancel(true);

        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo("next");
    }

    @Test
    void interruptingAThreadWhileItConnectsEndsTheCallAndKeepsTheFlag() {
        OkHttpClient lent = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Thread.currentThread().interrupt();
                    return chain.proceed(chain.request());
                })
                .build();
        ApiClient client = configured(with -> with.httpClient(lent), Replies.named("t"));

        CallInterruptedException stopped = failure(CallInterruptedException.class, client, new Things.Change("t"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped)
                .hasMessage("Change[id=t]: the thread was interrupted")
                .returns(Applied.NO, SdkException::applied);
        assertThat(asked()).isEmpty();
    }

    @Test
    void interruptingAPauseEndsTheCallAndKeepsTheFlag() {
        ApiClient client = against(Replies.error(500, "Oops"));
        time.atPause(() -> Thread.currentThread().interrupt());

        CallInterruptedException stopped = failure(CallInterruptedException.class, client, new Things.Change("t"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped)
                .hasMessage("Change[id=t]: the thread was interrupted")
                .returns(Applied.UNKNOWN, SdkException::applied)
                .returns(1, SdkException::attempts);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        ApiClient client = against(Replies.named("t"));
        Thread.currentThread().interrupt();

        CallInterruptedException stopped = failure(CallInterruptedException.class, client, new Things.Create("t"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped).returns(Applied.NO, SdkException::applied).returns(0, SdkException::attempts);
        assertThat(asked()).isEmpty();
    }

    @Test
    void cancellingStopsACallThatIsNestedInAnother() {
        ApiClient client = against(Replies.named("t"));
        CallState outer = engine.begins(CallOptions.DEFAULTS, null);
        outer.stop("cancelled");

        assertThat(failure(CallInterruptedException.class, client.within(outer), new Things.Get("t")))
                .hasMessage("Get[id=t]: cancelled");
        assertThat(asked()).isEmpty();
    }

    @Test
    void aStoppedCallKeepsNoLock() {
        against(Replies.named("t"));
        CallState call = engine.begins(CallOptions.DEFAULTS, null);
        ReentrantLock stoppedRightAfter = new ReentrantLock() {
            @Override
            public boolean tryLock() {
                return false;
            }

            @Override
            public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
                boolean taken = super.tryLock(timeout, unit);
                call.stop("cancelled");
                return taken;
            }
        };

        assertThatThrownBy(() -> call.takes(stoppedRightAfter, Message.get("x")))
                .isInstanceOf(CallInterruptedException.class);

        assertThat(stoppedRightAfter.isLocked()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aLockIsWaitedForNoLongerThanTheCallMayLast() {
        against(Replies.named("t"));
        CallState call = engine.begins(CallOptions.limit(Duration.ofMillis(1)), null);
        ReentrantLock held = new ReentrantLock();
        Thread holder = new Thread(held::lock);
        holder.start();
        assertThat(joined(holder)).isTrue();

        assertThat(call.takes(held, Message.get("x"))).isFalse();
    }

    private static boolean joined(Thread thread) {
        try {
            thread.join(30_000);
            return !thread.isAlive();
        } catch (InterruptedException unexpected) {
            return false;
        }
    }
}
