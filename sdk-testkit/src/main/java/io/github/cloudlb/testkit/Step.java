package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Handler;

import java.time.Duration;

/** What happens to one call, and how long before. */
record Step(Temper temper, Duration delay) {
    /** In the place of a step for a call that is left to other scripts, and to the cloud. */
    static final Temper NONE = Handler::answer;

    boolean isNone() {
        return temper == NONE;
    }

    /** Makes an answer, with or without the cloud. */
    @FunctionalInterface
    interface Temper {
        Answer answer(Handler cloud, RecordedRequest request);
    }
}
