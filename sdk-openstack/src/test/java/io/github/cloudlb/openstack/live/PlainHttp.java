package io.github.cloudlb.openstack.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.openstack.LbaasDialect;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The API without the SDK: for what the SDK does not do, and for what nobody should do. */
final class PlainHttp {
    private final OkHttpClient http =
            new OkHttpClient.Builder().callTimeout(Duration.ofMinutes(2)).build();

    record Said(int status, String body) {
        /** The id in the object of this name, which was made. */
        String id(String name) {
            if (status != 201) {
                throw new IllegalStateException("no " + name + " was made: " + status + " " + body);
            }
            Answer answer = new Answer(status, List.of(), body.getBytes(UTF_8));
            Map<String, String> made = JsonReader.readField(answer, LbaasDialect.OCTAVIA, name, JsonReader::map);
            return made.getOrDefault("id", "");
        }
    }

    /** Sends JSON, if the body is not empty. */
    Said send(String method, String url, String body, String... headers) {
        Request request = new Request.Builder()
                .url(url)
                .headers(Headers.of(headers))
                .header("Accept", "application/json")
                .method(method, body.isEmpty() ? null : RequestBody.create(body, MediaType.get("application/json")))
                .build();
        try (Response answer = http.newCall(request).execute()) {
            return new Said(answer.code(), answer.body().string());
        } catch (IOException broken) {
            throw new IllegalStateException(method + " " + url + ": " + broken, broken);
        }
    }
}
