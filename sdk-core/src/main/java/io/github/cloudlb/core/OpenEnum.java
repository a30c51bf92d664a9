package io.github.cloudlb.core;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A text with values known today. Services add values, and spell known ones in another case: a value that is not known
 * is kept as it came, and values are equal without regard to case.
 */
public abstract class OpenEnum {
    private final String value;

    protected OpenEnum(String value) {
        this.value = value;
    }

    /** As it stands on the wire. */
    public final String value() {
        return value;
    }

    /** As it stands on the wire of one dialect: the same in all, unless one spells it in its own way. */
    public String value(Dialect dialect) {
        return value;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // two kinds of text are never equal, whatever they say
    public final boolean equals(@Nullable Object other) {
        return other != null && getClass() == other.getClass() && value.equalsIgnoreCase(((OpenEnum) other).value);
    }

    @Override
    public final int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public final String toString() {
        return value;
    }
}
