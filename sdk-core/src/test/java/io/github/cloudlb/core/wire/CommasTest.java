package io.github.cloudlb.core.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CommasTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a,b", ","})
    void anEntryIsNoneIfItCannotBeToldFromOthers(String entry) {
        assertThatThrownBy(() -> Commas.check("list", List.of("a", entry)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("list[1]: \"" + entry + "\"");
    }

    @Test
    void theCommasCountTowardsTheLength() {
        Commas.check("list", List.of("ab", "cd"), 5);

        assertThatThrownBy(() -> Commas.check("list", List.of("ab", "cd"), 4))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"ab,cd\" is not allowed, but a text of 0 to 4 characters is");
    }
}
