package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param call what was asked for, as {@code calls()} of the server tells it: {@code DELETE /v2.0/lbaas/pools/p-1}, or
 *     the name of the action on Alibaba Cloud
 * @param method in capitals
 * @param path as sent, still percent-encoded, without the query
 * @param query as sent, without the question mark; empty if there is none
 * @param headers all values by the name of the header in small letters
 * @param body empty if there is none
 */
public record RecordedRequest(
        String call, String method, String path, String query, Map<String, List<String>> headers, String body) {

    /** Keeps the headers from being changed afterwards. */
    public RecordedRequest {
        headers = Map.copyOf(headers);
    }

    /** First value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(Text.lower(name), List.of()).stream().findFirst();
    }

    /** Decoded parameters of the query, in the order sent; a parameter without {@code =} has the value "". */
    public Map<String, List<String>> parameters() {
        return Text.parameters(query);
    }

    /** Whether this is a segment of the path, or the value of a parameter in the query or in a form. */
    boolean names(String id) {
        return Text.segments(path).contains(id)
                || parameters().values().stream().anyMatch(values -> values.contains(id))
                || Text.parameters(body).values().stream().anyMatch(values -> values.contains(id));
    }

    /** What was asked for; without headers and body, which may tell a secret. */
    @Override
    public String toString() {
        return query.isEmpty() || !call.contains("/") ? call : call + "?" + query;
    }

    RecordedRequest named(String newCall) {
        return new RecordedRequest(newCall, method, path, query, headers, body);
    }
}
