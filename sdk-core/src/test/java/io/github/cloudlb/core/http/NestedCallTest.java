package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.CallOptions;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class NestedCallTest extends CallTest {
    private final CallState call = engine.begins(CallOptions.limit(Duration.ofMinutes(1)), null);

    @Test
    void endsWithTheCallThatNeedsIt() {
        time.pass(Duration.ofSeconds(20));

        assertThat(call.nested().deadline().left()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void endsEarlierIfItHasAShorterLimit() {
        assertThat(call.nested(CallOptions.limit(Duration.ofSeconds(1)))
                        .deadline()
                        .left())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void endsNoLaterIfItHasALongerOne() {
        assertThat(call.nested(CallOptions.limit(Duration.ofHours(1)))
                        .deadline()
                        .left())
                .isEqualTo(Duration.ofMinutes(1));
    }
}
