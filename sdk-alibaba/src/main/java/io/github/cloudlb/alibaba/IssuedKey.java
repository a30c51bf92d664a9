package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.HttpDate;
import io.github.cloudlb.core.signing.AccessKey;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.core.wire.Times;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a service says that hands out keys: {@code AccessKeyId}, {@code AccessKeySecret}, {@code SecurityToken} and
 * {@code Expiration}, at STS within {@code Credentials}. An answer that is not understood may hold a secret all the same,
 * so nothing of it is quoted, and reading it never fails: what is wrong with it is told when it is used.
 */
record IssuedKey(Map<String, String> fields, Instant at) {
    private static final Dialect NONE = () -> "credentials";

    /**
     * Reads an answer.
     *
     * @param now of whoever issues keys, as far as it is known; the answer's own date counts more
     */
    static IssuedKey of(Answer answer, Instant now) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            JsonReader.read(answer, NONE, in -> {
                for (String name = in.nextField(); name != null; name = in.nextField()) {
                    if (name.equals("Credentials") && in.isObject()) {
                        fields.putAll(in.map());
                    } else {
                        in.into(fields);
                    }
                }
                return fields;
            });
        } catch (RuntimeException unreadable) {
            fields.clear();
        }
        return new IssuedKey(fields, HttpDate.of(answer).orElse(now));
    }

    /** The session, which lasts as long here as there, whatever the clocks say. */
    Session session(String issuer, CallState call, Origin origin) {
        try {
            String code = fields.getOrDefault("Code", "Success");
            if (!code.equals("Success")) {
                throw new NotSetUpException("the answer has another Code than Success");
            }
            AccessKey key = AccessKey.temporary(field("AccessKeyId"), field("AccessKeySecret"), field("SecurityToken"));
            Duration left = Duration.between(at, time(field("Expiration")));
            if (left.isNegative() || left.isZero()) {
                throw new NotSetUpException("the key in the answer has ended already");
            }
            return Session.lasting(key, origin.now(), left);
        } catch (NotSetUpException wrong) {
            throw NoCredentialsException.because(call, issuer + ": " + wrong.reason());
        }
    }

    private String field(String name) throws NotSetUpException {
        String value = fields.getOrDefault(name, "");
        if (!Printable.is(value)) {
            throw new NotSetUpException("the answer has no usable " + name);
        }
        return value;
    }

    private static Instant time(String text) throws NotSetUpException {
        try {
            return Times.read(text);
        } catch (RuntimeException none) {
            throw new NotSetUpException("the answer's Expiration is no time");
        }
    }

    @Override
    public String toString() {
        return "IssuedKey{at=" + at + "}";
    }
}
