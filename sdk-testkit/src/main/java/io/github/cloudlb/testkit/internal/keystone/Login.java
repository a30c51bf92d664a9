package io.github.cloudlb.testkit.internal.keystone;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.keystone.Tokens.Token;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/** Who may log in, and how: a user with the password, an application credential or a token. */
public final class Login {
    private final Tokens tokens;
    private final Realm realm;

    public Login(Tokens tokens, Realm realm) {
        this.tokens = tokens;
        this.realm = realm;
    }

    public Token with(JsonNode auth, RecordedRequest request) {
        JsonNode identity = auth.path("identity");
        LoginForm.check(auth);
        return switch (identity.path("methods").path(0).asText()) {
            case "password" -> password(identity.path("password").path("user"), auth.path("scope"), request);
            case "application_credential" ->
                applicationCredential(identity.path("application_credential"), auth.path("scope"), request);
            case "token" -> token(identity.path("token").path("id").asText(), auth.path("scope"), request);
            case "" -> throw Keystone.unauthorized(request);
            default -> throw Keystone.unauthorized(request, "Attempted to authenticate with an unsupported method.");
        };
    }

    private Token password(JsonNode user, JsonNode scope, RecordedRequest request) {
        User right = User.all()
                .filter(one -> is(one, user) && user.path("password").asText().equals(one.password()))
                .filter(one -> isAllowed(scope))
                .findFirst()
                .orElseThrow(() -> Keystone.unauthorized(request));
        return tokens.issue(right, List.of("password"), !isUnscoped(scope));
    }

    private Token applicationCredential(JsonNode credential, JsonNode scope, RecordedRequest request) {
        if (!scope.isMissingNode()) {
            throw Keystone.unauthorized(
                    request,
                    "Error authenticating with application credential: Application credentials cannot request a scope.");
        }
        String id = credential.path("id").asText();
        boolean byName = credential.path("name").asText().equals(OctaviaServer.APPLICATION_CREDENTIAL_NAME)
                && is(User.MEMBER, credential.path("user"));
        if (!byName && !id.equals(OctaviaServer.APPLICATION_CREDENTIAL_ID)) {
            throw Keystone.refusal(404, "Not Found", "Could not find Application Credential: " + id + ".");
        }
        boolean right = credential.path("secret").asText().equals(OctaviaServer.APPLICATION_CREDENTIAL_SECRET);
        if (!right || !tokens.applicationCredentialHolds()) {
            throw Keystone.unauthorized(request);
        }
        return tokens.issue(User.MEMBER, List.of("application_credential"), true);
    }

    private Token token(String id, JsonNode scope, RecordedRequest request) {
        Token first = tokens.find(id)
                .orElseThrow(() -> Keystone.refusal(404, "Not Found", "Could not recognize Fernet token"));
        if (!isAllowed(scope)) {
            throw Keystone.unauthorized(request);
        }
        return tokens.renew(first, !isUnscoped(scope));
    }

    private static boolean is(User one, JsonNode user) {
        if (user.has("id")) {
            return user.path("id").asText().equals(one.id());
        }
        return user.path("name").asText().equals(one.name()) && isDomain(user.path("domain"));
    }

    /** Without a scope the user's own project is meant. */
    private boolean isAllowed(JsonNode scope) {
        if (scope.isMissingNode() || isUnscoped(scope)) {
            return true;
        }
        JsonNode project = scope.path("project");
        if (project.has("id")) {
            return project.path("id").asText().equals(OctaviaServer.PROJECT_ID);
        }
        return project.path("name").asText().equals(realm.project()) && isDomain(project.path("domain"));
    }

    private static boolean isUnscoped(JsonNode scope) {
        return scope.has("unscoped") || scope.asText().equals("unscoped");
    }

    private static boolean isDomain(JsonNode domain) {
        return domain.path("name").asText().equals(OctaviaServer.DOMAIN)
                || domain.path("id").asText().equals(OctaviaServer.DOMAIN_ID);
    }
}
