package io.github.cloudlb.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;

class TimestampsTest {

    @Test
    void dropsWhatIsLessThanASecond() {
        Instant time = Instant.parse("2026-12-31T23:59:59.999Z");
        assertThat(Timestamps.extended(time)).isEqualTo("2026-12-31T23:59:59Z");
        assertThat(Timestamps.basic(time)).isEqualTo("20261231T235959Z");
    }

    @Test
    void agreesWithTheFormatterOfTheJdk() {
        DateTimeFormatter basic =
                DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
        Random random = new Random(20260304);
        for (int i = 0; i < 2_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            assertThat(Timestamps.extended(time))
                    .isEqualTo(time.truncatedTo(ChronoUnit.SECONDS).toString());
            assertThat(Timestamps.basic(time)).isEqualTo(basic.format(time));
        }
    }
}
