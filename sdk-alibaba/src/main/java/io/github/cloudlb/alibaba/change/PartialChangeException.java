package io.github.cloudlb.alibaba.change;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.SdkException;

import java.util.List;

/**
 * A change of several things that went wrong on its way. Tells for each thing what became of it. {@link #applied()} is
 * {@code YES} if it was made for some and none is in doubt.
 */
public class PartialChangeException extends SdkException {
    private static final long serialVersionUID = 1L;

    private final transient List<?> done;
    private final transient List<?> notDone;
    private final transient List<?> unknown;

    /** Made by facades; {@code of} is what the things belong to. */
    public PartialChangeException(String of, List<?> done, List<?> notDone, List<?> unknown, SdkException cause) {
        this(of, "done", done, notDone, unknown, cause);
    }

    /** With another word for what was to be done, such as {@code removed}. */
    protected PartialChangeException(
            String of, String word, List<?> done, List<?> notDone, List<?> unknown, SdkException cause) {
        super(
                new Failure(of, cause.attempts(), applied(done, unknown)),
                done.size() + " " + word + ", " + notDone.size() + " not " + word + ", " + unknown.size() + " unknown. "
                        + cause.getMessage(),
                cause);
        this.done = List.copyOf(done);
        this.notDone = List.copyOf(notDone);
        this.unknown = List.copyOf(unknown);
    }

    /** Those that are as they were to be. */
    public List<?> done() {
        return done;
    }

    /** Those for which nothing was changed and nothing will be: refused, never asked for, or their job failed. */
    public List<?> notDone() {
        return notDone;
    }

    /** Those that were asked for and may still become as they were to be. */
    public List<?> unknown() {
        return unknown;
    }

    private static Applied applied(List<?> done, List<?> unknown) {
        if (!unknown.isEmpty()) {
            return Applied.UNKNOWN;
        }
        return done.isEmpty() ? Applied.NO : Applied.YES;
    }
}
