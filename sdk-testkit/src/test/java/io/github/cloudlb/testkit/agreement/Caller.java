package io.github.cloudlb.testkit.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Sends what it is told to, and adds nothing. In the bodies of {@link #post} and {@link #put} a ' stands for a ". */
final class Caller {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Map<String, String> headers;

    /** A base without a slash at its end. */
    Caller(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** One who sends and takes JSON. */
    static Caller of(String base) {
        return new Caller(base, Map.of("Accept", "application/json", "Content-Type", "application/json"));
    }

    Caller with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Caller(base, more);
    }

    Caller without(String header) {
        Map<String, String> fewer = new TreeMap<>(headers);
        fewer.remove(header);
        return new Caller(base, fewer);
    }

    Caller at(String below) {
        return new Caller(base + below, headers);
    }

    String base() {
        return base;
    }

    Said get(String path) {
        return send("GET", path, "");
    }

    Said post(String path, String body) {
        return send("POST", path, body.replace('\'', '"'));
    }

    Said put(String path, String body) {
        return send("PUT", path, body.replace('\'', '"'));
    }

    Said delete(String path) {
        return send("DELETE", path, "");
    }

    Said send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Said(answer.statusCode(), answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
