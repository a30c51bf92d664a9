package io.github.cloudlb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.http.TestTime;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class WaiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestTime time = new TestTime();
    private final AtomicInteger looks = new AtomicInteger();

    private Waiter<Integer> counting() {
        return Waiter.watching(looks::incrementAndGet).by(time).every(SECOND);
    }

    @Test
    void returnsWhatItSaw() {
        assertThat(counting().until(seen -> seen == 3)).isEqualTo(3);
        assertThat(time.pauses()).containsExactly(SECOND, SECOND);
    }

    @Test
    void looksBeforeItWaits() {
        assertThat(counting().atMost(Duration.ZERO).until(seen -> seen == 1)).isEqualTo(1);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void endsWhenItCannotComeAnyMore() {
        assertThatThrownBy(() -> counting()
                        .describedAs("load balancer lb-1")
                        .failingOn(seen -> seen == 2)
                        .until(seen -> seen == 3))
                .isInstanceOfSatisfying(WaitFailedException.class, failed -> {
                    assertThat(failed.lastSeen()).isEqualTo("2");
                    assertThat(failed.attempts()).isEqualTo(2);
                })
                .hasMessage("load balancer lb-1: cannot come any more; last seen: 2");
    }

    @Test
    void saysWhatItSawLastWhenTimeIsUp() {
        assertThatThrownBy(() -> counting().atMost(Duration.ofMillis(2500)).until(seen -> false))
                .isInstanceOfSatisfying(
                        WaitTimeoutException.class,
                        late -> assertThat(late.lastSeen()).isEqualTo("4"))
                .hasMessage("waiting: not within PT2.5S; last seen: 4");
        assertThat(time.pauses()).containsExactly(SECOND, SECOND, Duration.ofMillis(500));
    }

    @Test
    void honoursItsLimitPastAHundredLooks() {
        assertThatThrownBy(() -> counting().atMost(Duration.ofSeconds(500)).until(seen -> false))
                .isInstanceOf(WaitTimeoutException.class);
        assertThat(looks).hasValue(501);
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(500).toNanos());
    }

    @Test
    void looksThatTakeTimeCount() {
        assertThatThrownBy(() -> Waiter.watching(() -> {
                            time.pass(Duration.ofSeconds(4));
                            return looks.incrementAndGet();
                        })
                        .by(time)
                        .every(SECOND)
                        .atMost(Duration.ofSeconds(10))
                        .until(seen -> false))
                .isInstanceOf(WaitTimeoutException.class);
        assertThat(looks).hasValue(3);
    }

    @Test
    void aFailingLookEndsTheWait() {
        InvalidInputException failing = new InvalidInputException("no such thing");

        assertThatThrownBy(() -> Waiter.watching(() -> {
                            throw failing;
                        })
                        .by(time)
                        .until(seen -> true))
                .isSameAs(failing);
    }

    @Test
    void everyLookIsToldATimeItCanUse() {
        List<Duration> left = new ArrayList<>();

        assertThatThrownBy(() -> Waiter.watchingWithin(left::add)
                        .by(time)
                        .every(SECOND)
                        .atMost(Duration.ofSeconds(3))
                        .until(seen -> false))
                .isInstanceOf(WaitTimeoutException.class);

        assertThat(left).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2), SECOND, SECOND);
    }

    @Test
    void anInterruptEndsTheWaitAndKeepsTheFlag() {
        time.atPause(() -> Thread.currentThread().interrupt());

        assertThatThrownBy(() -> counting().until(seen -> false)).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(looks).hasValue(1);
    }
}
