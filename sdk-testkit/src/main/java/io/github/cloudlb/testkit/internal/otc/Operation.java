package io.github.cloudlb.testkit.internal.otc;

import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation.
 *
 * @param name such as {@code member.batch_update}
 * @param path segments; those in braces are parameters
 * @param wrapper name of the object that the body consists of; empty if it stands for itself
 * @param body fields of the body
 * @param answered fields of the resource or resources that are answered
 */
record Operation(
        String name,
        String method,
        List<String> path,
        int success,
        String wrapper,
        List<Field> body,
        List<Field> query,
        List<Field> answered) {

    static Operation of(JsonNode row) {
        JsonNode request = row.path("request");
        List<Field> sent = Field.all(request.path("fields"));
        return new Operation(
                row.path("name").asText(),
                row.path("method").asText(),
                segments(row.path("path").asText()),
                row.path("success").path(Field.DIALECT).path(0).asInt(),
                request.path("wrapper").asText(),
                in("body", sent),
                in("query", sent),
                Field.all(row.path("response").path("fields")));
    }

    /** What the name begins with: {@code member}. */
    String group() {
        return name.substring(0, name.indexOf('.'));
    }

    /** What the name ends with: {@code batch_update}. */
    String verb() {
        return name.substring(name.indexOf('.') + 1);
    }

    boolean fits(List<String> sent) {
        for (int i = 0; i < path.size(); i++) {
            boolean same = path.get(i).startsWith("{")
                    ? !sent.get(i).isEmpty()
                    : path.get(i).equals(sent.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** The parameters in the path, by name. */
    Map<String, String> parameters(List<String> sent) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).startsWith("{")) {
                parameters.put(path.get(i).substring(1, path.get(i).length() - 1), sent.get(i));
            }
        }
        return parameters;
    }

    private static List<String> segments(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
    }

    private static List<Field> in(String place, List<Field> fields) {
        return fields.stream().filter(field -> field.text("in").equals(place)).toList();
    }
}
