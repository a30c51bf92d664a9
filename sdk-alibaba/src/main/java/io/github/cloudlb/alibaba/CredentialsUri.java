package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** An address that answers with a key. Its query may be a secret, so it is shown without it. */
record CredentialsUri(URI address, @Nullable String query) implements SessionSource.Issuer {
    static KeySource of(URI uri) {
        InvalidInputException.require(
                uri.isAbsolute() && uri.getRawAuthority() != null, "credentials URI", shown(uri), "an http(s) URL is");
        URI bare = uri.resolve(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
        return new SessionSource("credentials URI of " + uri.getHost(), new CredentialsUri(bare, uri.getRawQuery()));
    }

    private static String shown(URI uri) {
        return String.valueOf(uri.getScheme()) + ":…";
    }

    @Override
    public Session issue(CallState call, Origin origin) {
        Endpoint where = Endpoint.exactly(address, origin.engine().settings().plainHttp());
        return new ApiClient(origin.engine(), new BareService(where, false))
                .within(call)
                .send(new GetKey(query == null ? "" : query, origin.clock().now()))
                .session("the credentials URI", call, origin);
    }

    private record GetKey(String query, Instant now) implements Request<IssuedKey> {
        @Override
        public Wire<IssuedKey> wire(Dialect dialect) {
            Message message = Message.get();
            for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
                int at = pair.indexOf('=');
                message.query(
                        decoded(at < 0 ? pair : pair.substring(0, at)), at < 0 ? "" : decoded(pair.substring(at + 1)));
            }
            return message.answer(answer -> IssuedKey.of(answer, now));
        }

        /** A plus is one: only forms mean a blank by it. */
        private static String decoded(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "GetKey{}";
        }
    }

    @Override
    public String toString() {
        return "CredentialsUri{" + address.getHost() + "}";
    }
}
