package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.signing.Digests;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Signs as the vendors' clients do, from what a request is going to be; the server works it out from what has arrived. */
final class OtcSigner {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final URI uri;
    private final InstantSource clock;
    private final boolean scoped;
    private String id = OctaviaServer.ACCESS_KEY_ID;
    private String secret = OctaviaServer.ACCESS_KEY_SECRET;
    private String[] more = {};

    /** @param scoped as Open Telekom Cloud's own client; else as Huawei's */
    OtcSigner(URI uri, InstantSource clock, boolean scoped) {
        this.uri = uri;
        this.clock = clock;
        this.scoped = scoped;
    }

    OtcSigner key(String otherId, String otherSecret, String... headers) {
        id = otherId;
        secret = otherSecret;
        more = headers;
        return this;
    }

    /** A client for this one request; the query must be in order and encoded. */
    Browser client(String method, String path, String query, String body) {
        String date = DATE.format(clock.instant());
        String canonical = String.join(
                "\n",
                method,
                path + "/",
                query,
                "host:" + uri.getAuthority() + "\nx-sdk-date:" + date + "\n",
                "host;x-sdk-date",
                Digests.sha256(body));
        String day = date.substring(0, 8) + "///sdk_request";
        String text = "SDK-HMAC-SHA256\n" + date + "\n" + (scoped ? day + "\n" : "") + Digests.sha256(canonical);
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        if (scoped) {
            key = ("SDK" + secret).getBytes(StandardCharsets.UTF_8);
            for (String part : day.split("/", -1)) {
                key = Digests.hmacSha256(key, part);
            }
        }
        String who = scoped ? "Credential=" + id + "/" + day : "Access=" + id;
        String signature = Digests.hex(Digests.hmacSha256(key, text));
        List<String> headers = new ArrayList<>(List.of(more));
        headers.addAll(List.of(
                "Content-Type",
                "application/json",
                "X-Sdk-Date",
                date,
                "Authorization",
                "SDK-HMAC-SHA256 " + who + ", SignedHeaders=host;x-sdk-date, Signature=" + signature));
        return new Browser(uri, headers.toArray(String[]::new));
    }
}
