package io.github.cloudlb.testkit.internal.otc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What certificates and keys must look like; whether they fit each other is not looked at. */
final class Certificates {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final InstantSource clock;

    Certificates(InstantSource clock) {
        this.clock = clock;
    }

    void checkNew(Map<String, @Nullable Object> sent) {
        check(sent, !"client".equals(sent.get("type")), "ELB.1011", "ELB.5051");
    }

    void checkChange(Thing certificate, Map<String, @Nullable Object> changes) {
        check(changes, certificate.text("type").equals("server"), "ELB.5013", "ELB.5053");
        if (changes.get("certificate") != null) {
            certificate.attributes().put("expire_time", end(String.valueOf(changes.get("certificate"))));
        }
    }

    /** As the certificate says; one that is none, but looks like one, holds for a year. */
    String end(String pem) {
        return TIME.format(notAfter(pem));
    }

    private Instant notAfter(String pem) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            X509Certificate first =
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
            return first.getNotAfter().toInstant();
        } catch (CertificateException none) {
            return clock.instant().plus(Duration.ofDays(365));
        }
    }

    private static void check(Map<String, @Nullable Object> sent, boolean server, String code, String clientCode) {
        if (!isPem(sent.get("certificate"), "CERTIFICATE")
                || server && !isPem(sent.get("private_key"), "PRIVATE KEY")) {
            throw server
                    ? bad(code, "Private_key or certificate content is not valid.")
                    : bad(clientCode, "CA certificate content is not valid.");
        }
    }

    /** Or is not there at all. */
    private static boolean isPem(@Nullable Object value, String what) {
        return value == null
                || String.valueOf(value)
                        .strip()
                        .matches("(?s)-----BEGIN [A-Z ]*" + what + "-----.*-----END [A-Z ]*" + what + "-----.*");
    }

    private static Refusal bad(String code, String text) {
        return OtcErrors.refusal(400, code, text);
    }
}
