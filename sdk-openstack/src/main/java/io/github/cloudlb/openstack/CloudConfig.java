package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code clouds.yaml} or the variables {@code OS_*} say about a cloud.
 *
 * @see <a href="https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html">Configuring OpenStack SDK applications</a>
 */
final class CloudConfig {
    /** The variables are a cloud of this name, unless {@code OS_CLOUD_NAME} has another for it. */
    private static final String VARIABLES = "envvars";

    private static final List<String> SERVICES = List.of("load_balancer", "elb");

    private final Section section;
    private final String region;

    private CloudConfig(Section section, String region) {
        this.section = section;
        this.region = region;
    }

    /** Of the cloud that is named, or that {@code OS_CLOUD} names, or of the variables, or of the only one there is. */
    static CloudConfig of(Setup wanted, Map<String, String> environment) {
        CloudsFile files = CloudsFile.find(environment);
        Map<String, Object> variables = variables(environment);
        String ofVariables = environment.getOrDefault("OS_CLOUD_NAME", VARIABLES);
        String name = name(wanted, environment, files, variables, ofVariables);
        boolean fromVariables = name.equals(ofVariables) && !files.clouds().containsKey(name);
        InvalidInputException.require(
                fromVariables && !variables.isEmpty() || files.clouds().containsKey(name),
                "cloud",
                name,
                "one of " + files.clouds().keySet() + " in " + files + " is; looked for at " + files.places());
        String source = fromVariables ? "the variables OS_*" : "cloud " + name + " of " + files;
        Map<String, Object> own = fromVariables ? variables : Sections.normal(Sections.in(files.clouds(), name));
        Profile profile = Profile.of(own, files);
        return composed(own, profile.section(), wanted.region, source + profile.note());
    }

    private static String name(
            Setup wanted,
            Map<String, String> environment,
            CloudsFile files,
            Map<String, Object> variables,
            String ofVariables) {
        String named = wanted.cloud != null ? wanted.cloud : environment.getOrDefault("OS_CLOUD", "");
        if (!named.isEmpty()) {
            return named;
        }
        if (!variables.isEmpty()) {
            return ofVariables;
        }
        if (files.clouds().size() == 1) {
            return files.clouds().keySet().iterator().next();
        }
        throw new InvalidInputException("there are no credentials: neither credentials(…) nor cloud(…) was given, and"
                + " neither OS_CLOUD nor OS_AUTH_URL is set; "
                + (files.clouds().isEmpty()
                        ? "no clouds.yaml with clouds was found at " + files.places()
                        : files + " has several clouds, name one: "
                                + files.clouds().keySet()));
    }

    /** Under the names of the file; empty if they do not say where the cloud is. */
    private static Map<String, Object> variables(Map<String, String> environment) {
        Map<String, Object> variables = new LinkedHashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith("OS_") && !value.isEmpty() && !variable.equals("OS_CLOUD")) {
                variables.put(variable.substring(3).toLowerCase(Locale.ROOT), value);
            }
        });
        Set<String> known = variables.keySet();
        boolean where = known.contains("auth_url") || known.contains("profile") || known.contains("access_key");
        return where ? variables : Map.of();
    }

    private static CloudConfig composed(
            Map<String, Object> own, Map<String, Object> profile, String wantedRegion, String source) {
        Regions regions = Regions.of(own, profile);
        String region = regions.choose(wantedRegion, source);
        Map<String, Object> all = Sections.over(Sections.over(profile, own), regions.values(region));
        if (!region.isEmpty()) {
            all.put("region_name", region);
        }
        return new CloudConfig(new Section(all, source), region);
    }

    Section section() {
        return section;
    }

    /** Completes what was said in code. */
    void into(Setup setup) {
        setup.region = setup.region.isEmpty() ? serviceText("region_name").orElse(region) : setup.region;
        if (setup.credentials == null) {
            setup.credentials = new ConfiguredCredentials(section).read();
        }
        if (setup.endpoint == null) {
            setup.endpoint = serviceText("endpoint_override", "endpoint")
                    .map(text -> uri("load_balancer_endpoint_override", text))
                    .orElse(null);
        }
        if (setup.authUrl == null && (section.has("auth_url") || needsAuthUrl(setup))) {
            setup.authUrl = uri("auth_url", section.needed("auth_url"));
        }
        if (setup.accesses.isEmpty()) {
            setup.accesses = accesses();
        }
        serviceText("service_type").ifPresent(type -> setup.types = List.of(type));
    }

    /** A token goes without if it is known where to, an access key if a region tells. */
    private static boolean needsAuthUrl(Setup setup) {
        return switch (setup.who().method()) {
            case ACCESS_KEY -> false;
            case PASSWORD, APPLICATION_CREDENTIAL, TOKEN ->
                setup.endpoint == null || !setup.who().isGivenToken();
        };
    }

    private List<String> accesses() {
        Optional<String> ofService = serviceText("endpoint_type", "interface");
        List<String> names = ofService.isPresent()
                ? List.of(ofService.get())
                : section.has("endpoint_type") ? section.texts("endpoint_type") : section.texts("interface");
        return names.stream().map(Setup::access).toList();
    }

    /** For load balancing alone: {@code load_balancer_endpoint_override}. */
    private Optional<String> serviceText(String... keys) {
        for (String service : SERVICES) {
            for (String key : keys) {
                Optional<String> text = section.text(service + "_" + key);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private URI uri(String field, String text) {
        String url = section.expanded(field, text);
        try {
            return URI.create(url);
        } catch (IllegalArgumentException none) {
            String shown = url.replaceFirst("//[^/@]*@", "//…@");
            throw new InvalidInputException(field, shown, "a URL is, in " + section.source());
        }
    }
}
