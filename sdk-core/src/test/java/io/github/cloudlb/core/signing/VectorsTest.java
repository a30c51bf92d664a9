package io.github.cloudlb.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Parameter;
import io.github.cloudlb.core.signing.RequestSigner.Attempt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

class VectorsTest {

    private static final Set<String> ADDED_BY_ACS3 =
            Set.of("x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256", "x-acs-security-token");
    private static final Set<String> ADDED_BY_SDK = Set.of("x-sdk-date", "x-security-token");

    static List<Vector> acs3() {
        return Vector.in("acs3-hmac-sha256.json");
    }

    static List<Vector> sdk() {
        return Vector.in("sdk-hmac-sha256.json");
    }

    static List<Vector> scopedSdk() {
        return Vector.in("sdk-hmac-sha256-otc-go.json");
    }

    static List<Vector> rpc() {
        return Vector.in("rpc-hmac-sha1.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void acs3(Vector vector) {
        check(new Acs3Signer(), vector, ADDED_BY_ACS3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sdk(Vector vector) {
        check(new SdkSigner(), vector, ADDED_BY_SDK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void scopedSdk(Vector vector) {
        check(new ScopedSdkSigner(vector.text("region"), vector.text("service")), vector, ADDED_BY_SDK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rpc(Vector vector) {
        List<Parameter> form = Vector.parameters(vector.json().get("request").get("formParameters"));
        List<Parameter> signed = Vector.parameters(vector.json().get("request").get("signedParameters"));
        List<Parameter> query = new ArrayList<>(signed);
        query.removeAll(form);
        query.removeIf(parameter -> Set.of(
                        "Format",
                        "AccessKeyId",
                        "SignatureMethod",
                        "SignatureVersion",
                        "SignatureNonce",
                        "Timestamp",
                        "SecurityToken")
                .contains(parameter.name()));
        SigningRequest request = new SigningRequest(
                vector.json().get("request").get("method").asString(), "", "/", query, List.of(), null);
        AccessKey key = vector.key();

        List<Parameter> added = new RpcSigner().sign(request, form, key, vector.time(), vector.text("nonce"));

        assertThat(added).contains(new Parameter("Signature", vector.expected("signature")));
        List<Parameter> sent = new ArrayList<>(query);
        sent.addAll(form);
        sent.addAll(added.subList(0, added.size() - 1));
        assertThat(sent).containsExactlyInAnyOrderElementsOf(signed);
        List<Parameter> common =
                RpcSigner.common(request, key, key.securityToken(), vector.time(), vector.text("nonce"));
        assertThat(RpcSigner.stringToSign(request, RpcSigner.canonical(request, form, common)))
                .isEqualTo(vector.expected("stringToSign"));
    }

    private static void check(RequestSigner signer, Vector vector, Set<String> added) {
        SigningRequest request = vector.requestWithout(added);
        Attempt attempt = signer.prepare(request, vector.key(), vector.time(), vector.text("nonce"));
        assertThat(attempt.canonical().text()).isEqualTo(vector.expected("canonicalRequest"));
        assertThat(attempt.canonical().signedHeaders()).isEqualTo(vector.expected("signedHeaders"));
        assertThat(attempt.stringToSign()).isEqualTo(vector.expected("stringToSign"));

        List<Parameter> headers =
                new ArrayList<>(signer.sign(request, vector.key(), vector.time(), vector.text("nonce")));
        String authorization = headers.remove(headers.size() - 1).value();
        assertThat(authorization).isEqualTo(vector.expected("authorization"));
        assertThat(authorization).endsWith("Signature=" + vector.expected("signature"));
        assertThat(lowerCased(headers)).containsExactlyInAnyOrderElementsOf(lowerCased(vector.headers(added)));
    }

    private static List<Parameter> lowerCased(List<Parameter> headers) {
        return headers.stream()
                .map(header -> new Parameter(header.name().toLowerCase(Locale.ROOT), header.value()))
                .toList();
    }
}
