package io.github.cloudlb.testkit.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the vendors' own libraries signed, as recorded beside the signers of the SDK, which are others than these. */
class SdkHmacTest {
    private static final Path VECTORS = Path.of("../sdk-core/src/test/resources/io/github/cloudlb/core/signing");

    /** All but the one whose body is no text: a server of the test kit takes all bodies for text. */
    static Stream<Vector> vectors() throws IOException {
        return Stream.concat(in("sdk-hmac-sha256.json"), in("sdk-hmac-sha256-otc-go.json"))
                .filter(vector -> !vector.name().endsWith(": put-binary-body"));
    }

    private static Stream<Vector> in(String file) throws IOException {
        JsonNode all = Json.read(Files.readString(VECTORS.resolve(file))).orElseThrow();
        return StreamSupport.stream(all.path("vectors").spliterator(), false)
                .map(vector -> new Vector(file + ": " + vector.path("name").asText(), vector));
    }

    @Test
    void thereAreVectorsOfBothForms() throws IOException {
        assertThat(vectors()).hasSize(31);
        assertThat(vectors().filter(vector -> !vector.signature().scope().isEmpty()))
                .hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void worksOutTheSignatureThatTheVendorWorksOut(Vector vector) {
        RecordedRequest request = vector.request();
        SdkHmac signature = vector.signature();

        assertThat(signature.canonicalRequest(request)).isEqualTo(vector.expected("canonicalRequest"));
        assertThat(signature.stringToSign(request)).isEqualTo(vector.expected("stringToSign"));
        assertThat(signature.expected(request, vector.secret())).isEqualTo(vector.expected("signature"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void takesTheHeaderApart(Vector vector) {
        SdkHmac signature = vector.signature();

        assertThat(signature.accessKeyId()).isEqualTo(vector.accessKeyId());
        assertThat(String.join(";", signature.signedHeaders())).isEqualTo(vector.expected("signedHeaders"));
        assertThat(signature.fits(vector.request(), vector.secret())).isTrue();
        assertThat(signature.fits(vector.request(), "another")).isFalse();
    }

    @Test
    void aHeaderOfAnotherFormIsNone() {
        assertThat(Stream.of("", "Basic YTpi", "SDK-HMAC-SHA256 Access=ak", "ACS3-HMAC-SHA256 Credential=a")
                        .map(header ->
                                new RecordedRequest("", "GET", "/", "", Map.of("authorization", List.of(header)), "")))
                .allSatisfy(request -> assertThat(SdkHmac.of(request)).isEmpty());
    }

    /** A vector, with the request as a server gets it. */
    record Vector(String name, JsonNode json) {

        RecordedRequest request() {
            JsonNode sent = json.path("request");
            Map<String, List<String>> headers = new LinkedHashMap<>();
            sent.path("headers")
                    .forEach(header -> headers.computeIfAbsent(
                                    Text.lower(header.get(0).asText()), unseen -> new ArrayList<>())
                            .add(header.get(1).asText().strip()));
            headers.put("authorization", List.of(expected("authorization")));
            String query = StreamSupport.stream(sent.path("query").spliterator(), false)
                    .map(pair -> Digests.percentEncoded(pair.get(0).asText()) + "="
                            + Digests.percentEncoded(pair.get(1).asText()))
                    .collect(Collectors.joining("&"));
            String path = Stream.of(sent.path("path").asText().split("/", -1))
                    .map(Digests::percentEncoded)
                    .collect(Collectors.joining("/"));
            return new RecordedRequest(
                    "",
                    sent.path("method").asText(),
                    path,
                    query,
                    headers,
                    sent.path("body").path("value").asText());
        }

        SdkHmac signature() {
            return SdkHmac.of(request()).orElseThrow();
        }

        String accessKeyId() {
            return json.path("credentials").path("accessKeyId").asText();
        }

        String secret() {
            return json.path("credentials").path("accessKeySecret").asText();
        }

        String expected(String part) {
            return json.path("expected").path(part).asText();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
