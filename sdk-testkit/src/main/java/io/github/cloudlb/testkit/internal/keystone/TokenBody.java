package io.github.cloudlb.testkit.internal.keystone;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.keystone.Tokens.Token;
import io.github.cloudlb.testkit.internal.octavia.OctaviaHandler;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Keystone tells of a token: whose it is, how long it holds, and where the services are. */
public final class TokenBody {
    private static final Object IN_DOMAIN = Json.object("id", OctaviaServer.DOMAIN_ID, "name", OctaviaServer.DOMAIN);

    private TokenBody() {}

    public static Object of(Token token, Realm realm, boolean withCatalog, RecordedRequest request) {
        Map<String, Object> body = head(token);
        if (token.hasProject()) {
            body.put(
                    "project",
                    Json.object("domain", IN_DOMAIN, "id", OctaviaServer.PROJECT_ID, "name", realm.project()));
            body.put("is_domain", false);
            body.put("roles", roles(token.user()));
            if (withCatalog) {
                body.put("catalog", catalog(realm, request));
            }
        }
        if (token.methods().contains("application_credential")) {
            body.put("application_credential", applicationCredential());
        }
        return Json.object("token", body);
    }

    private static Map<String, Object> head(Token token) {
        return Json.object(
                "methods",
                token.methods(),
                "user",
                Json.object(
                        "domain",
                        IN_DOMAIN,
                        "id",
                        token.user().id(),
                        "name",
                        token.user().name(),
                        "password_expires_at",
                        null),
                "audit_ids",
                List.of("EKq8Y3zCSf-373VFv4eWZw"),
                "expires_at",
                token.expiresAt(),
                "issued_at",
                token.issuedAt());
    }

    private static Object applicationCredential() {
        return Json.object(
                "id",
                OctaviaServer.APPLICATION_CREDENTIAL_ID,
                "name",
                OctaviaServer.APPLICATION_CREDENTIAL_NAME,
                "restricted",
                true);
    }

    private static Object roles(User user) {
        return user.roles().stream()
                .map(role -> Json.object("id", "role-" + role, "name", role))
                .toList();
    }

    /** Where each service is, under the name by which the client called this server. */
    public static Object catalog(Realm realm, RecordedRequest request) {
        String origin = OctaviaHandler.origin(request);
        return realm.services().stream()
                .map(service -> service(service.type(), service.name(), realm.region(), origin + service.path()))
                .toList();
    }

    private static Object service(String type, String name, String region, String url) {
        Object endpoints = Stream.of("public", "internal", "admin")
                .map(at -> Json.object(
                        "id", name + "-" + at, "interface", at, "region_id", region, "region", region, "url", url))
                .toList();
        return Json.object("endpoints", endpoints, "id", name, "type", type, "name", name);
    }
}
