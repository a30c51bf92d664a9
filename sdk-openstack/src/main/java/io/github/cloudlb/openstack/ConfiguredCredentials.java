package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Credentials as a configuration says them. */
final class ConfiguredCredentials {
    private static final String SECRET = "application_credential_secret";
    private static final String[] ACCESS_KEY = {"access_key", "ak"};
    private static final String[] SECRET_KEY = {"secret_key", "sk"};
    private static final String[] TOKEN = {"token", "auth_token"};

    private static final Map<String, Method> TYPES = Map.of(
            "password", Method.PASSWORD,
            "v3password", Method.PASSWORD,
            "token", Method.TOKEN,
            "v3token", Method.TOKEN,
            "v3applicationcredential", Method.APPLICATION_CREDENTIAL,
            "application_credential", Method.APPLICATION_CREDENTIAL,
            "aksk", Method.ACCESS_KEY);

    private final Section section;

    ConfiguredCredentials(Section section) {
        this.section = section;
    }

    OpenStackCredentials read() {
        return switch (method()) {
            case PASSWORD ->
                OpenStackCredentials.password(user(), section.needed("password"))
                        .scoped(scope());
            case APPLICATION_CREDENTIAL -> applicationCredential();
            case TOKEN -> OpenStackCredentials.token(section.needed(TOKEN)).scoped(scope());
            case ACCESS_KEY -> accessKey();
        };
    }

    /**
     * As {@code auth_type} says, or else what fits what is there. {@code password} is what it is if nothing is said, so it
     * says nothing; an access key may stand beside a password for the sake of other services.
     */
    private Method method() {
        String type = section.text("auth_type", "auth_plugin").orElse("password");
        @Nullable Method method = TYPES.get(type);
        if (method == null) {
            throw new InvalidInputException(
                    "auth_type", type, "one of " + new TreeSet<>(TYPES.keySet()) + " is, in " + section.source());
        }
        if (!type.equals("password") || section.has("password")) {
            return method;
        }
        if (section.has(SECRET)) {
            return Method.APPLICATION_CREDENTIAL;
        }
        return section.has(TOKEN) ? Method.TOKEN : section.has(ACCESS_KEY) ? Method.ACCESS_KEY : method;
    }

    private OpenStackCredentials applicationCredential() {
        Optional<String> id = section.text("application_credential_id");
        return id.isPresent()
                ? OpenStackCredentials.applicationCredential(id.get(), section.needed(SECRET))
                : OpenStackCredentials.applicationCredential(
                        section.needed("application_credential_name"), user(), section.needed(SECRET));
    }

    private OpenStackCredentials accessKey() {
        Who project = project();
        InvalidInputException.require(
                !project.equals(Who.NOBODY), "project_id", "", "with an access key one is, in " + section.source());
        Optional<String> token = section.text("security_token");
        return OpenStackCredentials.accessKey(
                new Secret(section.needed(ACCESS_KEY), section.needed(SECRET_KEY), token.orElse("")), project);
    }

    /** If there are several, as OpenStack's own client chooses: a project, a domain, a trust, the system. */
    private Scope scope() {
        Who project = project();
        if (!project.equals(Who.NOBODY)) {
            return Scope.project(project);
        }
        Optional<String> domainId = section.text("domain_id");
        if (domainId.isPresent() || section.has("domain_name")) {
            return Scope.domain(
                    domainId.map(Who::withId).orElseGet(() -> Who.named(section.needed("domain_name"), "")));
        }
        Optional<String> trust = section.text("trust_id");
        if (trust.isPresent()) {
            return Scope.trust(trust.get());
        }
        Optional<String> system = section.text("system_scope");
        system.ifPresent(scope -> InvalidInputException.require(scope.equals("all"), "system_scope", scope, "all is"));
        return system.isPresent() ? Scope.SYSTEM : Scope.UNASKED;
    }

    private Who user() {
        return section.text("user_id")
                .map(Who::withId)
                .orElseGet(() -> named(section.needed("username", "user_name"), "user"));
    }

    private Who project() {
        Optional<String> id = section.text("project_id", "tenant_id");
        return id.map(Who::withId)
                .orElseGet(() -> section.text("project_name", "tenant_name")
                        .map(name -> named(name, "project"))
                        .orElse(Who.NOBODY));
    }

    /** In its own domain, or the one that is named for both, or a default; {@code default} is one's id. */
    private Who named(String name, String kind) {
        for (String domain : List.of(kind + "_domain", "domain", "default_domain")) {
            @Nullable String id = section.text(domain + "_id").orElse(null);
            @Nullable
            String domainName =
                    id != null ? null : section.text(domain + "_name").orElse(null);
            if (id != null || domainName != null) {
                return new Who(null, name, id, domainName);
            }
        }
        return new Who(null, name, section.text("default_domain").orElse("default"), null);
    }
}
