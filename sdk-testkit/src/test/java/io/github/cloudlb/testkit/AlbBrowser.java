package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.alibaba.Acs3;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.signing.Digests;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Signs what it sends, unless the test signs otherwise. */
final class AlbBrowser {
    private final URI uri;
    private final InstantSource clock;
    private final Map<String, String> headers = new TreeMap<>();
    private String keyId = AlbServer.ACCESS_KEY_ID;
    private String secret = AlbServer.ACCESS_KEY_SECRET;
    private String version = "2020-06-16";

    AlbBrowser(URI uri, InstantSource clock) {
        this.uri = uri;
        this.clock = clock;
    }

    AlbBrowser key(String id, String newSecret) {
        keyId = id;
        secret = newSecret;
        return this;
    }

    /** Speaks to NLB instead. */
    AlbBrowser toNlb() {
        version = "2022-04-30";
        return this;
    }

    /** Sends this header in place of the usual one. */
    AlbBrowser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    HttpResponse<String> call(String action, String query) throws Exception {
        return call(action, query, "");
    }

    HttpResponse<String> call(String action, String query, String form) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of(
                "x-acs-action", action,
                "x-acs-version", version,
                "x-acs-date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce", UUID.randomUUID().toString(),
                "x-acs-content-sha256", Digests.sha256(form)));
        if (!form.isEmpty()) {
            all.put("content-type", "application/x-www-form-urlencoded");
        }
        all.putAll(headers);
        all.put("authorization", authorization(all, query, form));
        String[] flat = all.entrySet().stream()
                .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                .toArray(String[]::new);
        return new Browser(uri, flat).post("/?" + query, form);
    }

    JsonNode json(String action, String query) throws Exception {
        return Json.read(call(action, query).body()).orElseThrow();
    }

    /** Status and code of an error. */
    String code(String action, String query) throws Exception {
        return code(call(action, query));
    }

    static String code(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + Json.read(answer.body()).orElseThrow().path("Code").asText();
    }

    private String authorization(Map<String, String> all, String query, String form) {
        Map<String, List<String>> signed = new TreeMap<>();
        all.forEach((name, value) -> signed.put(name, List.of(value)));
        signed.put("host", List.of(uri.getAuthority()));
        RecordedRequest request = new RecordedRequest("", "POST", "/", query, signed, form);
        List<String> names = List.copyOf(signed.keySet());
        return "ACS3-HMAC-SHA256 Credential=" + keyId + ",SignedHeaders=" + String.join(";", names) + ",Signature="
                + Acs3.signature(Acs3.stringToSign(request, names), secret);
    }
}
