package io.github.cloudlb.openstack;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The errors as the committed tables have them, read by other means than the client's. */
final class ErrorTable {
    private static final Path API = Path.of(System.getProperty("basedir", "."), "api");

    private final JsonMapper json = JsonMapper.builder().build();
    private final JsonNode reference = json.readTree(text("lbaas-v2.0.json"));
    private final JsonNode overlay =
            json.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text("lbaas-v2.0.errors.yaml")));

    /** A row of the overlay: what an error of this code or text means. */
    record Row(String meaning, String code, String text, int status, String dialect) {}

    /** A code of the reference at one of its statuses. */
    record Listed(String dialect, String code, int status) {}

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> meaning : overlay.path("meanings").properties()) {
            for (JsonNode row : meaning.getValue()) {
                String prefix = row.path("prefix").asString("");
                String code = prefix.isEmpty() ? row.path("code").asString("") : prefix + "99";
                for (int status : statuses(code, row.path("status").asInt(0))) {
                    rows.add(new Row(
                            meaning.getKey(),
                            code,
                            row.path("text").asString(""),
                            status,
                            row.path("dialect").asString("")));
                }
            }
        }
        return rows;
    }

    List<Listed> listed() {
        List<Listed> listed = new ArrayList<>();
        for (JsonNode error : reference.path("errors")) {
            for (JsonNode status : error.path("status")) {
                if (error.has("code")) {
                    listed.add(new Listed(
                            error.path("dialect").asString(), error.path("code").asString(), status.asInt()));
                }
            }
        }
        return listed;
    }

    /** All that the reference lists, each as dialect, status and name. */
    List<String> known() {
        List<String> known = new ArrayList<>();
        for (JsonNode error : reference.path("errors")) {
            String name = error.has("code")
                    ? error.path("code").asString()
                    : error.path("exception").asString();
            for (JsonNode status : error.path("status")) {
                known.add(error.path("dialect").asString() + " " + status.asInt() + " " + name);
            }
        }
        return known;
    }

    /** What the overlay says of a code without a known text; or else what its status means. */
    String meaning(Listed listed) {
        for (Map.Entry<String, JsonNode> meaning : overlay.path("meanings").properties()) {
            for (JsonNode row : meaning.getValue()) {
                boolean fits = row.path("code").asString("").equals(listed.code())
                        || row.has("prefix")
                                && listed.code().startsWith(row.path("prefix").asString());
                if (fits && !row.has("text") && row.path("status").asInt(listed.status()) == listed.status()) {
                    return meaning.getKey();
                }
            }
        }
        for (JsonNode row : overlay.path("fallback")) {
            int from = row.path("from").asInt(row.path("status").asInt());
            int to = row.path("to").asInt(from);
            if (from <= listed.status()
                    && listed.status() <= to
                    && row.path("dialect").asString(listed.dialect()).equals(listed.dialect())) {
                return row.path("meaning").asString();
            }
        }
        throw new AssertionError("nothing says what " + listed + " means");
    }

    private Set<Integer> statuses(String code, int stated) {
        if (stated > 0) {
            return Set.of(stated);
        }
        Set<Integer> statuses = new LinkedHashSet<>();
        listed().stream().filter(each -> each.code().equals(code)).forEach(each -> statuses.add(each.status()));
        return statuses.isEmpty() ? Set.of(400) : statuses;
    }

    private static String text(String file) {
        try {
            return Files.readString(API.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
