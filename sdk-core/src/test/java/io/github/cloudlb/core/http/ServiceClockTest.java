package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class ServiceClockTest {
    private final TestTime time = new TestTime();
    private final ServiceClock clock = new ServiceClock(time);

    @Test
    void goesByOursUntilARefusalShowsAnother() {
        assertThat(clock.now()).isEqualTo(time.now());

        clock.learn(refusal("Sun, 22 Nov 2026 05:08:00 GMT"));

        assertThat(clock.ahead()).isEqualTo(Duration.ofMinutes(20));
        assertThat(clock.now()).isEqualTo(time.now().plus(Duration.ofMinutes(20)));
    }

    @Test
    void isSetBackWhenOursIsAhead() {
        clock.learn(refusal("Sun, 22 Nov 2026 04:18:00 GMT"));

        assertThat(clock.ahead()).isEqualTo(Duration.ofMinutes(-30));
    }

    @Test
    void isRightAgainWhenOursIs() {
        clock.learn(refusal("Sun, 22 Nov 2026 05:08:00 GMT"));
        clock.learn(refusal("Sun, 22 Nov 2026 04:48:01 GMT"));

        assertThat(clock.ahead()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sun, 22 Nov 2026 04:52:00 GMT", "today", ""})
    void learnsNothingFromADateThatIsAlmostOursOrNone(String date) {
        clock.learn(refusal(date));

        assertThat(clock.ahead()).isZero();
    }

    @Test
    void saysInALogThatAClockIsOff() {
        List<String> lines = Logs.of(() -> {
            clock.learn(refusal("Sun, 22 Nov 2026 05:08:00 GMT"));
            clock.learn(refusal("Sun, 22 Nov 2026 05:08:01 GMT"));
        });

        assertThat(lines)
                .containsExactly("WARN the clock of this machine is off: that of the service is PT20M ahead of it");
    }

    private static Answer refusal(String date) {
        return new Answer(400, List.of(new Parameter("Date", date)), new byte[0]);
    }
}
