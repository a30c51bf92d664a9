package io.github.cloudlb.core.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {
    @Test
    void letsABodyHaveLines() {
        assertThatCode(() -> Written.asciiLines("Content", "<p>\r\n\tclosed</p>\n"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Written.asciiLines("Content", "geschlossen für heute"))
                .hasMessageContaining("printable ASCII is");
        assertThatThrownBy(() -> Written.asciiLines("Content", "\0")).hasMessageContaining("printable ASCII is");
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertThatCode(() -> Written.bytes("Content", "éé", 4)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Written.bytes("Content", "ééa", 4))
                .hasMessage("Content: \"5 bytes\" is not allowed, but at most 4 bytes are");
    }

    @ParameterizedTest
    @ValueSource(longs = {200, 299, 404, 503})
    void knowsANumberByItsLook(long code) {
        assertThatCode(() -> Written.like("HttpCode", code, "2xx", "4xx", "5xx"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 20, 2000, -200})
    void refusesANumberThatLooksLikeNone(long code) {
        assertThatThrownBy(() -> Written.like("HttpCode", code, "2xx", "4xx", "5xx"))
                .hasMessage("HttpCode: \"" + code + "\" is not allowed, but one of 2xx, 4xx, 5xx is");
    }
}
