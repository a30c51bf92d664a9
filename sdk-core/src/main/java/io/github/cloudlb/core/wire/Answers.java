package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.Answer;

/** Readers of answers without a value. */
public final class Answers {
    private Answers() {}

    /** An answer that says nothing but that it was done; a page of some proxy is none. */
    @SuppressWarnings("NullAway") // a Void has no value
    public static Void nothing(Answer answer) {
        if (!answer.isEmpty() && answer.text().stripLeading().startsWith("<")) {
            throw new UnreadableJsonException("it is a page, not the service's answer");
        }
        return null;
    }
}
