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
import java.util.TreeSet;

/**
 * What {@code clouds.yaml} or the variables {@code OS_*} say about a cloud, under the names of the former.
 *
 * @see <a href="https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html">Configuring OpenStack SDK applications</a>
 */
final class CloudConfig {
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
                URI.create(needed("auth_url")),
                credentials(),
                cloud.getOrDefault("region_name", ""),
                cloud.getOrDefault("interface", "").replace("URL", ""));
        Optional.ofNullable(cloud.get("cacert")).ifPresent(pem -> builder.trust(Path.of(pem)));
        if (cloud.containsKey("cert") && cloud.containsKey("key")) {
            builder.clientCertificate(Path.of(cloud.get("cert")), Path.of(cloud.get("key")));
        }
    }

    private OpenStackCredentials credentials() {
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
        String name = kind.equals("user") ? "username" : "project_name";
        @Nullable String id = first(kind + "_id", kind.equals("project") ? "tenant_id" : kind + "_id");
        if (id != null) {
            return Who.withId(id);
        }
        @Nullable String domainId = first(kind + "_domain_id", "domain_id", "default_domain_id");
        @Nullable
        String domainName = first(kind + "_domain_name", "domain_name", "default_domain_name", "default_domain");
        boolean nameless = first(name, "tenant_name") == null;
        if (nameless && kind.equals("project")) {
            return Who.NOBODY;
        }
        return new Who(
                null,
                first(name, "tenant_name"),
                domainName == null && domainId == null ? "default" : domainId,
                domainName);
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
