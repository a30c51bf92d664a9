package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Calls on threads of the client. */
@Timeout(60)
class AsyncTest extends CallTest {
    @Test
    void twoHundredCallsAreAllAnswered() {
        ApiClient client = against(Replies.named("t"));

        List<CompletableFuture<String>> answers = calls(client, 200);

        assertThat(answers).extracting(CompletableFuture::join).containsOnly("t");
        assertThat(asked()).hasSize(200);
        assertThat(cloud.connections()).isLessThanOrEqualTo(64);
    }

    @Test
    void noMoreRunAtATimeThanAllowed() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ApiClient client = configured(with -> with.concurrency(3), socket -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            three.countDown();
            go.await();
            running.decrementAndGet();
            return Replies.named("t").to(socket);
        });

        List<CompletableFuture<String>> answers = calls(client, 12);
        three.await();
        go.countDown();

        assertThat(answers).extracting(CompletableFuture::join).containsOnly("t");
        assertThat(most).hasValue(3);
    }

    @Test
    void aFailureCompletesTheFuture() {
        ApiClient client = against(Replies.error(404, "Gone"));

        assertThat(client.sendAsync(new Things.Get("t")))
                .failsWithin(java.time.Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(NotFoundException.class);
    }

    private static List<CompletableFuture<String>> calls(ApiClient client, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> client.sendAsync(new Things.Get("t")))
                .toList();
    }
}
