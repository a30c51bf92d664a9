package io.github.cloudlb.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

class PercentEncodingTest {

    private static final int[] BLOCK_STARTS = {0, 0x80, 0x7C0, 0x3000, 0xD7F0, 0xDFF0, 0xFFC0, 0x1F600, 0x10FFC0};

    @Test
    void givesTextBackThatNeedsNoEncoding() {
        String text = "RuleActions.1.Order-_~09azAZ";
        assertThat(PercentEncoding.encode(text)).isSameAs(text);
        assertThat(PercentEncoding.encode("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' ', %20",
        "+, %2B",
        "*, %2A",
        "/, %2F",
        "%, %25",
        "a~b, a~b",
        "ß, %C3%9F",
        "负, %E8%B4%9F",
        "🚀, %F0%9F%9A%80",
    })
    void encodesUtf8InUpperCase(String text, String encoded) {
        assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
    }

    @Test
    void readsHalfASurrogatePairAsAQuestionMark() {
        assertThat(PercentEncoding.encode("a\uD83D")).isEqualTo("a%3F");
        assertThat(PercentEncoding.encode("\uDE80\uD83Db")).isEqualTo("%3F%3Fb");
    }

    @Test
    void differsFromTheFormEncoderInBlankAsteriskAndTilde() {
        Random random = new Random(20260304);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random);
            String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
            assertThat(PercentEncoding.encode(text))
                    .isEqualTo(form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"));
        }
    }

    @Test
    void keepsTheSlashesOfAPath() {
        StringBuilder out = new StringBuilder();
        PercentEncoding.appendPath(out, "/a b//服/");
        assertThat(out).hasToString("/a%20b//%E6%9C%8D/");
    }

    /** Characters from 128 around the edges between lengths in UTF-8, surrogates left out. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            int c = BLOCK_STARTS[random.nextInt(BLOCK_STARTS.length)] + random.nextInt(64);
            text.appendCodePoint(
                    Character.isValidCodePoint(c) && Character.getType(c) != Character.SURROGATE ? c : 'x');
            text.append((char) random.nextInt(0x80));
        }
        return text.toString();
    }
}
