package io.github.cloudlb.testkit;

/** A cloud: its answer to a request, if the test has scripted none. Called by several threads at once. */
@FunctionalInterface
interface Handler {
    Answer answer(RecordedRequest request);
}
