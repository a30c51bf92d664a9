package io.github.cloudlb.core.wire;

import java.util.regex.Pattern;

/** Whether a text is an IP address, found out without asking a name server. */
final class IpAddress {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern WORD = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final Pattern BITS = Pattern.compile("\\d{1,2}|1[01]\\d|12[0-8]");
    private static final int NONE = 99;

    private IpAddress() {}

    /** Dotted quads without leading zeros, which some read as octal, or an IPv6 literal without brackets and zone. */
    static boolean isOne(String text) {
        if (isV4(text)) {
            return true;
        }
        int gap = text.indexOf("::");
        return gap < 0
                ? words(text, true) == 8
                : words(text.substring(0, gap), false) + words(text.substring(gap + 2), true) <= 7;
    }

    static boolean isV4(String text) {
        return V4.matcher(text).matches();
    }

    /** An address, and how many of its bits count, or a mask, or nothing for the address alone. */
    static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return isOne(text);
        }
        String bits = text.substring(slash + 1);
        return isOne(text.substring(0, slash)) && (BITS.matcher(bits).matches() || isV4(bits));
    }

    /** How many 16-bit words it spells; {@link #NONE} if it spells something else. */
    private static int words(String text, boolean atEnd) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int words = 0;
        for (int i = 0; i < parts.length; i++) {
            if (WORD.matcher(parts[i]).matches()) {
                words++;
            } else if (atEnd && i == parts.length - 1 && V4.matcher(parts[i]).matches()) {
                words += 2;
            } else {
                return NONE;
            }
        }
        return words;
    }
}
