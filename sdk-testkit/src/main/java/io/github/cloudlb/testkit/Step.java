package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Handler;

import java.time.Duration;

/** What happens to one call, and how long before. */
record Step(Temper temper, Duration delay) {

    /** Makes an answer, with or without the cloud. */
    @FunctionalInterface
    interface Temper {
        Answer answer(Handler cloud, RecordedRequest request);
    }
}
