package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** A request and what a vendor's own library made of it; the files name the library and its version. */
record Vector(JsonNode json) {

    static List<Vector> in(String file) {
        try (InputStream in = Objects.requireNonNull(Vector.class.getResourceAsStream(file), file)) {
            JsonNode all = new JsonMapper().readTree(in);
            List<Vector> vectors = new ArrayList<>();
            all.get("vectors").forEach(vector -> vectors.add(new Vector(vector)));
            if (vectors.size() != all.get("count").asInt()) {
                throw new IllegalStateException(file + " has " + vectors.size() + " vectors");
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request without its Host header, unless that is another host, and without the headers named. */
    SigningRequest requestWithout(Set<String> lowerCaseHeaders) {
        JsonNode request = json.get("request");
        String host = request.get("host").asString();
        List<Parameter> headers = new ArrayList<>();
        for (Parameter header : parameters(request.get("headers"))) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!lowerCaseHeaders.contains(name)
                    && !(name.equals("host") && header.value().equals(host))) {
                headers.add(header);
            }
        }
        return new SigningRequest(
                request.get("method").asString(),
                host,
                request.get("path").asString(),
                parameters(request.get("query")),
                headers,
                body(request.get("body")));
    }

    List<Parameter> headers(Set<String> lowerCaseNames) {
        List<Parameter> headers = new ArrayList<>(parameters(json.get("request").get("headers")));
        headers.removeIf(header -> !lowerCaseNames.contains(header.name().toLowerCase(Locale.ROOT)));
        return headers;
    }

    static List<Parameter> parameters(@Nullable JsonNode pairs) {
        List<Parameter> parameters = new ArrayList<>();
        if (pairs != null) {
            pairs.forEach(pair -> parameters.add(
                    new Parameter(pair.get(0).asString(), pair.get(1).asString())));
        }
        return parameters;
    }

    private static byte @Nullable [] body(JsonNode body) {
        return switch (body.get("encoding").asString()) {
            case "none" -> null;
            case "utf-8" -> body.get("value").asString().getBytes(StandardCharsets.UTF_8);
            case "base64" -> Base64.getDecoder().decode(body.get("value").asString());
            default -> throw new IllegalStateException(body.toString());
        };
    }

    AccessKey key() {
        JsonNode credentials = json.get("credentials");
        String id = credentials.get("accessKeyId").asString();
        String secret = credentials.get("accessKeySecret").asString();
        JsonNode token = credentials.get("securityToken");
        return token == null ? AccessKey.of(id, secret) : AccessKey.temporary(id, secret, token.asString());
    }

    /** From either form of date. */
    Instant time() {
        String date = json.get("date").asString();
        return Instant.parse(
                date.contains("-") ? date : date.replaceFirst("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z"));
    }

    String text(String name) {
        JsonNode value = json.get(name);
        return value == null ? "" : value.asString();
    }

    String expected(String name) {
        return json.get("expected").get(name).asString();
    }

    @Override
    public String toString() {
        return text("name");
    }
}
