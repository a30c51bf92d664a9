package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.core.wire.JsonWriter;
import io.github.cloudlb.core.wire.Times;
import io.github.cloudlb.core.wire.UnreadableJsonException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Logs in.
 *
 * @see <a href="https://docs.openstack.org/api-ref/identity/v3/#password-authentication-with-scoped-authorization">Token</a>
 */
record CreateToken(OpenStackCredentials credentials, Supplier<Instant> clock) implements Request<Token> {
    /** A token is renewed so long before its end, but not before half of its life. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    @Override
    public Wire<Token> wire(Dialect dialect) {
        return Message.post("auth", "tokens")
                .repeatable()
                .json(body())
                .answer(answer -> JsonReader.readField(answer, dialect, "token", in -> read(answer, in)));
    }

    private byte[] body() {
        JsonWriter out = new JsonWriter().beginObject().name("auth").beginObject();
        out.name("identity").beginObject().field("methods", List.of(credentials.kind()));
        out.name(credentials.kind()).beginObject();
        if (credentials.kind().equals("password")) {
            out.name("user").beginObject();
            identify(out, credentials.user());
            out.field("password", credentials.secret()).endObject();
        } else {
            applicationCredential(out);
        }
        out.endObject().endObject();
        if (credentials.kind().equals("password") && !credentials.project().equals(Who.NOBODY)) {
            out.name("scope").beginObject().name("project").beginObject();
            identify(out, credentials.project());
            out.endObject().endObject();
        }
        return out.endObject().endObject().done();
    }

    private void applicationCredential(JsonWriter out) {
        if (credentials.project().equals(Who.NOBODY)) {
            out.field("id", String.valueOf(credentials.user().id()));
        } else {
            out.field("name", String.valueOf(credentials.project().name()));
            out.name("user").beginObject();
            identify(out, credentials.user());
            out.endObject();
        }
        out.field("secret", credentials.secret());
    }

    private static void identify(JsonWriter out, Who who) {
        if (who.id() != null) {
            out.field("id", who.id());
            return;
        }
        out.field("name", String.valueOf(who.name()));
        if (who.domainId() != null) {
            out.name("domain").beginObject().field("id", who.domainId()).endObject();
        } else if (who.domainName() != null) {
            out.name("domain").beginObject().field("name", who.domainName()).endObject();
        }
    }

    private Token read(Answer answer, JsonReader in) {
        String value = answer.header("X-Subject-Token")
                .orElseThrow(() -> new UnreadableJsonException("there is no header X-Subject-Token"));
        Instant expires = Instant.MAX;
        List<Token.CatalogEntry> catalog = List.of();
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "expires_at" -> expires = Times.read(in.textOr(""));
                case "catalog" -> catalog = Catalog.read(in);
                default -> in.skip();
            }
        }
        Duration life = Duration.between(clock.get(), expires);
        Duration ahead = life.dividedBy(2).compareTo(AHEAD) < 0 ? life.dividedBy(2) : AHEAD;
        return new Token(value, expires, expires.minus(ahead), catalog);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CreateToken{" + credentials + "}";
    }
}
