package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.keystone.Keystone;
import io.github.cloudlb.testkit.internal.keystone.Realm;
import io.github.cloudlb.testkit.internal.keystone.TokenBody;
import io.github.cloudlb.testkit.internal.keystone.Tokens;
import io.github.cloudlb.testkit.internal.signing.AccessKeys;
import io.github.cloudlb.testkit.internal.signing.SdkHmac;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The identity service: a Keystone that can also be asked by somebody who has an access key and no token. */
final class Identity {
    private static final List<String> PROJECTS = List.of("v3", "projects");
    private static final List<String> OWN_PROJECTS = List.of("v3", "auth", "projects");
    private static final List<String> DOMAINS = List.of("v3", "auth", "domains");
    private static final List<String> CATALOG = List.of("v3", "auth", "catalog");
    private static final List<String> SECURITY_TOKENS = List.of("v3.0", "OS-CREDENTIAL", "securitytokens");

    private final Tokens tokens;
    private final AccessKeys keys;
    private final Keystone keystone;
    private final SecurityTokens securityTokens;

    Identity(InstantSource clock, Tokens tokens, AccessKeys keys) {
        this.tokens = tokens;
        this.keys = keys;
        this.securityTokens = new SecurityTokens(clock, tokens, keys);
        this.keystone = new Keystone(tokens, Realm.OTC);
    }

    Answer answer(List<String> path, RecordedRequest request) {
        if (path.equals(PROJECTS) || path.equals(OWN_PROJECTS)) {
            authenticate(request);
            return Answer.json(200, Json.object("links", links(request), "projects", projects(request)));
        }
        if (path.equals(DOMAINS)) {
            authenticate(request);
            return Answer.json(200, Json.object("links", links(request), "domains", List.of(domain())));
        }
        if (path.equals(CATALOG)) {
            authenticate(request);
            return Answer.json(
                    200, Json.object("catalog", TokenBody.catalog(Realm.OTC, request), "links", links(request)));
        }
        if (path.equals(SECURITY_TOKENS) && request.method().equals("POST")) {
            return securityTokens.create(request);
        }
        return keystone.answer(path, request);
    }

    private void authenticate(RecordedRequest request) {
        if (SdkHmac.isIn(request)) {
            keys.check(request);
        } else if (!tokens.isValid(request.header("x-auth-token").orElse(""))) {
            throw Keystone.unauthorized(request);
        }
    }

    private static List<Map<String, Object>> projects(RecordedRequest request) {
        String wanted = request.parameters()
                .getOrDefault("name", List.of(Realm.OTC.project()))
                .get(0);
        return wanted.equals(Realm.OTC.project())
                ? List.of(Json.object(
                        "id",
                        OctaviaServer.PROJECT_ID,
                        "name",
                        Realm.OTC.project(),
                        "domain_id",
                        OctaviaServer.DOMAIN_ID,
                        "parent_id",
                        OctaviaServer.DOMAIN_ID,
                        "is_domain",
                        false,
                        "description",
                        "",
                        "enabled",
                        true))
                : List.of();
    }

    private static Map<String, Object> domain() {
        return Json.object(
                "id", OctaviaServer.DOMAIN_ID, "name", OctaviaServer.DOMAIN, "description", "", "enabled", true);
    }

    private static Map<String, Object> links(RecordedRequest request) {
        String self = "http://" + request.header("host").orElse("127.0.0.1") + request.path();
        return Json.object("self", self, "previous", null, "next", null);
    }
}
