package io.github.cloudlb.openstack.certificate;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class CertificateOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String LIST = "GET /v2.0/lbaas/certificates";
    private static final String PEM = "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----";
    private static final String CERTIFICATE = """
            {"id": "c-1", "tenant_id": "t-1", "admin_state_up": true, "name": "https", "description": null,
              "type": "server", "domain": "www.example.org,*.example.org", "private_key": "the key",
              "certificate": "%s", "create_time": "2017-02-25 09:35:27", "update_time": "2017-02-25T09:38:27",
              "expire_time": "2045-11-17 13:25:47"}""".formatted(PEM);

    @Test
    @Pins(value = "certificate.list", in = "otc")
    void listsAllAtOnceBecauseThereAreNoLinks() {
        cloud.on(LIST).answers(200, "{\"certificates\": [" + CERTIFICATE + "], \"instance_num\": 1}");

        Page<Certificate> page = otc.send(ListCertificates.builder()
                .type(CertificateType.SERVER)
                .addDomains("www.example.org", "*.example.org")
                .createTime(Instant.parse("2017-02-25T09:35:27Z"))
                .build());

        assertThat(sent(cloud))
                .isEqualTo(LIST + "?type=server&domain=www.example.org%2C%2A.example.org"
                        + "&create_time=2017-02-25%2009%3A35%3A27");
        assertThat(page.next()).isEmpty();
        assertThat(page.envelope()).containsEntry("instance_num", "1");
        Certificate certificate = page.items().get(0);
        assertThat(certificate.domains()).containsExactly("www.example.org", "*.example.org");
        assertThat(certificate.privateKey()).hasValue("the key");
        assertThat(certificate.certificate().orElseThrow()).startsWith("-----BEGIN CERTIFICATE-----\nMIIB");
        assertThat(certificate.createTime()).hasValue(Instant.parse("2017-02-25T09:35:27Z"));
        assertThat(certificate.updateTime()).hasValue(Instant.parse("2017-02-25T09:38:27Z"));
        assertThat(certificate.expireTime()).hasValue(Instant.parse("2045-11-17T13:25:47Z"));
        assertThat(certificate.description()).isEmpty();
        assertThat(certificate.unlisted()).isEmpty();
    }

    @Test
    void goesOnAfterAFullPageIfALimitWasAskedFor() {
        cloud.on(LIST + "?limit=2").answers(200, list("c-1", "c-2"));
        cloud.on(LIST + "?marker=c-2&limit=2").answers(200, list("c-3"));

        assertThat(otc.certificates()
                        .listCertificates(ListCertificates.builder().limit(2).build()))
                .extracting(Certificate::id)
                .containsExactly("c-1", "c-2", "c-3");
    }

    @Test
    void doesNotGoRoundInCirclesIfTheMarkerIsIgnored() {
        cloud.on(LIST).answers(200, list("c-1", "c-2")).always();

        assertThat(otc.certificates()
                        .listCertificates(ListCertificates.builder().limit(2).build()))
                .hasSize(4);

        assertThat(cloud.calls()).hasSize(2);
    }

    @Test
    @Pins(value = "certificate.create", in = "otc")
    void createsACertificateWithoutAnythingAroundIt() {
        cloud.on("POST /v2.0/lbaas/certificates").answers(201, CERTIFICATE);

        Certificate certificate = otc.certificates()
                .createCertificate(CreateCertificate.builder()
                        .name("https")
                        .addDomains("www.example.org", "*.example.org")
                        .privateKey("the key")
                        .certificate("the certificate")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo(
                        "POST /v2.0/lbaas/certificates {\"name\":\"https\",\"domain\":\"www.example.org,*.example.org\","
                                + "\"private_key\":\"the key\",\"certificate\":\"the certificate\"}");
        assertThat(certificate.id()).isEqualTo("c-1");
    }

    @Test
    @Pins(value = "certificate.show", in = "otc")
    void readsACertificate() {
        cloud.on(LIST + "/c-1").answers(200, CERTIFICATE);

        assertThat(otc.certificates().getCertificate("c-1").type()).hasValue(CertificateType.SERVER);

        assertThat(sent(cloud)).isEqualTo(LIST + "/c-1");
    }

    @Test
    @Pins(value = "certificate.update", in = "otc")
    void changesACertificate() {
        cloud.on("PUT /v2.0/lbaas/certificates/c-1").answers(200, CERTIFICATE);

        otc.certificates()
                .updateCertificate(UpdateCertificate.builder()
                        .certificateId("c-1")
                        .description("")
                        .domains(List.of())
                        .privateKey("another key")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/certificates/c-1"
                        + " {\"description\":\"\",\"domain\":\"\",\"private_key\":\"another key\"}");
    }

    @Test
    @Pins(value = "certificate.delete", in = "otc")
    void deletesACertificate() {
        cloud.on("DELETE /v2.0/lbaas/certificates/c-1").answers(204);

        otc.certificates().deleteCertificate("c-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/certificates/c-1");
    }

    @Test
    void aServersCertificateNeedsItsKeyAndAnAuthoritysDoesNot() {
        CreateCertificate.Builder nothingSaid = CreateCertificate.builder().certificate("x");
        for (CreateCertificate without : List.of(
                nothingSaid.build(), nothingSaid.type(CertificateType.SERVER).build())) {
            assertThatThrownBy(() -> otc.certificates().createCertificate(without))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("private_key: \"\" is not allowed, but it is required when type is server");
        }
        otc.check(nothingSaid.type(CertificateType.CLIENT).build());
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongOrTooMuch() {
        assertRefused(update().name("x".repeat(256)), "name: ", "0 to 255 characters");
        assertRefused(update().domains(List.of("x".repeat(101))), "domain: ", "0 to 100 characters");
        assertRefused(
                update().domains(Collections.nCopies(101, "a.example")), "domain: \"101 entries\"", "0 to 100 are");
        assertRefused(update().domains(Collections.nCopies(100, "x".repeat(100))), "domain: ", "0 to 10000 characters");
        assertRefused(update().domains(List.of("a.example,b.example")), "domain[0]", "a text without commas");
        try (OpenStackClient octavia = Clients.octavia(cloud)) {
            assertThatThrownBy(() -> octavia.certificates().getCertificate("c-1"))
                    .isInstanceOf(UnsupportedException.class);
        }
        assertThat(cloud.calls()).isEmpty();
    }

    private static UpdateCertificate.Builder update() {
        return UpdateCertificate.builder().certificateId("c-1");
    }

    private static void assertRefused(UpdateCertificate.Builder request, String... words) {
        assertThatThrownBy(() -> otc.certificates().updateCertificate(request.build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);
    }

    private static String list(String... ids) {
        return Stream.of(ids)
                .map(id -> "{\"id\": \"" + id + "\"}")
                .collect(Collectors.joining(",", "{\"certificates\": [", "], \"instance_num\": " + ids.length + "}"));
    }
}
