package io.github.cloudlb.core.http;

import io.github.cloudlb.core.InvalidInputException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** An IP address, or all that share its first bits: {@code 10.0.0.0/8}. */
final class AddressRange {
    private final byte[] address;
    private final int bits;

    private AddressRange(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** Whether a text of a list of hosts is no name. */
    static boolean isMeantBy(String text) {
        return text.indexOf('/') >= 0 || text.indexOf(':') >= 0 || text.matches("[0-9.]*[0-9]");
    }

    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        boolean readable = address != null
                && (slash < 0 || bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= address.length * 8);
        if (address == null || !readable) {
            throw new InvalidInputException("noProxy", text, "an address or a range such as 10.0.0.0/8 is");
        }
        return new AddressRange(address, slash < 0 ? address.length * 8 : Integer.parseInt(bits));
    }

    /** Asks no name server: OkHttp says whether it is an address, in the spelling Java reads as one. */
    private static byte @Nullable [] bytes(String literal) {
        String host = literal.indexOf(':') >= 0 ? "[" + literal + "]" : literal;
        HttpUrl url = HttpUrl.parse("http://" + host + "/");
        if (url == null || !url.host().matches("[0-9.]+|.*:.*")) {
            return null;
        }
        try {
            return InetAddress.getByName(url.host()).getAddress();
        } catch (UnknownHostException none) {
            return null;
        }
    }

    boolean holds(AddressRange other) {
        boolean same = address.length == other.address.length;
        for (int bit = 0; same && bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            same = (address[bit / 8] & mask) == (other.address[bit / 8] & mask);
        }
        return same;
    }
}
