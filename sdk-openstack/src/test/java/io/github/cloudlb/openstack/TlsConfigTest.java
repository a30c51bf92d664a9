package io.github.cloudlb.openstack;

import io.github.cloudlb.testkit.FakeCloud;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class TlsConfigTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @TempDir
    Path folder;

    private Configured configured;

    @BeforeEach
    void configure() {
        configured = new Configured(cloud, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify: false", "verify: No", "insecure: true", "insecure: 'on'"})
    void refusesToTrustAnybody(String keys) {
        configured.clouds("clouds: {a: {" + keys + ", auth: {auth_url: AUTH, token: t}}}");

        configured.assertRefused("a").hasMessageContainingAll(keys.split(":", -1)[0], "cacert", "cloud a of");
        configured
                .client("a", builder -> builder.httpClient(new OkHttpClient()))
                .close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify: true", "insecure: false", "verify: yes"})
    void goesOnWhereCertificatesAreChecked(String keys) {
        configured.clouds("clouds: {a: {" + keys + ", auth: {auth_url: AUTH, token: t}}}");

        configured.client("a").close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cacert: '~/none-such.pem'", "cert: '~/none-such.pem'"})
    void readsCertificatesFromTheFolderOfTheUser(String keys) {
        configured.clouds("clouds: {a: {" + keys + ", auth: {auth_url: AUTH, token: t}}}");

        configured
                .assertRefused("a")
                .hasMessageContaining(Path.of(System.getProperty("user.home"), "none-such.pem")
                        .toString());
    }
}
