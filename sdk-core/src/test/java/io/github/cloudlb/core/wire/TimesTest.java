package io.github.cloudlb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class TimesTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T04:48:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T04:48:00",
                "2026-11-22T04:48:00Z",
                "2026-11-22T04:48Z",
                "2026-11-22 04:48:00",
                "2026-11-22T04:48:00.000000",
                "2026-11-22T12:48:00+08:00",
                "2026-11-22 12:48:00.0+0800",
                "2026-11-22T12:48:00+0800",
                "1795322880000"
            })
    void readsTheWaysServicesWriteThem(String text) {
        assertThat(Times.read(text)).isEqualTo(MORNING);
    }

    @Test
    void keepsFractions() {
        assertThat(Times.read("2026-11-22T04:48:00.123456")).isEqualTo(MORNING.plusNanos(123_456_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01T00:00:00Z", "2026-11-22", "20261122"})
    void saysWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Times.read(text))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessage("\"" + text + "\" is not a time");
    }

    @Test
    void writesInUtc() {
        assertThat(Times.text(MORNING)).isEqualTo("2026-11-22T04:48:00Z");
    }
}
