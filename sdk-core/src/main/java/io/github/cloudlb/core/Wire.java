package io.github.cloudlb.core;

/**
 * What goes out for a request, and how to read what comes back.
 *
 * @param reader is given answers that are no errors, with the body read whole
 */
public record Wire<R>(Message message, AnswerReader<R> reader) {
    /** Makes the value of an answer. */
    @FunctionalInterface
    public interface AnswerReader<R> {
        /** May fail with any runtime exception: the call then fails with {@link MalformedAnswerException}. */
        R read(Answer answer);
    }
}
