package io.github.cloudlb.testkit.internal.http;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.LinkedHashMap;
import java.util.Map;

/** Landscapes as YAML. */
public final class Yaml {
    private static final LoadSettings LOAD = LoadSettings.builder()
            .setLabel("the landscape")
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    private static final DumpSettings DUMP = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(120)
            .build();

    private Yaml() {}

    /** An object; an empty text is an empty one. */
    public static Map<String, Object> read(String text) {
        Object root;
        try {
            root = new Load(LOAD).loadFromString(text);
        } catch (YamlEngineException unreadable) {
            throw new IllegalArgumentException("This is no YAML: " + unreadable.getMessage(), unreadable);
        }
        if (root == null) {
            return Map.of();
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("A landscape is a map at its top, not " + root);
        }
        Map<String, Object> landscape = new LinkedHashMap<>();
        map.forEach((name, value) -> landscape.put(String.valueOf(name), value));
        return landscape;
    }

    public static String write(Map<String, Object> landscape) {
        return new Dump(DUMP).dumpToString(landscape);
    }
}
