package io.github.cloudlb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class PartsTest {
    @Test
    void theLastPartHasWhatIsLeft() {
        assertThat(Parts.of(List.of(1, 2, 3, 4, 5), 2)).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(Parts.of(List.of(1, 2), 2)).containsExactly(List.of(1, 2));
    }

    @Test
    void aListIsOnePartWhereThereIsNoLimit() {
        assertThat(Parts.of(List.of(1, 2), Integer.MAX_VALUE)).containsExactly(List.of(1, 2));
    }

    @Test
    void anEmptyListHasNoParts() {
        assertThat(Parts.of(List.of(), 2)).isEmpty();
    }
}
