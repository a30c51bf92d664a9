package io.github.cloudlb.testkit.internal.keystone;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.keystone.Tokens.Token;
import io.github.cloudlb.testkit.internal.octavia.OctaviaHandler;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/** Keystone, version 3: logging in, and looking at tokens. */
public final class Keystone {
    private static final String MALFORMED = " The server could not comply with the request since it is either"
            + " malformed or otherwise incorrect. The client is assumed to be in error.";

    private final Tokens tokens;
    private final Realm realm;
    private final Login login;

    public Keystone(Tokens tokens, Realm realm) {
        this.tokens = tokens;
        this.realm = realm;
        this.login = new Login(tokens, realm);
    }

    /**
     * Answers what is asked of Keystone.
     *
     * @param path segments below {@code /identity}
     */
    public Answer answer(List<String> path, RecordedRequest request) {
        if (path.isEmpty()) {
            return Answer.json(300, Json.object("versions", Json.object("values", List.of(version(request)))))
                    .with("Location", uri(request) + "/");
        }
        if (path.equals(List.of("v3"))) {
            return Answer.json(200, Json.object("version", version(request)));
        }
        if (path.equals(List.of("v3", "auth", "tokens"))) {
            return request.method().equals("POST") ? create(request) : look(request);
        }
        return Answer.of(
                404,
                "text/html; charset=utf-8",
                "<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL"
                        + " was not found on the server. If you entered the URL manually please check your spelling"
                        + " and try again.</p>\n");
    }

    private Answer create(RecordedRequest request) {
        if (!request.header("content-type").orElse("").startsWith("application/json")) {
            throw refusal(400, "Bad Request", "Expecting to find application/json in Content-Type header." + MALFORMED);
        }
        Optional<JsonNode> body = Json.read(request.body());
        JsonNode auth = body.orElseThrow(
                        () -> refusal(400, "Bad Request", "Expecting to find valid JSON in request body." + MALFORMED))
                .path("auth");
        Token token = login.with(auth, request);
        boolean catalog = !request.parameters().containsKey("nocatalog");
        return Answer.json(201, TokenBody.of(token, realm, catalog, request))
                .because("CREATED")
                .with("X-Subject-Token", token.id())
                .with("Vary", "X-Auth-Token");
    }

    /** GET and HEAD show a token, DELETE revokes it; each needs a token of its own. */
    private Answer look(RecordedRequest request) {
        if (!tokens.isValid(request.header("x-auth-token").orElse(""))) {
            throw unauthorized(request);
        }
        Token subject = tokens.find(request.header("x-subject-token").orElse(""))
                .orElseThrow(() -> refusal(404, "Not Found", "Could not recognize Fernet token"));
        if (request.method().equals("DELETE")) {
            tokens.revoke(subject.id());
            return Answer.of(204);
        }
        return Answer.json(200, TokenBody.of(subject, realm, true, request))
                .with("X-Subject-Token", subject.id())
                .with("Vary", "X-Auth-Token");
    }

    /** One answer for whatever was wrong with the login. */
    public static Refusal unauthorized(RecordedRequest request) {
        return unauthorized(request, "The request you have made requires authentication.");
    }

    public static Refusal unauthorized(RecordedRequest request, String message) {
        return new Refusal(error(401, "Unauthorized", message)
                .because("UNAUTHORIZED")
                .with("WWW-Authenticate", "Keystone uri=\"" + uri(request) + "\""));
    }

    public static Refusal refusal(int status, String title, String message) {
        return new Refusal(error(status, title, message));
    }

    private static Answer error(int status, String title, String message) {
        return Answer.json(
                status, Json.object("error", Json.object("code", status, "message", message, "title", title)));
    }

    private static Object version(RecordedRequest request) {
        Object self = List.of(Json.object("rel", "self", "href", uri(request) + "/"));
        Object type = Json.object("base", "application/json", "type", "application/vnd.openstack.identity-v3+json");
        return Json.object(
                "id",
                "v3.14",
                "status",
                "stable",
                "updated",
                "2020-04-07T00:00:00Z",
                "links",
                self,
                "media-types",
                List.of(type));
    }

    private static String uri(RecordedRequest request) {
        return OctaviaHandler.origin(request) + OctaviaHandler.IDENTITY + "/v3";
    }
}
