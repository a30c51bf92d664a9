package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class VirtualTimeTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTime time = VirtualTime.standingStillAt(Instant.EPOCH);

    @Test
    void aPauseMovesIt() throws Exception {
        time.pause(MINUTE);

        assertThat(time.now()).isEqualTo(Instant.EPOCH.plus(MINUTE));
        assertThat(time.nanos()).isEqualTo(MINUTE.toNanos());
        assertThat(time.elapsed()).isEqualTo(MINUTE);
    }

    @Test
    void whoeverIsInterruptedDoesNotPause() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> time.pause(MINUTE)).isInstanceOf(InterruptedException.class);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void whatIsPlannedHappensAtItsTimeAndInOrder() {
        List<String> seen = new ArrayList<>();
        time.after(
                Duration.ofSeconds(40),
                () -> seen.add("second " + time.elapsed().toSeconds()));
        time.after(
                Duration.ofSeconds(20), () -> seen.add("first " + time.elapsed().toSeconds()));
        time.after(Duration.ofSeconds(20), () -> seen.add("with the first"));
        time.after(Duration.ofSeconds(90), () -> seen.add("later"));

        time.advance(MINUTE);

        assertThat(seen).containsExactly("first 20", "with the first", "second 40");
        assertThat(time.elapsed()).isEqualTo(MINUTE);
    }

    @Test
    void aPlanMayPlanAgain() {
        List<Long> seen = new ArrayList<>();
        time.after(
                Duration.ofSeconds(10),
                () -> time.after(
                        Duration.ofSeconds(10), () -> seen.add(time.elapsed().toSeconds())));

        time.advance(MINUTE);

        assertThat(seen).containsExactly(20L);
    }

    @Test
    void aPauseThatEndsBeforeTheClockDoesNotMoveItBack() throws Exception {
        // Somebody else pauses longer, beginning at the same moment.
        time.after(Duration.ofSeconds(1), () -> time.advance(MINUTE));

        time.pause(Duration.ofSeconds(2));

        assertThat(time.elapsed()).isEqualTo(MINUTE.plusSeconds(1));
    }

    @Test
    void aServerGoesByTheClockOfTheMachineUntilItsTimeIsTaken() {
        try (OctaviaServer octavia = OctaviaServer.start()) {
            VirtualTime taken = octavia.time();
            Instant stopped = taken.now();

            taken.advance(MINUTE);

            assertThat(octavia.time().now()).isEqualTo(stopped.plus(MINUTE));
        }
    }

    @Test
    void theClockOfTheMachineCannotBeMoved() {
        assertThatThrownBy(() -> VirtualTime.flowing().advance(MINUTE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aServerStartedWithAnotherClockHasNoVirtualTime() {
        try (OctaviaServer octavia = OctaviaServer.start(new SetClock())) {
            assertThatThrownBy(octavia::time).isInstanceOf(IllegalStateException.class);
        }
    }
}
