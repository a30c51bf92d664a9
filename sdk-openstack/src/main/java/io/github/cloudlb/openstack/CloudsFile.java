package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@code clouds.yaml}, with the {@code secure.yaml} beside it. */
final class CloudsFile {
    private static final Set<String> NOTHING = Set.of("", "~", "null");

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
        if (section.get("<<") instanceof Map<?, ?> merged) {
            texts.putAll(texts(merged));
        }
        section.forEach((key, value) -> {
            if (value instanceof String text && !NOTHING.contains(text) && !key.equals("<<")) {
                texts.put(String.valueOf(key), text);
            }
        });
        return texts;
    }

    private static Map<?, ?> section(Map<?, ?> in, String name) {
        Object found = in.get(name);
        if (found == null && in.get("<<") instanceof Map<?, ?> merged) {
            found = merged.get(name);
        }
        return found instanceof Map<?, ?> section ? section : Map.of();
    }

    private static String where(YamlEngineException malformed) {
        return malformed instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark()
                        .map(mark -> ": line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                        .orElse("")
                : "";
    }

    /** Scalars stay as they are written: a project named 0123 or a password 1.10 is no number. */
    private static Map<?, ?> read(Path file) {
        try {
            Object document = new Load(LoadSettings.builder()
                            .setSchema(new FailsafeSchema())
                            .build())
                    .loadFromString(Files.readString(file));
            return document instanceof Map<?, ?> map ? map : Map.of();
        } catch (IOException unreadable) {
            throw new InvalidInputException(file + " cannot be read: " + unreadable.getMessage());
        } catch (YamlEngineException malformed) {
            // Neither as the cause nor its words: they quote the line, which may hold a password.
            throw new InvalidInputException(file + " is not YAML" + where(malformed));
        }
    }
}
