package io.github.cloudlb.openstack.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Private keys are sent and read, and nowhere else to be seen. */
class PrivateKeysTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final Path LOG = Path.of("target", "test.log");
    private static final String LIST = "GET /v2.0/lbaas/certificates";
    private static final String[] LINES = {"MIIEowIBAAKCAQEAsecret1", "0aVf8Zn9/+secret2", "lastsecret3=="};
    private static final String KEY =
            "-----BEGIN RSA PRIVATE KEY-----\n" + String.join("\n", LINES) + "\n-----END RSA PRIVATE KEY-----\n";
    private static final String QUOTED = KEY.replace("\n", "\\n");
    private static final String CERTIFICATE = "{\"id\": \"c-1\", \"private_key\": \"" + QUOTED + "\"}";

    @Test
    void noTextOfARequestOrAnAnswerShowsThem() {
        cloud.on(LIST).answers(200, "{\"certificates\": [" + CERTIFICATE + "]}");

        var page = otc.send(ListCertificates.builder().privateKey(KEY).build());

        assertThat(page.items().get(0).privateKey()).hasValue(KEY);
        assertHidden(page.toString());
        assertHidden(create().toString());
        assertHidden(update().toString());
        assertHidden(ListCertificates.builder().privateKey(KEY).build().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error_msg\": \"'%s' is no key\", \"error_code\": \"ELB.1001\", \"request_id\": \"r-1\"}",
                "{\"error\": {\"message\": \"private_key %s is wrong\", \"code\": \"ELB.1001\"}}",
                "<html><body>refused: %s</body></html>",
                "what is %s"
            })
    void anErrorThatQuotesOneDoesNotShowIt(String error) {
        cloud.on("POST /v2.0/lbaas/certificates").answers(400, error.formatted(QUOTED));

        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class, () -> otc.certificates().createCertificate(create()));

        assertHidden(refused);
        assertHidden(refused.rawText());
        assertHidden(refused.text());
        assertHidden(refused.request());
        assertThat(refused.rawText()).contains("***");
    }

    @Test
    void anErrorThatQuotesAPartOfOneDoesNotShowIt() {
        cloud.on("PUT /v2.0/lbaas/certificates/c-1")
                .answers(400, "{\"error_msg\": \"line " + LINES[1] + " of the key\", \"error_code\": \"ELB.1001\"}");

        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class, () -> otc.certificates().updateCertificate(update()));

        assertHidden(refused);
        assertThat(refused.text()).isEqualTo("line *** of the key");
        assertThat(refused.code()).isEqualTo("ELB.1001");
    }

    @Test
    void anAnswerThatCannotBeReadDoesNotShowThem() {
        cloud.on(LIST + "/c-1").answers(200, CERTIFICATE.replace("}", "")).always();

        MalformedAnswerException unreadable = catchThrowableOfType(
                MalformedAnswerException.class, () -> otc.certificates().getCertificate("c-1"));

        assertHidden(unreadable);
        assertHidden(unreadable.rawText());
    }

    @Test
    void noLogShowsThem() throws IOException {
        long before = Files.exists(LOG) ? Files.size(LOG) : 0;
        cloud.on("POST /v2.0/lbaas/certificates")
                .answers(400, "{\"error_msg\": \"" + QUOTED + "\", \"error_code\": \"ELB.1001\"}")
                .then(201, CERTIFICATE);
        cloud.on("PUT /v2.0/lbaas/certificates/c-1")
                .fault(Fault.RESET)
                .then(503, QUOTED)
                .then(200, CERTIFICATE);
        cloud.on(LIST).answers(200, "{\"certificates\": [" + CERTIFICATE + "]}");

        assertHidden(catchThrowable(() -> otc.certificates().createCertificate(create())));
        otc.certificates().createCertificate(create());
        otc.certificates().updateCertificate(update());
        assertThat(otc.certificates()
                        .listCertificates(
                                ListCertificates.builder().privateKey(KEY).build()))
                .hasSize(1);

        String logged = Files.readString(LOG).substring((int) before);
        assertThat(logged)
                .contains("POST /v2.0/lbaas/certificates: InvalidRequestException with 400")
                .contains("attempt 2 of PUT /v2.0/lbaas/certificates/c-1");
        assertHidden(logged);
    }

    private static CreateCertificate create() {
        return CreateCertificate.builder().certificate("public").privateKey(KEY).build();
    }

    private static UpdateCertificate update() {
        return UpdateCertificate.builder().certificateId("c-1").privateKey(KEY).build();
    }

    private static void assertHidden(Throwable failure) {
        assertThat(failure).isNotNull();
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertHidden(all.toString());
    }

    private static void assertHidden(String text) {
        assertThat(text).doesNotContain(LINES).doesNotContain("secret");
    }
}
