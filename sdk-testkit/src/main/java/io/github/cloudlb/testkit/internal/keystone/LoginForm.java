package io.github.cloudlb.testkit.internal.keystone;

import io.github.cloudlb.testkit.internal.http.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.stream.Stream;

/** What Keystone finds wrong with a request for a token before it looks at who asks. */
final class LoginForm {
    private static final String MALFORMED = " The server could not comply with the request since it is either"
            + " malformed or otherwise incorrect. The client is assumed to be in error.";

    private LoginForm() {}

    static void check(JsonNode auth) {
        JsonNode identity = auth.path("identity");
        if (!identity.isObject()) {
            throw bad("'identity' is a required property\n\nFailed validating 'required' in schema");
        }
        if (!identity.has("methods")) {
            throw bad("Invalid input for field 'identity': 'methods' is a required property\n\n"
                    + "Failed validating 'required' in schema['properties']['identity']");
        }
        if (!identity.path("methods").isArray()) {
            throw bad("Invalid input for field 'identity/methods': '"
                    + identity.path("methods").asText() + "' is not of type 'array'\n\n"
                    + "Failed validating 'type' in schema['properties']['identity']['properties']['methods']");
        }
        identity.path("methods").forEach(method -> needed(identity, method.asText(), "identity"));
        if (identity.has("password")) {
            user(identity.path("password"));
        }
        if (identity.has("application_credential")) {
            JsonNode credential = identity.path("application_credential");
            if (!credential.has("id") && !credential.has("name")) {
                throw missing("name or ID", "application credential");
            }
        }
        scope(auth.path("scope"));
    }

    private static void user(JsonNode password) {
        needed(password, "user", "None");
        named(password.path("user"), "identity/password/user", "user");
    }

    private static void scope(JsonNode scope) {
        if (scope.isMissingNode() || scope.asText().equals("unscoped")) {
            return;
        }
        if (Stream.of("system", "project", "domain", "unscoped").noneMatch(scope::has)) {
            throw missing("system, project, domain, OS-TRUST:trust or unscoped", "scope");
        }
        if (scope.has("project")) {
            named(scope.path("project"), "scope/project", "project");
        }
    }

    private static void named(JsonNode who, String place, String what) {
        if (!who.has("id") && !who.has("name")) {
            throw bad("Invalid input for field " + place + ": id or name must be present.");
        }
        if (!who.has("id")) {
            needed(who, "domain", what);
        }
    }

    private static void needed(JsonNode in, String name, String place) {
        if (!in.has(name)) {
            throw missing(name, place);
        }
    }

    private static Refusal missing(String what, String place) {
        return bad("Expecting to find " + what + " in " + place + "." + MALFORMED);
    }

    private static Refusal bad(String message) {
        return Keystone.refusal(400, "Bad Request", message);
    }
}
