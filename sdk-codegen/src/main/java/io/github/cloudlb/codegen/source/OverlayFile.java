package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.TableException;
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

/** Reads an overlay; what it does not know in it is an error. */
final class OverlayFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .propertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE)
            .build();

    private OverlayFile() {}

    static Overlay read(Path file) throws IOException {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(String.valueOf(file.getFileName()))
                    .build();
            return MAPPER.convertValue(new Load(settings).loadFromString(Files.readString(file)), Overlay.class);
        } catch (YamlEngineException | JacksonException | IllegalArgumentException wrong) {
            throw new TableException(file.getFileName() + ": " + wrong.getMessage(), wrong);
        }
    }
}
