package io.github.cloudlb.testkit.internal.http;

import io.github.cloudlb.testkit.RecordedRequest;

import java.time.Duration;

/** A cloud behind a server. Called by several threads at once. */
public interface Handler {

    /** The cloud's own answer, if the test has scripted none. */
    Answer answer(RecordedRequest request);

    /** What a test calls this request. */
    String call(RecordedRequest request);

    /** Whether the request asks for a change of what the cloud is for: a login does not. */
    boolean isWrite(RecordedRequest request);

    /** Whether the request is one to the service itself, and not to its identity service. */
    default boolean isForService(RecordedRequest request) {
        return true;
    }

    /** Carries out what is due by now, as the next call would find it. */
    default void settle() {}

    /** The cloud's way to say: too many requests. */
    Answer throttled(Duration retryAfter);

    /** The cloud's way to say that it failed. */
    Answer failed();
}
