package io.github.cloudlb.testkit.agreement;

import io.github.cloudlb.testkit.internal.http.Json;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** An answer, in forms that can be compared. */
record Said(int status, HttpResponse<String> answer) {
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);

    /** Nothing if there is no such header. */
    Optional<String> header(String name) {
        return answer.headers().firstValue(name);
    }

    String type() {
        return header("Content-Type").orElse("none");
    }

    String body() {
        return answer.body();
    }

    JsonNode json() {
        return Json.read(body()).orElseThrow(() -> new AssertionError("no JSON: " + status + " " + body()));
    }

    /** What the only, or first, name of the body stands for. */
    JsonNode one() {
        return json().iterator().next();
    }

    /** A field of {@link #one}, as text. */
    String get(String field) {
        return one().path(field).asText();
    }

    String id() {
        return get("id");
    }

    /** What each one of a list has under this name. */
    List<String> each(String field) {
        List<String> values = new ArrayList<>();
        one().forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    /**
     * The status and, of an error, its text. Octavia's own shape of an error is not mentioned; another one is, in
     * brackets.
     */
    String told() {
        if (status < 300 || body().isEmpty()) {
            return String.valueOf(status);
        }
        if (!type().startsWith("application/json")) {
            Matcher title = TITLE.matcher(body());
            return status + " [" + type().replaceAll(";.*", "") + "] "
                    + (title.find() ? title.group(1) : body().strip());
        }
        return status + " " + error(json());
    }

    private String error(JsonNode json) {
        return switch (String.join(" ", names(json))) {
            case "debuginfo faultcode faultstring" ->
                (json.path("faultcode").asText().equals(status < 500 ? "Client" : "Server") ? "" : "[strange code] ")
                        + (json.path("debuginfo").isNull() ? "" : "[debuginfo] ")
                        + json.path("faultstring").asText();
            case "code description title" ->
                "[routing] " + json.path("title").asText() + ": "
                        + json.path("description").asText().strip();
            case "error" ->
                "[identity] " + json.path("error").path("title").asText() + ": "
                        + json.path("error").path("message").asText();
            default -> body();
        };
    }

    private static Set<String> names(JsonNode json) {
        return new TreeSet<>(StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false)
                .toList());
    }
}
