package io.github.cloudlb.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RequestSignerTest {

    private static final AccessKey KEY = AccessKey.of("id", "secret");
    private static final AccessKey TEMPORARY = AccessKey.temporary("id", "secret", "t0k3n");
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

    static Stream<RequestSigner> signers() {
        return Stream.of(new Acs3Signer(), new SdkSigner(), new ScopedSdkSigner("eu-de", "elb"));
    }

    @ParameterizedTest
    @MethodSource("signers")
    void signsASecondAttemptAsIfItWereTheFirst(RequestSigner signer) {
        SigningRequest first = request("GET", List.of(), List.of(new Parameter("accept", "application/json")));
        List<Parameter> headers = new ArrayList<>(first.headers());
        headers.addAll(signer.sign(first, TEMPORARY, TIME.minusSeconds(86_400), "n-0"));

        assertThat(signer.sign(request("GET", List.of(), headers), TEMPORARY, TIME, "n-1"))
                .isEqualTo(signer.sign(first, TEMPORARY, TIME, "n-1"));
    }

    @ParameterizedTest
    @MethodSource("signers")
    void tracesWithoutTheToken(RequestSigner signer) {
        SigningTrace trace = signer.trace(request("GET", List.of(), List.of()), TEMPORARY, TIME, "n-1");

        assertThat(trace.toString()).doesNotContain("t0k3n").doesNotContain("secret");
        assertThat(trace.stringToSign())
                .isEqualTo(signer.prepare(request("GET", List.of(), List.of()), TEMPORARY, TIME, "n-1")
                        .stringToSign());
    }

    @ParameterizedTest
    @MethodSource("signers")
    void tracesAllThatIsSignedWithALastingKey(RequestSigner signer) {
        SigningRequest request = request("GET", List.of(new Parameter("limit", "1")), List.of());

        assertThat(signer.trace(request, KEY, TIME, "n-1").canonicalRequest())
                .isEqualTo(signer.prepare(request, KEY, TIME, "n-1").canonical().text());
    }

    @ParameterizedTest
    @MethodSource("signers")
    void signsTheSameInManyThreads(RequestSigner signer) {
        SigningRequest request = request("GET", List.of(new Parameter("limit", "1")), List.of());
        List<Parameter> expected = signer.sign(request, KEY, TIME, "n-1");

        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> signer.sign(request, KEY, TIME, "n-1")))
                .allMatch(expected::equals);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void joinsTheValuesOfARepeatedHeader(RequestSigner signer) {
        SigningRequest request = request(
                "GET", List.of(), List.of(new Parameter("x-acs-test", " http "), new Parameter("X-ACS-Test", "https")));

        assertThat(signer.trace(request, KEY, TIME, "n-1").canonicalRequest()).contains("\nx-acs-test:http,https\n");
    }

    @Test
    void hidesATokenThatTheCallerSet() {
        SigningRequest request = request("GET", List.of(), List.of(new Parameter("X-Auth-Token", "t0k3n")));

        assertThat(new SdkSigner().trace(request, KEY, TIME, "").canonicalRequest())
                .contains("\nx-auth-token:REDACTED\n")
                .doesNotContain("t0k3n");
    }

    @Test
    void scopedKeyLeavesTheProjectUnsigned() {
        RequestSigner signer = new ScopedSdkSigner("", "");
        List<Parameter> project = List.of(new Parameter("X-Project-Id", "p-1"), new Parameter("X-Domain-Id", "d-1"));

        assertThat(signer.sign(request("GET", List.of(), project), KEY, TIME, ""))
                .isEqualTo(signer.sign(request("GET", List.of(), List.of()), KEY, TIME, ""));
        assertThat(signer.sign(request("GET", List.of(), List.of()), TEMPORARY, TIME, ""))
                .contains(new Parameter("X-Security-Token", "t0k3n"));
    }

    @Test
    void scopedKeyIsDerivedAnewForAnotherDayOrSecret() {
        SigningRequest request = request("GET", List.of(), List.of());
        AccessKey other = AccessKey.of("id", "another secret");
        Instant tomorrow = TIME.plusSeconds(86_400);
        RequestSigner used = new ScopedSdkSigner("", "");

        for (Instant time : List.of(TIME, tomorrow, TIME)) {
            for (AccessKey key : List.of(KEY, other, KEY)) {
                assertThat(used.sign(request, key, time, ""))
                        .isEqualTo(new ScopedSdkSigner("", "").sign(request, key, time, ""));
            }
        }
        assertThat(used.sign(request, KEY, TIME, "")).isNotEqualTo(used.sign(request, other, TIME, ""));
    }

    @Test
    void scopedKeySignsTheFirstOfRepeatedNamesOnly() {
        List<Parameter> query = List.of(
                new Parameter("id", "2"), new Parameter("ID", "x"), new Parameter("id", "1"), new Parameter("a", ""));

        assertThat(lines(new ScopedSdkSigner("", ""), request("GET", query, List.of())))
                .contains("a=&ID=x&id=2");
        assertThat(lines(new SdkSigner(), request("GET", query, List.of()))).contains("ID=x&a=&id=2&id=1");
    }

    @Test
    void scopedKeySignsTheQueryOfAPostWithoutBodyAsAForm() {
        List<Parameter> query = List.of(new Parameter("b", "1+1"), new Parameter("a", "one two*"));
        List<String> lines = lines(new ScopedSdkSigner("", ""), request("POST", query, List.of()));

        assertThat(lines.get(2)).isEmpty();
        assertThat(lines).last().isEqualTo(new Sha256().hex("a=one+two%2A&b=1%2B1"));
    }

    @ParameterizedTest
    @MethodSource("signers")
    void doesNotMindTheOrderOfHeaders(RequestSigner signer) {
        List<Parameter> headers = new ArrayList<>(List.of(
                new Parameter("Host", "h"), new Parameter("x-acs-b", "1"), new Parameter("x-acs-a", " two  blanks ")));
        List<Parameter> signed = signer.sign(request("PUT", List.of(), headers), KEY, TIME, "n-1");
        Collections.reverse(headers);

        assertThat(signer.sign(request("PUT", List.of(), headers), KEY, TIME, "n-1"))
                .isEqualTo(signed);
    }

    private static List<String> lines(RequestSigner signer, SigningRequest request) {
        return signer.trace(request, KEY, TIME, "n-1")
                .canonicalRequest()
                .lines()
                .toList();
    }

    private static SigningRequest request(String method, List<Parameter> query, List<Parameter> headers) {
        return new SigningRequest(method, "service.example", "/v1/things", query, headers, null);
    }
}
