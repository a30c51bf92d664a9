package io.github.cloudlb.codegen;

import java.util.Locale;

/** What an error means to a caller; each is an exception type. */
public enum Meaning {
    NOT_FOUND,
    ALREADY_EXISTS,
    IN_USE,
    LOCKED,
    THROTTLED,
    QUOTA_EXCEEDED,
    UNAUTHENTICATED,
    ACCESS_DENIED,
    INVALID_REQUEST,
    UNSUPPORTED,
    SERVICE_FAILURE,
    /** No failure: the dry run passed. */
    DRY_RUN_PASSED;

    /** As overlays write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Meaning of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
