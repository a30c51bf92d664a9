package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.http.CallState;

import java.time.Instant;

/** A role that somebody else's key lets us act in. */
record AssumedRole(KeySource source, Role role, Sts sts) implements SessionSource.Issuer {
    static KeySource of(KeySource source, Role role, Surroundings around) {
        return new SessionSource("role " + role.arn(), new AssumedRole(source, role, Sts.of(role, around)));
    }

    @Override
    public Session issue(CallState call, Origin origin) {
        AssumeRole request =
                new AssumeRole(role, sts.sessionName(), origin.clock().now());
        return sts.send(request, source, call, origin).session("STS", call, origin);
    }

    /**
     * Asks for a key.
     *
     * @see <a href="https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole">AssumeRole</a>
     */
    private record AssumeRole(Role role, String sessionName, Instant now) implements Request<IssuedKey> {
        @Override
        public Wire<IssuedKey> wire(Dialect dialect) {
            Message message = Message.post()
                    .header("x-acs-action", "AssumeRole")
                    .reading()
                    .query("RoleArn", role.arn())
                    .query("RoleSessionName", sessionName);
            role.duration().ifPresent(value -> message.query("DurationSeconds", String.valueOf(value.toSeconds())));
            role.policy().ifPresent(value -> message.query("Policy", value));
            role.externalId()
                    .ifPresent(value -> message.query("ExternalId", value).secret(value));
            return message.answer(answer -> IssuedKey.of(answer, now));
        }

        @Override
        public String toString() {
            return "AssumeRole{" + role.arn() + "}";
        }
    }
}
