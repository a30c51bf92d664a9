package io.github.cloudlb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "a/b", "/", "50%", "größe", "..a", "a..", "a?b#c", "a\\b", " ", "..."})
    void aNameMayBeAnyText(String name) {
        Segments.name("key", name);

        assertThat(Message.delete("tags").segment(name).path()).containsExactly("tags", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "x/..", "x/./y", "x\\..\\y", "x\\.", "/.."})
    void aNameThatCouldReachAnotherPathIsRefused(String name) {
        assertThatThrownBy(() -> Segments.name("key", name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("key: \"" + name + "\" is not allowed, but a text that is not empty, without .");
        assertThatThrownBy(() -> Message.delete("tags").segment(name)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anIdIsNoAnyText() {
        assertThat(Segments.isId("a-1")).isTrue();
        for (String text : new String[] {"", ".", "..", "a b", "a/b", "a\\b", "50%", "a?", "a#", "é"}) {
            assertThat(Segments.isId(text)).as(text).isFalse();
        }
    }
}
