package io.github.cloudlb.core.wire;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;

/** Scalars out of the texts they are written as; {@link NumberFormatException} for a text that is none. */
final class Scalars {
    private Scalars() {}

    /** Exact in all 64 bits; {@code 3.0} is an integer, too. */
    static long longInteger(String text) {
        if (isShort(text)) {
            return Long.parseLong(text);
        }
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException notOne) {
            throw new NumberFormatException(notOne.getMessage());
        }
    }

    /** Digits only, and so few that they fit. */
    private static boolean isShort(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    static int integer(String text) {
        return Math.toIntExact(longInteger(text));
    }

    /** Null for a text that is no integer, which another one takes. */
    static @Nullable Integer integerOr(String text, Consumer<String> other) {
        try {
            return integer(text);
        } catch (ArithmeticException | NumberFormatException notOne) {
            other.accept(text);
            return null;
        }
    }

    static double number(String text) {
        return new BigDecimal(text).doubleValue();
    }

    static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on" -> true;
            case "false", "off" -> false;
            default -> throw new NumberFormatException(text);
        };
    }
}
