package io.github.cloudlb.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What is written for LBaaS. */
class LbaasSourcesTest {
    private final Map<String, String> sources = Sources.ofLbaas();

    @Test
    void goesOnAsTheServiceDoesIt() {
        assertThat(sources.get("wire/ListFlavorsWire.java")).contains("marker(items.get(items.size() - 1).id())");
        assertThat(sources.get("wire/QueryListenersByTagWire.java")).contains("seen < total", ".offset(seen)");
        assertThat(sources.get("wire/ListCertificatesWire.java")).contains("items.size() >= it.limit().get()");
        assertThat(sources.get("wire/ListProvidersWire.java")).contains("(items, Optional.empty(), envelope)");
        assertThat(sources.get("wire/ListAvailabilityZonesWire.java"))
                .contains("contains(\"\\\"next\\\"\")", "&& it.limit().isEmpty()) {", "throw new");
        assertThat(sources.get("tag/TagOperations.java"))
                .contains("Lists the tags of a listener.\n     *\n     * @see ListListenerTags")
                .contains("A page is fetched when the stream");
    }

    @Test
    void repeatsAPostThatOnlyReadsOrThatMayComeTwice() {
        assertThat(sources.get("tag/QueryListenersByTag.java")).contains(".reading()");
        assertThat(sources.get("tag/CreateListenerTag.java")).contains(".repeatable()");
        assertThat(sources.get("pool/CreatePool.java")).doesNotContain(".reading()", ".repeatable()");
    }

    @Test
    void marksWhatMustNotBeShown() {
        assertThat(sources.get("certificate/CreateCertificate.java"))
                .contains("@Value.Redacted\n    Optional<String> privateKey();")
                .contains("privateKey().ifPresent(message::secret)");
        assertThat(sources.get("certificate/Certificate.java")).contains("@Value.Redacted");
    }

    @Test
    void encodesNamesInPathsAndChecksThemAsNames() {
        assertThat(sources.get("tag/DeleteListenerTag.java")).contains("\"tags\")", ".segment(key())");
        assertThat(sources.get("wire/DeleteListenerTagWire.java")).contains("Segments.name(\"key\", it.key())");
    }

    @Test
    void takesADefaultForAValueWhereSomethingIsMade() {
        assertThat(sources.get("wire/CreateCertificateWire.java")).contains("!it.type().isPresent()\n");
        assertThat(sources.get("wire/UpdateCertificateWire.java")).doesNotContain("it.type()");
        assertThat(sources.get("certificate/CertificateOperations.java"))
                .doesNotContain("createCertificate(String")
                .contains("createCertificate(CreateCertificate request)");
    }

    @Test
    void saysOnceInWhichCloudAThingIs() {
        assertThat(sources.get("whitelist/Whitelist.java")).containsOnlyOnce("Only on Open Telekom Cloud");
        assertThat(sources.get("amphora/ShowAmphora.java")).containsOnlyOnce("Only on Octavia");
        assertThat(sources.get("pool/UpdateMember.java")).contains("Only on Octavia");
    }
}
