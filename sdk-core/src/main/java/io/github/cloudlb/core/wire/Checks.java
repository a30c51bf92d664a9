package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.OpenEnum;
import io.github.cloudlb.core.SdkException.Failure;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the tables say a value must be; a value that the service would surely refuse is refused here. The words for it are
 * put together only then: each call is checked.
 */
public final class Checks {
    private Checks() {}

    /** For ids, whether they go into a path or not: none is empty, none can be mistaken for a path. */
    public static void id(String field, String value) {
        Segments.id(field, value);
    }

    public static void notEmpty(String field, String value) {
        require(!value.isEmpty(), field, value, "a text that is not empty is");
    }

    public static void range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidInputException(field, value, min + " to " + max + " is");
        }
    }

    public static void atLeast(String field, long value, long min) {
        if (value < min) {
            throw new InvalidInputException(field, value, min + " or more is");
        }
    }

    public static void atMost(String field, long value, long max) {
        if (value > max) {
            throw new InvalidInputException(field, value, max + " or less is");
        }
    }

    public static void length(String field, String value, int min, int max) {
        int length = value.codePointCount(0, value.length());
        if (length < min || length > max) {
            String most = max == Integer.MAX_VALUE ? "any number of" : String.valueOf(max);
            throw new InvalidInputException(field, value, "a text of " + min + " to " + most + " characters is");
        }
    }

    public static void items(String field, Collection<?> values, int min, int max) {
        if (values.size() < min || values.size() > max) {
            String allowed = max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
            throw new InvalidInputException(field, values.size() + " entries", allowed + " are");
        }
    }

    public static void pattern(String field, String value, String pattern) {
        require(Pattern.compile(pattern).matcher(value).find(), field, value, "a text that matches " + pattern + " is");
    }

    public static void ascii(String field, String value) {
        boolean ascii = true;
        for (int i = 0; ascii && i < value.length(); i++) {
            ascii = value.charAt(i) >= ' ' && value.charAt(i) < 0x7f;
        }
        require(ascii, field, value, "printable ASCII is");
    }

    /** A value of which no others exist. */
    public static void oneOf(String field, String value, String... allowed) {
        require(List.of(allowed).contains(value), field, value, "one of " + String.join(", ", allowed) + " is");
    }

    /** IPv4 or IPv6, in any spelling but those that read differently elsewhere. */
    public static void ip(String field, String value) {
        require(IpAddress.isOne(value), field, value, "an IPv4 address without leading zeros or an IPv6 address is");
    }

    public static void ipv4(String field, String value) {
        require(IpAddress.isV4(value), field, value, "an IPv4 address without leading zeros is");
    }

    public static void cidrs(String field, List<String> values) {
        for (String value : values) {
            require(IpAddress.isNetwork(value), field, value, "a network is, such as 192.0.2.0/24");
        }
    }

    public static void lengths(String field, Collection<String> values, int max) {
        values.forEach(value -> length(field, value, 0, max));
    }

    public static void noBlanks(String field, String value) {
        require(value.chars().noneMatch(Character::isWhitespace), field, value, "a text without blanks is");
    }

    /** Names that must be among those known. */
    public static void names(String field, List<String> names, String... known) {
        names.forEach(name -> oneOf(field, name, known));
    }

    /** Names to sort by, each with {@code :asc} or {@code :desc}, or without. */
    public static void sort(String field, List<String> sorts, String... known) {
        for (String sort : sorts) {
            String name = sort.replaceFirst(":(asc|desc)$", "");
            require(
                    List.of(known).contains(name),
                    field,
                    sort,
                    "one of " + String.join(", ", known) + " is, alone or with :asc or :desc");
        }
    }

    public static void noPrefix(String field, String value, List<String> prefixes) {
        for (String prefix : prefixes) {
            require(!value.startsWith(prefix), field, value, "a text that does not start with " + prefix + " is");
        }
    }

    public static void startsWith(String field, String value, String... prefixes) {
        boolean starts = List.of(prefixes).stream().anyMatch(value::startsWith);
        require(starts, field, value, "a text that starts with " + String.join(" or ", prefixes) + " is");
    }

    /** A value that the API has, but not here; one that is not known at all is let through. */
    public static void among(
            String field, OpenEnum value, Dialect dialect, Collection<? extends OpenEnum> known, String... here) {
        boolean isHere = !known.contains(value);
        for (String allowed : here) {
            isHere |= allowed.equalsIgnoreCase(value.value(dialect));
        }
        require(isHere, field, value, "one of " + String.join(", ", here) + " is");
    }

    /** A value that the service takes, but that does what nobody wants. */
    public static void refused(String field, String value, String refused, String instead) {
        require(!value.equalsIgnoreCase(refused), field, value, instead);
    }

    public static void required(boolean given, String field, String when) {
        if (!given) {
            throw new InvalidInputException(field, "", "it is required" + (when.isEmpty() ? "" : " when " + when));
        }
    }

    public static void forbidden(boolean given, String field, String when) {
        if (given) {
            throw new InvalidInputException(field, "given", "it must be left out when " + when);
        }
    }

    /** For lists whose entries must differ; {@code keys} has what each entry is known by. */
    public static void distinct(String field, String what, List<? extends List<?>> keys) {
        Map<List<?>, Integer> seen = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Integer first = seen.putIfAbsent(keys.get(i), i);
            if (first != null) {
                throw new InvalidInputException(
                        field + "[" + i + "]", what + " of " + field + "[" + first + "] once more", "each one once is");
            }
        }
    }

    /** For operations and fields that a dialect does not have. */
    public static void supported(boolean used, String what, Dialect dialect, String... having) {
        supportedOr("", used, what, dialect, having);
    }

    /** As {@link #supported}, for what can be done in another way, which the message tells. */
    public static void supportedOr(String instead, boolean used, String what, Dialect dialect, String... having) {
        if (used && !List.of(having).contains(dialect.name())) {
            String text = what + " does not exist in the dialect " + dialect.name() + ", only in "
                    + String.join(", ", having) + (instead.isEmpty() ? "" : "; " + instead);
            ServiceError error = new ServiceError(Meaning.UNSUPPORTED, 0, "", text, "", "", Optional.empty(), true);
            throw Meaning.UNSUPPORTED.exception(Failure.unsent(what), error);
        }
    }

    private static void require(boolean holds, String field, Object value, String allowed) {
        if (!holds) {
            throw new InvalidInputException(field, value, allowed);
        }
    }
}
