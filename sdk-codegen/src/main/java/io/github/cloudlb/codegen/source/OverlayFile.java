package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.TableException;
import io.github.cloudlb.codegen.source.Overlay.Part;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads an overlay: {@code api.overlay.yaml}, and a file for each resource in {@code api.overlay}, if there are any. What
 * it does not know in them is an error, and so is a name that two of them have.
 */
final class OverlayFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .propertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE)
            .build();

    private OverlayFile() {}

    static Overlay read(Path file) throws IOException {
        Part main = part(file);
        List<Part> parts = new ArrayList<>(List.of(main));
        Map<String, Map<String, FieldRow>> fields = new LinkedHashMap<>();
        for (Path more : parts(file)) {
            Part part = part(more);
            parts.add(part);
            Overlay.orNone(part.operations()).keySet().forEach(name -> fields.put(name, Overlay.orNone(part.fields())));
            Overlay.orNone(part.types()).keySet().forEach(name -> fields.put(name, Overlay.orNone(part.fields())));
        }
        return new Overlay(
                TableException.need(main.basePackage(), file + ": no basePackage"),
                Overlay.orNone(main.links()),
                Overlay.orNone(main.interfaces()),
                all(parts, Part::groups),
                all(parts, Part::enums),
                all(parts, Part::types),
                Overlay.orNone(main.fields()),
                all(parts, Part::operations),
                fields);
    }

    private static List<Path> parts(Path file) throws IOException {
        Path folder = Path.of(file.toString().replaceFirst("\\.yaml$", ""));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.sorted().toList();
        }
    }

    private static <V> Map<String, V> all(List<Part> parts, Function<Part, @Nullable Map<String, V>> section) {
        Map<String, V> all = new LinkedHashMap<>();
        for (Part part : parts) {
            Overlay.orNone(section.apply(part)).forEach((name, row) -> {
                if (all.put(name, row) != null) {
                    throw new TableException("overlay: two of its files have " + name);
                }
            });
        }
        return all;
    }

    private static Part part(Path file) throws IOException {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(String.valueOf(file.getFileName()))
                    .build();
            return MAPPER.convertValue(new Load(settings).loadFromString(Files.readString(file)), Part.class);
        } catch (YamlEngineException | JacksonException | IllegalArgumentException wrong) {
            throw new TableException(file.getFileName() + ": " + wrong.getMessage(), wrong);
        }
    }
}
