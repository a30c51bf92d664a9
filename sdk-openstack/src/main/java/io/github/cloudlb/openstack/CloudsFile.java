package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code clouds.yaml}, with the {@code secure.yaml} beside it. */
final class CloudsFile {
    private final Path path;
    private final Map<?, ?> clouds;
    private final Map<?, ?> secrets;

    private CloudsFile(Path path) {
        this.path = path;
        this.clouds = section(read(path), "clouds");
        Path secure = path.resolveSibling("secure.yaml");
        this.secrets = Files.isReadable(secure) ? section(read(secure), "clouds") : Map.of();
    }

    static CloudsFile find(Map<String, String> environment) {
        for (Path place : places(environment)) {
            if (Files.isReadable(place)) {
                return new CloudsFile(place);
            }
        }
        throw new InvalidInputException("there is no clouds.yaml: looked for at " + places(environment));
    }

    /** Where it is looked for, in this order. */
    static List<Path> places(Map<String, String> environment) {
        String named = environment.getOrDefault("OS_CLIENT_CONFIG_FILE", "");
        if (!named.isEmpty()) {
            return List.of(Path.of(named));
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        String config = environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        List<Path> places = new ArrayList<>();
        for (String folder : List.of("", config + "/openstack", "/etc/openstack")) {
            places.add(Path.of(folder, "clouds.yaml"));
            places.add(Path.of(folder, "clouds.yml"));
        }
        return places;
    }

    Path path() {
        return path;
    }

    /** What stands at a cloud itself. */
    Map<String, String> cloud(String name) {
        return texts(section(clouds, name));
    }

    /** What stands under its {@code auth}; secrets of the file beside come on top. */
    Map<String, String> auth(String name) {
        InvalidInputException.require(
                clouds.containsKey(name), "cloud", name, "one of " + clouds.keySet() + " in " + path + " is");
        Map<String, String> auth = texts(section(section(clouds, name), "auth"));
        auth.putAll(texts(section(section(secrets, name), "auth")));
        return auth;
    }

    private static Map<String, String> texts(Map<?, ?> section) {
        Map<String, String> texts = new HashMap<>();
        section.forEach((key, value) -> {
            if (value != null && !(value instanceof Map) && !(value instanceof List)) {
                texts.put(String.valueOf(key), String.valueOf(value));
            }
        });
        return texts;
    }

    private static Map<?, ?> section(Map<?, ?> in, String name) {
        return in.get(name) instanceof Map<?, ?> section ? section : Map.of();
    }

    private static Map<?, ?> read(Path file) {
        try {
            Object document = new Load(
                            LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
            return document instanceof Map<?, ?> map ? map : Map.of();
        } catch (IOException | YamlEngineException unreadable) {
            InvalidInputException invalid =
                    new InvalidInputException(file + " cannot be read: " + unreadable.getMessage());
            invalid.initCause(unreadable);
            throw invalid;
        }
    }
}
