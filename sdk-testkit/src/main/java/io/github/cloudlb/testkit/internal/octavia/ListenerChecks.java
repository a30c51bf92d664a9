package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.octavia.table.Table;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What must fit together in a listener. Source: controllers/listener.py of Octavia 11.0.0. */
final class ListenerChecks {
    private static final Set<String> WITH_HEADERS = Set.of("HTTP", "TERMINATED_HTTPS");
    private static final Set<String> WITHOUT_TLS = Set.of("UDP", "SCTP");
    private static final List<String> HEADERS = Table.enumeration("listener.insert_headers");

    private final OctaviaState state;

    ListenerChecks(OctaviaState state) {
        this.state = state;
    }

    /** The pool that is to be the default one must be there, and go with the protocol. */
    void pool(String protocol, Map<String, Object> sent) {
        if (sent.get("default_pool_id") instanceof String id) {
            if (protocol.equals("PROMETHEUS")) {
                throw new Refusal(OctaviaErrors.badRequest("Protocol PROMETHEUS listeners cannot have child objects."));
            }
            Protocols.check(protocol, state.get(Kind.POOL, id).text("protocol"));
        }
    }

    /** Completes the attributes, too: what TLS has if nothing is sent depends on the protocol. */
    void forNew(Map<String, Object> attributes, Resource loadBalancer) {
        String protocol = String.valueOf(attributes.get("protocol"));
        boolean certified = hasCertificate(attributes);
        boolean tls = protocol.equals("TERMINATED_HTTPS") || (protocol.equals("PROMETHEUS") && certified);
        headers(attributes.get("insert_headers"), protocol);
        if (WITHOUT_TLS.contains(protocol) && certified) {
            throw invalid(protocol + " protocol listener does not support TLS.");
        }
        certificates(attributes, protocol, tls, certified);
        ports(attributes, protocol, loadBalancer);
        cidrs(attributes, loadBalancer);
        if (tls) {
            Tls.complete(attributes);
            Tls.check(attributes);
        }
    }

    void forChange(Map<String, Object> changes, Resource listener) {
        String protocol = listener.text("protocol");
        if (WITHOUT_TLS.contains(protocol) && (hasCertificate(changes) || isFilled(changes.get("insert_headers")))) {
            throw invalid(protocol + " protocol listener does not support TLS or header insertion.");
        }
        if (!protocol.equals("TERMINATED_HTTPS") && hasCertificate(changes)) {
            throw invalid("Certificate container references are not allowed on " + protocol + " protocol listeners.");
        }
        Object authentication = changes.getOrDefault("client_authentication", "NONE");
        boolean authority = isFilled(listener.attributes().get("client_ca_tls_container_ref"))
                || isFilled(changes.get("client_ca_tls_container_ref"));
        authentication(authentication, authority);
        headers(changes.get("insert_headers"), protocol);
        cidrs(changes, listener.loadBalancer());
        Tls.check(changes);
    }

    private static void certificates(Map<String, Object> attributes, String protocol, boolean tls, boolean certified) {
        if (!tls && certified) {
            throw invalid("Certificate container references are not allowed on " + protocol + " protocol listeners.");
        }
        boolean own =
                isFilled(attributes.get("default_tls_container_ref")) || isFilled(attributes.get("sni_container_refs"));
        if (isFilled(attributes.get("client_ca_tls_container_ref")) && !own) {
            throw invalid("An SNI or default certificate container reference must be provided with a client CA"
                    + " container reference.");
        }
        if (tls && !own) {
            throw invalid("An SNI or default certificate container reference must be provided for " + protocol
                    + (protocol.equals("PROMETHEUS") ? " with TLS" : "") + " protocol listeners.");
        }
        boolean authority = isFilled(attributes.get("client_ca_tls_container_ref"));
        authentication(attributes.get("client_authentication"), authority);
        if (isFilled(attributes.get("client_crl_container_ref")) && !authority) {
            throw invalid("A client authentication CA reference is required to specify a client authentication"
                    + " revocation list.");
        }
    }

    private static void authentication(@Nullable Object setting, boolean authority) {
        if (!"NONE".equals(setting) && !authority) {
            throw invalid("Client authentication setting " + setting + " requires a client CA container reference.");
        }
    }

    private static void headers(@Nullable Object sent, String protocol) {
        if (!(sent instanceof Map<?, ?> headers) || headers.isEmpty()) {
            return;
        }
        if (!WITH_HEADERS.contains(protocol)) {
            throw notAnOption("insert-headers", "a " + protocol + " protocol listener.");
        }
        List<Object> names = new ArrayList<>(headers.keySet());
        if (!HEADERS.containsAll(names)) {
            throw notAnOption(quoted(names), "insert_headers");
        }
        names.removeIf(name -> !String.valueOf(name).startsWith("X-SSL-"));
        if (!protocol.equals("TERMINATED_HTTPS") && !names.isEmpty()) {
            throw notAnOption(quoted(names), protocol + " protocol listener.");
        }
    }

    private static void ports(Map<String, Object> attributes, String protocol, Resource loadBalancer) {
        for (Resource other : loadBalancer.children().of(Kind.LISTENER)) {
            if (Objects.equals(other.attributes().get("protocol_port"), attributes.get("protocol_port"))
                    && Protocols.collide(other.text("protocol"), protocol)) {
                throw new Refusal(
                        OctaviaErrors.conflict("Another Listener on this Load Balancer is already using protocol "
                                + other.text("protocol") + " and protocol_port " + other.text("protocol_port")));
            }
        }
    }

    /** None is as good as an empty list. */
    private static void cidrs(Map<String, Object> sent, Resource loadBalancer) {
        String vip = loadBalancer.text("vip_address");
        if (!(sent.get("allowed_cidrs") instanceof List<?> cidrs)) {
            return;
        }
        for (Object cidr : cidrs) {
            if (Formats.isIpv6(cidr.toString()) != Formats.isIpv6(vip)) {
                throw invalid("CIDR " + cidr + " IP version incompatible with VIP " + vip + " IP version.");
            }
        }
        if (cidrs.isEmpty()) {
            sent.put("allowed_cidrs", null);
        }
    }

    private static boolean hasCertificate(Map<String, Object> sent) {
        return isFilled(sent.get("default_tls_container_ref"))
                || isFilled(sent.get("client_ca_tls_container_ref"))
                || isFilled(sent.get("sni_container_refs"));
    }

    private static boolean isFilled(@Nullable Object value) {
        return value != null && !value.equals("") && !value.equals(List.of()) && !value.equals(Map.of());
    }

    private static String quoted(List<Object> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    private static Refusal notAnOption(String value, String option) {
        return new Refusal(OctaviaErrors.badRequest(value + " is not a valid option for " + option));
    }

    private static Refusal invalid(String detail) {
        return new Refusal(OctaviaErrors.validation(detail));
    }
}
