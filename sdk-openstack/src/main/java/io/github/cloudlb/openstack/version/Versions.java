package io.github.cloudlb.openstack.version;

import io.github.cloudlb.core.Caller;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of the API. Thread-safe. */
public final class Versions extends VersionOperations {
    /** Older versions first. By number: v2.7 has an earlier time than v2.6, and as texts v2.10 would come before v2.9. */
    public static final Comparator<ApiVersion> BY_NUMBER = Comparator.<ApiVersion>comparingInt(
                    version -> number(version.id(), 1))
            .thenComparingInt(version -> number(version.id(), 2));

    private static final Pattern NUMBER = Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9}))?.*");

    private Versions(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Versions of(Caller caller) {
        return new Versions(caller);
    }

    /** The newest version, by number; empty if the service names none. */
    public Optional<ApiVersion> newestVersion() {
        return listVersions().max(BY_NUMBER);
    }

    /** Before all others if there is no number. */
    private static int number(String id, int part) {
        Matcher parts = NUMBER.matcher(id);
        String digits = parts.matches() ? parts.group(part) : null;
        return digits == null ? -1 : Integer.parseInt(digits);
    }
}
