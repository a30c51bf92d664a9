package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must fit together in a health monitor. Source: controllers/health_monitor.py of Octavia 11.0.0. */
final class MonitorChecks {
    private static final List<String> OF_HTTP = List.of("http_method", "url_path", "expected_codes");
    private static final Map<String, Object> DEFAULTS =
            Map.of("http_method", "GET", "url_path", "/", "expected_codes", "200");
    private static final Set<String> HTTP = Set.of("HTTP", "HTTPS");
    private static final Set<String> DATAGRAMS = Set.of("UDP", "SCTP");
    private static final Set<String> FOR_DATAGRAMS = Set.of("UDP-CONNECT", "SCTP", "TCP", "HTTP");
    private static final int LEAST_DELAY_OF_UDP = 3;

    private MonitorChecks() {}

    static void protocol(Map<String, Object> attributes, String poolProtocol) {
        Object type = attributes.get("type");
        if (!DATAGRAMS.contains(poolProtocol)) {
            if ("UDP-CONNECT".equals(type) || "SCTP".equals(type)) {
                throw invalid("The " + type + " type is only supported for pools of type UDP/SCTP.");
            }
            return;
        }
        if (!FOR_DATAGRAMS.contains(String.valueOf(type))) {
            throw invalid("The associated pool protocol is " + poolProtocol
                    + ", so only a UDP-CONNECT/SCTP/TCP/HTTP health monitor is supported.");
        }
        if ("UDP-CONNECT".equals(type)
                && attributes.get("delay") instanceof Integer delay
                && delay < LEAST_DELAY_OF_UDP) {
            throw invalid("The request delay value " + delay + " should be larger than " + LEAST_DELAY_OF_UDP
                    + " for UDP-CONNECT health monitor type.");
        }
    }

    /** Completes the attributes, too: HTTP has more of them. */
    static void forNew(Map<String, Object> attributes, Resource pool) {
        complete(attributes);
        domain(attributes.get("domain_name"), attributes.get("http_version"));
        if (!pool.children().of(Kind.HEALTH_MONITOR).isEmpty()) {
            throw new Refusal(OctaviaErrors.conflict("This pool already has a health monitor"));
        }
    }

    static void complete(Map<String, Object> attributes) {
        String type = String.valueOf(attributes.get("type"));
        for (String name : OF_HTTP) {
            if (HTTP.contains(type)) {
                attributes.replace(name, null, DEFAULTS.get(name));
            } else if (attributes.get(name) != null) {
                throw notAnOption(name, "health monitors of type " + type);
            }
        }
    }

    static void forChange(Map<String, Object> changes, Resource monitor) {
        String type = monitor.text("type");
        for (String name : OF_HTTP) {
            if (!HTTP.contains(type) && changes.containsKey(name)) {
                throw notAnOption(name, "health monitors of type " + type);
            }
        }
        Object version = changes.get("http_version") != null
                ? changes.get("http_version")
                : monitor.attributes().get("http_version");
        Object domain = changes.get("domain_name") != null
                ? changes.get("domain_name")
                : monitor.attributes().get("domain_name");
        domain(domain, version);
    }

    private static void domain(@Nullable Object domain, @Nullable Object version) {
        if (domain != null && version == null) {
            throw invalid("'http_version' must be specified when 'domain_name' is provided.");
        }
        if (domain != null && version instanceof Double number && number < 1.1) {
            throw notAnOption("http_version " + number, "health monitors HTTP 1.1 domain name health check");
        }
    }

    private static Refusal notAnOption(String value, String option) {
        return new Refusal(OctaviaErrors.badRequest(value + " is not a valid option for " + option));
    }

    private static Refusal invalid(String detail) {
        return new Refusal(OctaviaErrors.validation(detail));
    }
}
