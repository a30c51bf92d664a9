package io.github.cloudlb.testkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class TextTest {

    @Test
    void parametersAreDecoded() {
        assertThat(Text.parameters("a=b%20c+d&a=%C3%BC&e"))
                .containsEntry("a", List.of("b c d", "ü"))
                .containsEntry("e", List.of(""));
    }

    @Test
    void aPercentSignThatBeginsNoByteStandsForItself() {
        assertThat(Text.parameters("a=50%&b=%zz%20x"))
                .containsEntry("a", List.of("50%"))
                .containsEntry("b", List.of("%zz x"));
        assertThat(Text.segments("/pools/%4")).containsExactly("pools", "%4");
    }
}
