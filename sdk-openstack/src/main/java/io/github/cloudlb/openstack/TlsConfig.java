package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** What a configuration says about TLS. */
final class TlsConfig {
    private static final Set<String> NO = Set.of("false", "no", "off");
    private static final Set<String> YES = Set.of("true", "yes", "on");

    private final Section section;

    TlsConfig(Section section) {
        this.section = section;
    }

    /** What was said in code stays. */
    void into(OpenStackClient.Builder builder, Settings said) {
        if (said.lentClient().isPresent()) {
            return;
        }
        refuseBlindness();
        Optional<Path> authority = path("cacert");
        if (authority.isPresent() && said.trusted().isEmpty()) {
            builder.trust(authority.get());
        }
        Optional<Path> certificate = path("cert");
        if (certificate.isPresent() && said.clientCertificate().isEmpty()) {
            // Without a key of its own, the certificate's file has it as well.
            builder.clientCertificate(certificate.get(), path("key").orElse(certificate.get()));
        }
    }

    /** Whoever is on the way could read the password: there is no such mode. */
    private void refuseBlindness() {
        String help = "to check certificates is: give the certificate of the cloud's authority as cacert, in "
                + section.source() + ", or lend a client with httpClient(…)";
        section.text("verify")
                .ifPresent(verify -> InvalidInputException.require(!is(verify, NO), "verify", verify, help));
        section.text("insecure")
                .ifPresent(blind -> InvalidInputException.require(!is(blind, YES), "insecure", blind, help));
    }

    private static boolean is(String text, Set<String> words) {
        return words.contains(text.toLowerCase(Locale.ROOT));
    }

    private Optional<Path> path(String key) {
        return section.text(key).map(text -> Path.of(text.replaceFirst("^~(?=/|$)", home())));
    }

    private static String home() {
        return Matcher.quoteReplacement(System.getProperty("user.home"));
    }
}
