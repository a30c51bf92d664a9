package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.ServiceException;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.Wire.AnswerReader;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;

import java.net.URI;
import java.time.Duration;

/**
 * The RAM role of the ECS instance we run on, told by its metadata service: with a token first (hardened mode), without
 * one where there is none. Never through a proxy, and within a second: elsewhere nothing answers.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/ecs/user-guide/view-instance-metadata">Instance metadata</a>
 */
record InstanceRole(String name, URI metadata, Duration limit, boolean hardenedOnly) implements SessionSource.Issuer {
    static final String V1_DISABLED = "IMDSV1_DISABLED";
    private static final String DISABLED = "ECS_METADATA_DISABLED";
    private static final String ROLES = "/latest/meta-data/ram/security-credentials/";
    private static final String TOKEN = "/latest/api/token";
    private static final String LONGEST_SECONDS = "21600";

    /** The role of this name; empty to ask for it. */
    static KeySource of(String name, Surroundings around) throws NotSetUpException {
        if (around.isTrue(DISABLED)) {
            throw new NotSetUpException(Surroundings.shown(DISABLED) + " is true");
        }
        URI metadata = around.metadata().orElseThrow(() -> new NotSetUpException("there is no metadata service"));
        InstanceRole role = new InstanceRole(name, metadata, around.metadataLimit(), around.isTrue(V1_DISABLED));
        return new SessionSource("role " + (name.isEmpty() ? "" : name + " ") + "of this instance", role);
    }

    @Override
    public Session issue(CallState call, Origin origin) {
        CallState looks = call.nested(CallOptions.limit(limit));
        String token = token(looks, origin);
        String role = name.isEmpty()
                ? send(new Look<>(token, Answer::text), ROLES, looks, origin).strip()
                : name;
        if (!role.matches("[A-Za-z0-9._-]{1,64}")) {
            throw NoCredentialsException.because(call, "the metadata service names no role of the instance");
        }
        Look<IssuedKey> key =
                new Look<>(token, answer -> IssuedKey.of(answer, origin.clock().now()));
        return send(key, ROLES + role, looks, origin).session("the metadata service", call, origin);
    }

    /** Empty where the service has no hardened mode. */
    private String token(CallState call, Origin origin) {
        try {
            String token = send(new TokenRequest(), TOKEN, call, origin);
            if (Printable.is(token)) {
                return token;
            }
        } catch (ServiceException refused) {
            // as good as none
        }
        if (hardenedOnly) {
            throw NoCredentialsException.because(
                    call,
                    "the metadata service gave no token, and " + Surroundings.shown(V1_DISABLED)
                            + " forbids to go without one");
        }
        return "";
    }

    private <R> R send(Request<R> request, String path, CallState call, Origin origin) {
        BareService service = new BareService(Endpoint.exactly(metadata.resolve(path), true), true);
        return new ApiClient(origin.engine(), service).within(call).send(request);
    }

    private record TokenRequest() implements Request<String> {
        @Override
        public Wire<String> wire(Dialect dialect) {
            return Message.put()
                    .header("X-aliyun-ecs-metadata-token-ttl-seconds", LONGEST_SECONDS)
                    .answer(answer -> answer.text().strip());
        }
    }

    private record Look<R>(String token, AnswerReader<R> reader) implements Request<R> {
        @Override
        public Wire<R> wire(Dialect dialect) {
            Message message = Message.get();
            if (!token.isEmpty()) {
                message.header("X-aliyun-ecs-metadata-token", token).secret(token);
            }
            return message.answer(reader);
        }

        @Override
        public String toString() {
            return "Look{}";
        }
    }
}
