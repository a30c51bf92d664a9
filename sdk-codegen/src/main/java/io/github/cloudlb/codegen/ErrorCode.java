package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An error the API is known to answer with.
 *
 * @param code on the wire; null for an {@code exception}
 * @param exception name in the service's own code, where only its text goes over the wire
 * @param status every status listed for it
 * @param listedIn {@code general}, {@code shared}: the tables that list it
 * @param modules what the tables list it for
 * @param meanings what the pages say it means, by status
 * @param retry when repeating helps, in words
 */
public record ErrorCode(
        @Nullable String dialect,
        @Nullable String code,
        @Nullable String exception,
        List<Integer> status,
        List<String> listedIn,
        List<String> modules,
        List<DocumentedMeaning> meanings,
        @Nullable String retry) {

    public ErrorCode {
        listedIn = Absent.asEmpty(listedIn);
        modules = Absent.asEmpty(modules);
        meanings = Absent.asEmpty(meanings);
    }

    /** A meaning in the words of the reference, not yet one of {@link Meaning}. */
    public record DocumentedMeaning(String meaning, int status) {}
}
