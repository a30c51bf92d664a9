package io.github.cloudlb.openstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code clouds.yaml}, with {@code secure.yaml} merged over it, and {@code clouds-public.yaml}: of each the first that is
 * found.
 *
 * @see <a href="https://opendev.org/openstack/openstacksdk/src/branch/master/openstack/config/loader.py">OpenStack's own reader</a>
 */
final class CloudsFile {
    private final Map<String, String> environment;
    private final Optional<Path> path;
    private final Map<String, Object> clouds;

    private CloudsFile(Map<String, String> environment) {
        this.environment = environment;
        this.path = first(places());
        List<Path> secure = places("secure", "OS_CLIENT_SECURE_FILE");
        path.ifPresent(file -> secure.add(file.resolveSibling("secure.yaml")));
        this.clouds = Sections.in(
                Sections.merged(
                        path.map(Yaml::read).orElse(Map.of()),
                        first(secure).map(Yaml::read).orElse(Map.of())),
                "clouds");
    }

    static CloudsFile find(Map<String, String> environment) {
        return new CloudsFile(environment);
    }

    /** Empty if there is none. */
    Map<String, Object> clouds() {
        return clouds;
    }

    /** The vendors' clouds of {@code clouds-public.yaml}; empty if there is none. */
    Map<String, Object> publicClouds() {
        return first(places("clouds-public", "OS_CLIENT_VENDOR_FILE"))
                .map(file -> Sections.in(Yaml.read(file), "public-clouds"))
                .orElse(Map.of());
    }

    /** Where it was looked for, in this order. */
    List<Path> places() {
        return places("clouds", "OS_CLIENT_CONFIG_FILE");
    }

    private List<Path> places(String name, String variable) {
        List<Path> places = new ArrayList<>();
        String named = environment.getOrDefault(variable, "");
        if (!named.isEmpty()) {
            places.add(Path.of(named));
        }
        for (String folder : folders()) {
            for (String end : List.of(".yaml", ".yml", ".json")) {
                places.add(Path.of(folder, name + end));
            }
        }
        return places;
    }

    private Set<String> folders() {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Set<String> folders = new LinkedHashSet<>();
        folders.add("");
        if (!config.isEmpty()) {
            folders.add(config + "/openstack");
        }
        folders.addAll(List.of(home + "/.config/openstack", "/etc/xdg/openstack", "/etc/openstack"));
        return folders;
    }

    private static Optional<Path> first(List<Path> places) {
        return places.stream().filter(Files::isReadable).findFirst();
    }

    @Override
    public String toString() {
        return path.map(Path::toString).orElse("no clouds.yaml");
    }
}
