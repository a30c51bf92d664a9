package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What Octavia asks of ciphers, versions and protocols of TLS, and what it takes if nothing is sent. */
final class Tls {
    static final String CIPHERS = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:"
            + "DHE-RSA-AES256-GCM-SHA384:DHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:"
            + "ECDHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-SHA256:DHE-RSA-AES128-SHA256:"
            + "ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256";
    static final List<String> VERSIONS = List.of("TLSv1.2", "TLSv1.3");
    static final List<String> ALPN_PROTOCOLS = List.of("h2", "http/1.1", "http/1.0");
    private static final List<String> ALL_VERSIONS = List.of("SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    private static final String LEAST = "TLSv1.2";
    private static final Pattern CIPHER_STRING = Pattern.compile("[A-Za-z0-9\\-+!:@=_.]+");

    private Tls() {}

    /** Takes the service's own settings for what was not sent. */
    static void complete(Map<String, Object> attributes) {
        attributes.replace("tls_ciphers", null, CIPHERS);
        attributes.replace("tls_versions", null, VERSIONS);
        attributes.replace("alpn_protocols", null, ALPN_PROTOCOLS);
    }

    static void check(Map<String, Object> sent) {
        if (sent.get("tls_ciphers") instanceof String ciphers
                && !CIPHER_STRING.matcher(ciphers).matches()) {
            throw invalid("Invalid characters in cipher string. Only alphanumeric, -, +, !, :, @, =, _, and . are"
                    + " allowed.");
        }
        if (sent.get("tls_versions") instanceof List<?> versions) {
            checkVersions(versions);
        }
        if (sent.get("alpn_protocols") instanceof List<?> protocols && protocols.isEmpty()) {
            throw invalid("Empty ALPN protocol list. Either specify at least one ALPN protocol or remove this parameter"
                    + " to use the default.");
        }
    }

    private static void checkVersions(List<?> versions) {
        if (versions.isEmpty()) {
            throw invalid("Empty TLS version list. Either specify at least one TLS version or remove this parameter to"
                    + " use the default.");
        }
        List<String> unknown = those(versions, version -> !ALL_VERSIONS.contains(version));
        if (!unknown.isEmpty()) {
            throw invalid("Invalid TLS versions: " + String.join(", ", unknown));
        }
        List<String> old = those(versions, version -> ALL_VERSIONS.indexOf(version) < ALL_VERSIONS.indexOf(LEAST));
        if (!old.isEmpty()) {
            throw invalid(
                    "Requested TLS versions are less than the minimum: " + String.join(", ", old) + " < " + LEAST);
        }
    }

    private static List<String> those(List<?> versions, Predicate<String> like) {
        List<String> those = new ArrayList<>();
        versions.stream().map(String::valueOf).filter(like).forEach(those::add);
        return those;
    }

    private static Refusal invalid(String detail) {
        return new Refusal(OctaviaErrors.validation(detail));
    }
}
