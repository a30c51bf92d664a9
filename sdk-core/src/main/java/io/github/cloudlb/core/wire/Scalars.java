package io.github.cloudlb.core.wire;

import java.math.BigDecimal;
import java.util.Locale;

/** Scalars out of the texts they are written as; {@link NumberFormatException} for a text that is none. */
final class Scalars {
    private Scalars() {}

    /** Exact in all 64 bits; {@code 3.0} is an integer, too. */
    static long longInteger(String text) {
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException notOne) {
            throw new NumberFormatException(notOne.getMessage());
        }
    }

    static int integer(String text) {
        return Math.toIntExact(longInteger(text));
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
