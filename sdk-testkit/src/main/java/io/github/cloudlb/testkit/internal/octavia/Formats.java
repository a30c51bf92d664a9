package io.github.cloudlb.testkit.internal.octavia;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a certain form. */
final class Formats {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 =
            Pattern.compile("(?=.*:.*:)(?!.*::.*::)(?!.*:::)[0-9a-fA-F:]+(:\\d{1,3}(\\.\\d{1,3}){3})?");
    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]+)(?:/(\\d{1,3}))?");
    private static final Pattern URL = Pattern.compile("https?://[^\\s/?#]+([/?#]\\S*)?");
    private static final Pattern URL_PATH = Pattern.compile("/[^\\s?#]*([?#]\\S*)?");

    private Formats() {}

    /** Null if the name of the format means nothing more than a text. */
    static Attribute.@Nullable Reader of(String format) {
        return switch (format) {
            case "uuid" -> like(UUID, "Value should be UUID format");
            case "ip" -> (value, where) -> address(value);
            case "cidr" -> (value, where) -> cidr(value.asText());
            case "url" -> like(URL, "Value must be a valid URL string");
            case "url-path" -> like(URL_PATH, "Value must be a valid URL Path string");
            default -> null;
        };
    }

    static String text(JsonNode value, int least, int most) {
        if (!value.isTextual()) {
            throw BadValue.of("Value should be string");
        }
        if (value.textValue().length() < least) {
            throw BadValue.of("Value should have a minimum character requirement of " + least);
        }
        if (value.textValue().length() > most) {
            throw BadValue.of("Value should have a maximum character requirement of " + most);
        }
        return value.textValue();
    }

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    static boolean isIpv6(String addressOrCidr) {
        return addressOrCidr.indexOf(':') >= 0;
    }

    private static Attribute.Reader like(Pattern pattern, String otherwise) {
        return (value, where) -> {
            if (!pattern.matcher(value.asText()).matches()) {
                throw BadValue.of(otherwise);
            }
            return value.asText();
        };
    }

    private static String address(JsonNode value) {
        if (!isAddress(value.asText())) {
            throw BadValue.of("Value should be IPv4 or IPv6 format");
        }
        return value.asText();
    }

    private static boolean isAddress(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }

    /** Octavia keeps the network that the address is in: {@code 10.0.0.0/8} of {@code 10.0.0.1/8}. */
    private static String cidr(String text) {
        Matcher parts = CIDR.matcher(text);
        int longest = isIpv6(text) ? 128 : 32;
        if (!parts.matches() || !isAddress(parts.group(1))) {
            throw BadValue.of("Value should be IPv4 or IPv6 CIDR format");
        }
        int length = parts.group(2) == null ? longest : Integer.parseInt(parts.group(2));
        if (length > longest) {
            throw BadValue.of("Value should be IPv4 or IPv6 CIDR format");
        }
        return network(parts.group(1), length) + "/" + length;
    }

    private static String network(String address, int length) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            for (int bit = length; bit < bytes.length * 8; bit++) {
                bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
            }
            String network = InetAddress.getByAddress(bytes).getHostAddress();
            return isIpv6(address) ? compressed(network) : network;
        } catch (UnknownHostException impossible) {
            throw BadValue.of("Value should be IPv4 or IPv6 CIDR format");
        }
    }

    /** The longest run of zeros, the first of several, is written as two colons. */
    private static String compressed(String address) {
        String longest = "";
        Matcher zeros = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])").matcher(address);
        while (zeros.find()) {
            longest = zeros.group().length() > longest.length() ? zeros.group() : longest;
        }
        return longest.isEmpty() ? address : address.replaceFirst("(^|:)" + longest + "(:|$)", "::");
    }
}
