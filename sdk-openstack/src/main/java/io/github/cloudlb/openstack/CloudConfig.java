package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code clouds.yaml} or the variables {@code OS_*} say about a cloud, under the names of the former.
 *
 * @see <a href="https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html">Configuring OpenStack SDK applications</a>
 */
final class CloudConfig {
    private static final Set<String> TYPES =
            Set.of("password", "v3password", "token", "v3token", "v3applicationcredential", "application_credential");

    private final Map<String, String> auth;
    private final Map<String, String> cloud;
    private final String source;

    private CloudConfig(Map<String, String> auth, Map<String, String> cloud, String source) {
        this.auth = auth;
        this.cloud = cloud;
        this.source = source;
    }

    /** Of the named cloud, or the one {@code OS_CLOUD} names, or else of the variables themselves. */
    static CloudConfig of(Optional<String> name, Map<String, String> environment) {
        String wanted = name.orElse(environment.getOrDefault("OS_CLOUD", ""));
        if (!wanted.isEmpty()) {
            CloudsFile file = CloudsFile.find(environment);
            return new CloudConfig(file.auth(wanted), file.cloud(wanted), "cloud " + wanted + " of " + file.path());
        }
        if (!environment.containsKey("OS_AUTH_URL")) {
            throw new InvalidInputException(
                    "there are no credentials: neither credentials(…) nor cloud(…) was given, and neither "
                            + "OS_CLOUD nor OS_AUTH_URL is set; clouds.yaml would be looked for at "
                            + CloudsFile.places(environment));
        }
        Map<String, String> variables = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith("OS_") && !value.isEmpty()) {
                variables.put(variable.substring(3).toLowerCase(Locale.ROOT), value);
            }
        });
        return new CloudConfig(variables, variables, "the variables OS_*");
    }

    void into(OpenStackClient.Builder builder) {
        builder.orElse(
                authUrl(),
                credentials(),
                cloud.getOrDefault("region_name", ""),
                cloud.getOrDefault("interface", cloud.getOrDefault("endpoint_type", ""))
                        .replace("URL", ""));
        Optional.ofNullable(cloud.get("cacert")).ifPresent(pem -> builder.trust(Path.of(pem)));
        if (cloud.containsKey("cert") && cloud.containsKey("key")) {
            builder.clientCertificate(Path.of(cloud.get("cert")), Path.of(cloud.get("key")));
        }
    }

    private URI authUrl() {
        String url = needed("auth_url");
        try {
            return URI.create(url);
        } catch (IllegalArgumentException none) {
            throw new InvalidInputException("auth_url", url, "a URL is, in " + source);
        }
    }

    private OpenStackCredentials credentials() {
        String type = cloud.getOrDefault("auth_type", "password");
        InvalidInputException.require(
                TYPES.contains(type), "auth_type", type, "one of " + new TreeSet<>(TYPES) + " is, in " + source);
        if (auth.containsKey("application_credential_secret")) {
            String secret = needed("application_credential_secret");
            return auth.containsKey("application_credential_id")
                    ? OpenStackCredentials.applicationCredential(needed("application_credential_id"), secret)
                    : OpenStackCredentials.applicationCredential(
                            needed("application_credential_name"), who("user"), secret);
        }
        if (auth.containsKey("token") && !auth.containsKey("password")) {
            return OpenStackCredentials.token(needed("token"));
        }
        return OpenStackCredentials.password(who("user"), needed("password"), who("project"));
    }

    /** {@code user} or {@code project}, by id, or by name and domain. */
    private Who who(String kind) {
        boolean user = kind.equals("user");
        @Nullable String id = user ? first("user_id") : first("project_id", "tenant_id");
        if (id != null) {
            return Who.withId(id);
        }
        @Nullable String name = user ? needed("username") : first("project_name", "tenant_name");
        if (name == null) {
            return Who.NOBODY;
        }
        for (String domain : List.of(kind + "_domain", "domain", "default_domain")) {
            @Nullable String domainId = first(domain + "_id");
            @Nullable String domainName = domainId == null ? first(domain + "_name") : null;
            if (domainId != null || domainName != null) {
                return new Who(null, name, domainId, domainName);
            }
        }
        @Nullable String domainName = first("default_domain");
        return new Who(null, name, domainName == null ? "default" : null, domainName);
    }

    private @Nullable String first(String... keys) {
        for (String key : keys) {
            if (auth.containsKey(key)) {
                return auth.get(key);
            }
        }
        return null;
    }

    private String needed(String key) {
        @Nullable String value = first(key);
        if (value == null) {
            List<String> there = new ArrayList<>(auth.keySet());
            there.removeIf(name -> !name.matches("[a-z_]+"));
            throw new InvalidInputException(source + " has no " + key + "; it has " + new TreeSet<>(there));
        }
        return value;
    }
}
