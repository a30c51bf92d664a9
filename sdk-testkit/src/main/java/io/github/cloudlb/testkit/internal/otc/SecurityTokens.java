package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.keystone.Keystone;
import io.github.cloudlb.testkit.internal.keystone.Tokens;
import io.github.cloudlb.testkit.internal.signing.AccessKeys;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Gives out temporary access keys for a token.
 *
 * @see <a href="https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/access_key_management/obtaining_a_temporary_ak_sk.html">
 *     Obtaining a temporary AK/SK</a>
 */
final class SecurityTokens {
    private static final int SHORTEST = 900;
    private static final int LONGEST = 86_400;

    private final InstantSource clock;
    private final Tokens tokens;
    private final AccessKeys keys;
    private int made;

    SecurityTokens(InstantSource clock, Tokens tokens, AccessKeys keys) {
        this.clock = clock;
        this.tokens = tokens;
        this.keys = keys;
    }

    /** The token stands in a header or else in the body. */
    Answer create(RecordedRequest request) {
        JsonNode identity = Json.read(request.body())
                .orElseThrow(() -> Keystone.refusal(400, "Bad Request", "Request body is invalid."))
                .path("auth")
                .path("identity");
        String inBody = identity.path("token").path("id").asText();
        if (!tokens.isValid(request.header("x-auth-token").orElse(inBody))) {
            throw Keystone.unauthorized(request);
        }
        int seconds = identity.path("token").path("duration_seconds").asInt(SHORTEST);
        if (!identity.path("methods").path(0).asText().equals("token") || seconds < SHORTEST || seconds > LONGEST) {
            throw Keystone.refusal(400, "Bad Request", "Request body is invalid.");
        }
        String id = String.format("TESTKITTEMPORARY%04d", ++made);
        String secret = UUID.randomUUID().toString().replace("-", "");
        String token = UUID.randomUUID().toString();
        Instant end = clock.instant().plusSeconds(seconds);
        keys.addTemporary(id, secret, token, end);
        return Answer.json(
                201,
                Json.object(
                        "credential",
                        Json.object(
                                "access", id, "secret", secret, "securitytoken", token, "expires_at", end.toString())));
    }
}
