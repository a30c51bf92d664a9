package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.http.CallState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A role that a token in a file lets us act in. The file is read anew for each key: its owner changes it. */
record OidcRole(Role role, String providerArn, Path tokenFile, Sts sts) implements SessionSource.Issuer {
    static KeySource of(Role role, String providerArn, Path tokenFile, Surroundings around) {
        OidcRole issuer = new OidcRole(role, providerArn, tokenFile, Sts.of(role, around));
        return new SessionSource("role " + role.arn() + " by OIDC", issuer);
    }

    @Override
    public Session issue(CallState call, Origin origin) {
        Instant now = origin.clock().now();
        AssumeRoleWithOidc request = new AssumeRoleWithOidc(role, sts.sessionName(), providerArn, token(call), now);
        // Nobody signs: the token says all.
        return sts.send(request, new NoKey(), call, origin).session("STS", call, origin);
    }

    private String token(CallState call) {
        try {
            String token = Files.readString(tokenFile).strip();
            if (!token.isEmpty()) {
                return token;
            }
        } catch (IOException unreadable) {
            // as good as empty
        }
        throw NoCredentialsException.because(call, "the token file " + tokenFile + " is empty or cannot be read");
    }

    /**
     * Asks for a key, without a signature.
     *
     * @see <a href="https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerolewithoidc">AssumeRoleWithOIDC</a>
     */
    private record AssumeRoleWithOidc(Role role, String sessionName, String providerArn, String token, Instant now)
            implements Request<IssuedKey> {
        @Override
        public Wire<IssuedKey> wire(Dialect dialect) {
            Message message = Message.post()
                    .anonymous()
                    .reading()
                    .secret(token)
                    .query("Action", "AssumeRoleWithOIDC")
                    .query("Version", Sts.API.version())
                    .query("Format", "JSON")
                    .query("SignatureNonce", UUID.randomUUID().toString())
                    .query("Timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString())
                    .form("OIDCProviderArn", providerArn)
                    .form("OIDCToken", token)
                    .form("RoleArn", role.arn())
                    .form("RoleSessionName", sessionName);
            role.duration().ifPresent(value -> message.form("DurationSeconds", String.valueOf(value.toSeconds())));
            role.policy().ifPresent(value -> message.form("Policy", value));
            return message.answer(answer -> IssuedKey.of(answer, now));
        }

        @Override
        public String toString() {
            return "AssumeRoleWithOIDC{" + role.arn() + "}";
        }
    }
}
