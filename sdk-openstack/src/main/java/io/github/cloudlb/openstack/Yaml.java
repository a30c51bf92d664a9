package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.ConstructYamlNull;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files in YAML, or in JSON, which is a part of it, as sections of texts, lists and sections. */
final class Yaml {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final String MERGE = "<<";

    private Yaml() {}

    /** Values that are null are left out; what {@code <<} names is merged in. */
    static Map<String, Object> read(Path file) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new AsWritten())
                    .setAllowDuplicateKeys(true)
                    .build();
            Object document = new Load(settings).loadFromString(Files.readString(file));
            return document instanceof Map<?, ?> section ? section(section) : Map.of();
        } catch (IOException unreadable) {
            throw new InvalidInputException(file + " cannot be read: " + unreadable.getMessage());
        } catch (YamlEngineException malformed) {
            // Neither as the cause nor its words: they quote the line, which may hold a password.
            throw new InvalidInputException(file + " is not YAML" + where(malformed));
        }
    }

    private static Map<String, Object> section(Map<?, ?> read) {
        Map<String, Object> section = new LinkedHashMap<>();
        Object merged = read.get(MERGE);
        List<?> all = merged instanceof List<?> several ? several : merged == null ? List.of() : List.of(merged);
        // Of several the first has the last word, and the section itself before them.
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) instanceof Map<?, ?> one) {
                section.putAll(section(one));
            }
        }
        read.forEach((key, value) -> {
            Object known = value(value);
            if (known != null && !MERGE.equals(key)) {
                section.put(String.valueOf(key), known);
            }
        });
        return section;
    }

    private static @Nullable Object value(@Nullable Object read) {
        if (read instanceof Map<?, ?> inner) {
            return section(inner);
        }
        return read instanceof List<?> list
                ? list.stream().map(Yaml::value).filter(each -> each != null).toList()
                : read;
    }

    private static String where(YamlEngineException malformed) {
        return malformed instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark()
                        .map(mark -> ": line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                        .orElse("")
                : "";
    }

    /** Scalars stay as they are written: a project named 0123 or a password 1.10 is no number. */
    private static final class AsWritten implements Schema {
        @Override
        public ScalarResolver getScalarResolver() {
            return (value, plain) -> plain && NOTHING.contains(value) ? Tag.NULL : Tag.STR;
        }

        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            return Map.of(Tag.NULL, new ConstructYamlNull());
        }
    }
}
