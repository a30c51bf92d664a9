package io.github.cloudlb.testkit.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The tables that the SDK is generated from, as they are packed with the test kit. */
public final class ApiTables {

    private ApiTables() {}

    /** A table by the name of its file, without the ending: {@code lbaas-v2.0}. */
    public static JsonNode read(String table) {
        String name = "/io/github/cloudlb/testkit/" + table + ".json";
        try (InputStream content = ApiTables.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("The test kit was packed without " + name);
            }
            return Json.read(new String(content.readAllBytes(), UTF_8)).orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
