package io.github.cloudlb.core.http;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Parameter;
import io.github.cloudlb.core.signing.AccessKey;
import io.github.cloudlb.core.signing.PercentEncoding;
import io.github.cloudlb.core.signing.RequestSigner;
import io.github.cloudlb.core.signing.RpcSigner;
import io.github.cloudlb.core.signing.SigningRequest;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One attempt as it goes out. Whoever identifies it may add headers, or sign it. */
public final class Outgoing {
    private static final Parameter ACCEPT = new Parameter("Accept", "application/json");

    private final Endpoint endpoint;
    private final Message message;
    private final List<Parameter> query;
    private final List<Parameter> headers = new ArrayList<>(12);
    private final List<Parameter> extraHeaders;
    private final byte @Nullable [] body;

    Outgoing(Endpoint endpoint, Message message, List<Parameter> extraHeaders, byte @Nullable [] body) {
        this.endpoint = endpoint;
        this.message = message;
        this.extraHeaders = extraHeaders;
        this.query = new ArrayList<>(message.query());
        this.body = message.form().isEmpty() ? body : encoded(message.form()).getBytes(StandardCharsets.US_ASCII);
        headers.add(ACCEPT);
        headers.addAll(message.headers());
        headers.addAll(extraHeaders);
    }

    /** Decoded, as a signer wants it. A slash within a name is then one like any other: so do the vendors' own signers. */
    private String path() {
        StringBuilder path = new StringBuilder(128).append(endpoint.path());
        for (String segment : message.path()) {
            path.append('/').append(segment);
        }
        boolean folder = message.path().isEmpty() && endpoint.isFolder();
        return path.isEmpty() || folder ? path.append('/').toString() : path.toString();
    }

    List<Parameter> headers() {
        return headers;
    }

    public void header(String name, String value) {
        headers.add(new Parameter(name, value));
    }

    /** Adds the headers by which a signer proves who sends all that is there by now. */
    public void sign(RequestSigner signer, AccessKey key, Instant time, String nonce) {
        List<Parameter> signed = headers;
        if (!message.bodyType().isEmpty()) {
            // Set by the body itself when it goes out.
            signed = new ArrayList<>(headers);
            signed.add(new Parameter("Content-Type", message.bodyType()));
        }
        SigningRequest request =
                new SigningRequest(message.method(), endpoint.authority(), path(), query, signed, body);
        headers.addAll(signer.sign(request, key, time, nonce));
    }

    /**
     * Adds the parameters by which a signer proves who sends all that is there by now, in query and form.
     *
     * @param version of the API; it and the action, which stands in a header until then, become parameters, too
     */
    public void sign(RpcSigner signer, String version, AccessKey key, Instant time, String nonce) {
        headers.removeIf(header -> {
            boolean action = header.name().equals("x-acs-action");
            if (action) {
                query.add(new Parameter("Action", header.value()));
            }
            return action;
        });
        query.add(new Parameter("Version", version));
        SigningRequest request =
                new SigningRequest(message.method(), endpoint.authority(), path(), query, List.of(), body);
        query.addAll(signer.sign(request, message.form(), key, time, nonce));
    }

    /** Sent twice, a header of ours would mean whatever the service makes of it. */
    private void refuseDoubledHeaders() {
        for (Parameter extra : extraHeaders) {
            long same = headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(extra.name()))
                    .count();
            InvalidInputException.require(same == 1, "header", extra.name(), "one that the SDK does not set itself is");
        }
    }

    Request toOkHttp() {
        refuseDoubledHeaders();
        HttpUrl.Builder url = endpoint.base().newBuilder();
        for (String segment : message.path()) {
            url.addEncodedPathSegment(PercentEncoding.encode(segment));
        }
        if (message.path().isEmpty()) {
            url.encodedPath(path());
        }
        if (!query.isEmpty()) {
            url.encodedQuery(encoded(query));
        }
        Request.Builder request = new Request.Builder().url(url.build());
        for (Parameter header : headers) {
            request.addHeader(header.name(), header.value());
        }
        return request.method(message.method(), content()).build();
    }

    private @Nullable RequestBody content() {
        if (body != null) {
            return RequestBody.create(body, message.form().isEmpty() ? Bodies.JSON : Bodies.FORM);
        }
        boolean bodyExpected =
                message.method().equals("POST") || message.method().equals("PUT");
        return bodyExpected ? RequestBody.create(new byte[0], null) : null;
    }

    private static String encoded(List<Parameter> parameters) {
        StringBuilder text = new StringBuilder(32 + 48 * parameters.size());
        for (Parameter parameter : parameters) {
            if (!text.isEmpty()) {
                text.append('&');
            }
            text.append(PercentEncoding.encode(parameter.name()))
                    .append('=')
                    .append(PercentEncoding.encode(parameter.value()));
        }
        return text.toString();
    }

    /** A class of its own: most requests have no body, and the first type costs an application's start a regular expression. */
    private static final class Bodies {
        private static final MediaType JSON = MediaType.get("application/json");
        private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");
    }
}
