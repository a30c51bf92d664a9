package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.core.wire.JsonWriter;
import io.github.cloudlb.core.wire.Times;
import io.github.cloudlb.core.wire.UnreadableJsonException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
                .reading()
                .json(body())
                .answer(answer -> JsonReader.readField(answer, dialect, "token", in -> read(answer, in)));
    }

    byte[] body() {
        String method = credentials.method().toString();
        JsonWriter out = new JsonWriter().beginObject().name("auth").beginObject();
        out.name("identity").beginObject().field("methods", List.of(method));
        out.name(method).beginObject();
        switch (credentials.method()) {
            case PASSWORD -> password(out);
            case APPLICATION_CREDENTIAL -> applicationCredential(out);
            case TOKEN -> out.field("id", credentials.secret().text());
            case ACCESS_KEY -> throw new IllegalStateException("an access key signs");
        }
        out.endObject().endObject();
        credentials.scope().write(out);
        return out.endObject().endObject().done();
    }

    private void password(JsonWriter out) {
        out.name("user").beginObject();
        Scope.identify(out, credentials.user());
        out.field("password", credentials.secret().text()).endObject();
    }

    private void applicationCredential(JsonWriter out) {
        if (credentials.secret().name().isEmpty()) {
            Scope.identify(out, credentials.user());
        } else {
            out.field("name", credentials.secret().name());
            out.name("user").beginObject();
            Scope.identify(out, credentials.user());
            out.endObject();
        }
        out.field("secret", credentials.secret().text());
    }

    private Token read(Answer answer, JsonReader in) {
        String value = answer.header("X-Subject-Token")
                .orElseThrow(() -> new UnreadableJsonException("there is no header X-Subject-Token"));
        Instant issued = Instant.MAX;
        Instant expires = Instant.MAX;
        List<Token.CatalogEntry> catalog = List.of();
        String project = "";
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "expires_at" -> expires = Times.read(in.textOr(""));
                case "issued_at" -> issued = Times.read(in.textOr(""));
                case "catalog" -> catalog = Catalog.read(in);
                case "project" -> project = in.map().getOrDefault("id", "");
                default -> in.skip();
            }
        }
        if (issued.isBefore(expires)) {
            // How long it holds, by our clock: that of the service may be another.
            expires = clock.get().plus(Duration.between(issued, expires));
        }
        return new Token(
                value, expires, renewAt(expires), catalog, Optional.of(project).filter(id -> !id.isEmpty()));
    }

    /** A token that was got with another ends when that one does: renewing it ahead gives nothing. */
    private Instant renewAt(Instant expires) {
        if (credentials.method() == Method.TOKEN) {
            return expires;
        }
        Duration half = Duration.between(clock.get(), expires).dividedBy(2);
        return expires.minus(half.compareTo(AHEAD) < 0 ? half : AHEAD);
    }

    /**
     * Refuses a token that is for nothing: what Keystone gives a user without a default project if none is named.
     *
     * @throws InvalidInputException if it has neither a project nor any services
     */
    Token scoped(Token token) {
        InvalidInputException.require(
                token.projectId().isPresent()
                        || !token.catalog().isEmpty()
                        || !credentials.scope().equals(Scope.UNASKED),
                "credentials",
                credentials,
                "with a project (project_id, or project_name with its domain; or a domain or system_scope) it is: the user"
                        + " has no default project, and a token without one opens nothing");
        return token;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CreateToken{" + credentials + "}";
    }
}
