package io.github.cloudlb.codegen.source;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What is special about a field.
 *
 * @param java its name in Java
 * @param type an enum or type of this overlay, or {@code id ids text texts commas integer long boolean onOff duration
 *     time instant}; text in a path is one that is no id, such as a name
 * @param doc our own words on what it is
 * @param omit true if it is not offered, with the reason in the overlay
 * @param secret true if it must not be shown
 * @param units unit by dialect, for durations whose unit differs
 * @param value what it is if the caller gives none, where the service's own default is not safe
 * @param empty true if an empty text is a value like any other, though a value must be given
 * @param distinct fields that no two entries of the list may share
 * @param dialects those it is offered in, where more have it, with the reason in the overlay
 * @param refuse values that the service takes and we do not, with what is allowed instead
 * @param instead what to do in a dialect that lacks it
 * @param same the field of an answer that this is, by another name; it stands before this one
 * @param numbered the field of a list's entries that is their place in it, from 1, where the caller gives none; said
 *     of the list and of that field
 */
record FieldRow(
        @Nullable String java,
        @Nullable String type,
        @Nullable String doc,
        @Nullable Boolean omit,
        boolean secret,
        @Nullable Map<String, String> units,
        @Nullable String value,
        boolean empty,
        @Nullable List<String> distinct,
        @Nullable List<String> dialects,
        @Nullable Map<String, String> refuse,
        @Nullable String instead,
        @Nullable String same,
        @Nullable String numbered) {
    static final FieldRow NONE =
            new FieldRow(null, null, null, null, false, null, null, false, null, null, null, null, null, null);

    boolean isOmitted() {
        return omit != null && omit;
    }

    /** This row, and what it leaves open from another. */
    FieldRow over(FieldRow other) {
        return new FieldRow(
                java != null ? java : other.java,
                type != null ? type : other.type,
                doc != null ? doc : other.doc,
                omit != null ? omit : other.omit,
                secret || other.secret,
                units != null ? units : other.units,
                value != null ? value : other.value,
                empty || other.empty,
                distinct != null ? distinct : other.distinct,
                dialects != null ? dialects : other.dialects,
                refuse != null ? refuse : other.refuse,
                instead != null ? instead : other.instead,
                same != null ? same : other.same,
                numbered != null ? numbered : other.numbered);
    }
}
