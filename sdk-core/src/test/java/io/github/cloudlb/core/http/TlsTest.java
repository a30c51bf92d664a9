package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.RetryPolicy;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.TransportException;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;

class TlsTest extends CallTest {
    private final HeldCertificate shown =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private final HeldCertificate stranger = new HeldCertificate.Builder().build();
    private final HeldCertificate client = new HeldCertificate.Builder().build();

    @TempDir
    Path files;

    @Test
    void aCertificateOfNobodyWeTrustIsRefusedBeforeAnythingIsSent() {
        serve(false);

        assertThat(failure(TransportException.class, with(settings -> settings), new Things.Create("t")))
                .hasCauseInstanceOf(SSLHandshakeException.class)
                .returns(Applied.NO, SdkException::applied);
        assertThat(asked()).isEmpty();
    }

    @Test
    void trustIsAddedOrReplaced() {
        serve(false);

        assertThat(with(settings -> settings.trust(pem("ca", shown.certificatePem())))
                        .send(new Things.Create("t")))
                .isEqualTo("t");
        assertThat(with(settings -> settings.trustOnly(pem("ca", shown.certificatePem())))
                        .send(new Things.Create("t")))
                .isEqualTo("t");
    }

    @Test
    void addedTrustKeepsTheJvmsAndReplacedTrustDoesNot() {
        Path ca = pem("ca", shown.certificatePem());

        assertThat(Pem.of(new Builder().trust(ca).engine().settings())
                        .trustManager()
                        .getAcceptedIssuers())
                .hasSizeGreaterThan(10)
                .contains(shown.certificate());
        assertThat(Pem.of(new Builder().trustOnly(ca).engine().settings())
                        .trustManager()
                        .getAcceptedIssuers())
                .containsExactly(shown.certificate());
    }

    @Test
    void twoClientsOfOneHostDoNotShareTrust() {
        serve(false);
        ApiClient trusting = with(settings -> settings.trustOnly(pem("ca", shown.certificatePem())));
        trusting.send(new Things.Create("t"));
        Engine first = engine;

        ApiClient other = with(settings -> settings.trustOnly(pem("other", stranger.certificatePem())));

        assertThat(failure(TransportException.class, other, new Things.Create("t")))
                .isNotNull();
        assertThat(trusting.send(new Things.Create("t"))).isEqualTo("t");
        assertThat(asked()).hasSize(2);
        first.close();
    }

    @Test
    void aClientCertificateIsShownToAServerThatAsksForOne() {
        serve(true);
        Path ca = pem("ca", shown.certificatePem());

        assertThat(with(settings -> settings.trustOnly(ca)
                                .clientCertificate(
                                        pem("cert", client.certificatePem()), pem("key", client.privateKeyPkcs8Pem())))
                        .send(new Things.Create("t")))
                .isEqualTo("t");
        assertThat(failure(TransportException.class, with(settings -> settings.trustOnly(ca)), new Things.Get("t")))
                .isNotNull();
    }

    @Test
    void filesThatCannotBeUsedAreNamed() {
        Path none = files.resolve("none.pem");
        Path garbage = pem("garbage", "-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----");
        Path cert = pem("cert", client.certificatePem());

        assertThatThrownBy(() -> new Builder().trust(none).engine())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.pem");
        assertThatThrownBy(() -> new Builder().clientCertificate(cert, cert).engine())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a PKCS#8 key without a password is");
        assertThatThrownBy(() -> new Builder().clientCertificate(cert, garbage).engine())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Builder().trustOnly()).isInstanceOf(InvalidInputException.class);
    }

    private void serve(boolean asksForCertificate) {
        close();
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .heldCertificate(shown)
                .addTrustedCertificate(client.certificate())
                .build();
        cloud = Stub.replying(
                new Sockets(certificates.sslContext().getServerSocketFactory(), asksForCertificate),
                Replies.named("t"));
    }

    private ApiClient with(UnaryOperator<Builder> settings) {
        return client(
                URI.create("https://127.0.0.1:" + cloud.port()),
                builder -> settings.apply(builder).retries(RetryPolicy.never()));
    }

    private Path pem(String name, String text) {
        try {
            return Files.writeString(files.resolve(name + ".pem"), text);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Of a server that may ask for a certificate. */
    private static final class Sockets extends ServerSocketFactory {
        private final ServerSocketFactory plain;
        private final boolean asks;

        private Sockets(ServerSocketFactory plain, boolean asks) {
            this.plain = plain;
            this.asks = asks;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            SSLServerSocket socket = (SSLServerSocket) plain.createServerSocket(port, backlog, address);
            socket.setNeedClientAuth(asks);
            return socket;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }
    }
}
