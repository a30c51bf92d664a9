package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** What is about to be sent, nothing of it encoded yet. A class, since a record would compare its body by identity. */
public final class SigningRequest {

    private final String method;
    private final String host;
    private final String path;
    private final List<Parameter> query;
    private final List<Parameter> headers;
    private final byte @Nullable [] body;

    /**
     * A request before its signature.
     *
     * @param method in upper case
     * @param host as it will be sent: with its port if that is not the default of the scheme. A Host header among the
     *     headers takes its place
     * @param path decoded; an empty one counts as {@code /}
     * @param query decoded. The order of the names does not matter; if one is repeated, give and send its values in
     *     order, since the services do not agree on who sorts them
     * @param headers as they will be sent. Those that the signer adds itself are taken from the signer, so a request that
     *     was signed before may be signed again
     * @param body the bytes as they will be sent, not copied; null if there is none
     */
    public SigningRequest(
            String method,
            String host,
            String path,
            List<Parameter> query,
            List<Parameter> headers,
            byte @Nullable [] body) {
        this.method = method;
        this.host = host;
        this.path = path;
        this.query = List.copyOf(query);
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    String method() {
        return method;
    }

    String host() {
        return host;
    }

    String path() {
        return path;
    }

    List<Parameter> query() {
        return query;
    }

    List<Parameter> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** The first value of a header, whatever the case of its name. */
    @Nullable
    String header(String name) {
        for (Parameter header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** Leaves query and headers out, which may hold a secret. */
    @Override
    public String toString() {
        return method + " " + host + path;
    }
}
