package io.github.cloudlb.core.http;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Settings;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trust and client certificates out of PEM files. */
final class Pem {
    private static final char[] NO_PASSWORD = new char[0];
    private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";

    private final Settings settings;

    private Pem(Settings settings) {
        this.settings = settings;
    }

    static Pem of(Settings settings) {
        return new Pem(settings);
    }

    X509TrustManager trustManager() {
        try {
            KeyStore store = emptyStore();
            for (Path file : settings.trusted()) {
                for (Certificate certificate : certificates(file)) {
                    store.setCertificateEntry("trusted-" + store.size(), certificate);
                }
            }
            if (settings.systemTrust()) {
                for (X509Certificate certificate : trustManagerOf(null).getAcceptedIssuers()) {
                    store.setCertificateEntry("system-" + store.size(), certificate);
                }
            }
            return trustManagerOf(store);
        } catch (GeneralSecurityException | IOException unusable) {
            throw unusable("trusted certificates", unusable);
        }
    }

    SSLSocketFactory socketFactory(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
            throw unusable("client certificate", unusable);
        }
    }

    private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException, IOException {
        if (settings.clientCertificate().isEmpty()) {
            return null;
        }
        List<Certificate> chain =
                List.copyOf(certificates(settings.clientCertificate().get()));
        PrivateKey key = key(
                settings.clientKey().orElseThrow(), chain.get(0).getPublicKey().getAlgorithm());
        KeyStore store = emptyStore();
        store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(new Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static Collection<Certificate> certificates(Path file) throws GeneralSecurityException, IOException {
        byte[] bytes = Files.readAllBytes(file);
        Collection<Certificate> found = new ArrayList<>(
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes)));
        InvalidInputException.require(!found.isEmpty(), "PEM file", file, "one with at least one certificate is");
        return found;
    }

    private static PrivateKey key(Path file, String algorithm) throws GeneralSecurityException, IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
        int begin = text.indexOf(KEY_BEGIN);
        int end = text.indexOf(KEY_END);
        InvalidInputException.require(
                begin >= 0 && end > begin,
                "PEM file",
                file,
                "a PKCS#8 key without a password is (BEGIN PRIVATE KEY; openssl pkcs8 -topk8 -nocrypt makes one)");
        byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGIN.length(), end));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static X509TrustManager trustManagerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no trust manager for X.509");
    }

    private static InvalidInputException unusable(String what, Exception cause) {
        InvalidInputException unusable = new InvalidInputException(
                what, cause.getMessage() == null ? cause : cause.getMessage(), "readable PEM files are");
        unusable.initCause(cause);
        return unusable;
    }
}
