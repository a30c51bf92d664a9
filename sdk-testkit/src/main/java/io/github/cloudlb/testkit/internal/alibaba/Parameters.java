package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Parameters with dotted names, {@code Servers.1.ServerId}: from the query, a form or a JSON object, wherever they are. */
final class Parameters {
    /** What says who calls and how, not what is to be done. */
    private static final List<String> OF_THE_CALL = List.of(
            "Action",
            "Version",
            "Format",
            "AccessKeyId",
            "SecurityToken",
            "Signature",
            "SignatureMethod",
            "SignatureNonce",
            "SignatureType",
            "SignatureVersion",
            "Timestamp");

    private final TreeMap<String, String> values;

    private Parameters(TreeMap<String, String> values) {
        this.values = values;
    }

    static Parameters of(RecordedRequest request) {
        TreeMap<String, String> values = new TreeMap<>();
        request.parameters().forEach((name, all) -> values.put(name, all.get(0)));
        String type = request.header("content-type").orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            Text.parameters(request.body()).forEach((name, all) -> values.put(name, all.get(0)));
        } else if (type.startsWith("application/json")) {
            Json.read(request.body())
                    .filter(body -> body.isObject())
                    .ifPresent(body -> body.properties()
                            .forEach(field -> values.put(
                                    field.getKey(),
                                    field.getValue().isTextual()
                                            ? field.getValue().asText()
                                            : Json.write(field.getValue()))));
        }
        return new Parameters(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** All by name, in the order of names. */
    TreeMap<String, String> all() {
        return values;
    }

    /** What makes a request another one, whoever sends it and when. */
    Map<String, String> likeness() {
        TreeMap<String, String> likeness = new TreeMap<>(values);
        likeness.keySet().removeAll(OF_THE_CALL);
        likeness.remove("ClientToken");
        return likeness;
    }

    /** As objects in objects; a list is an object whose names are numbers. */
    Map<String, Object> tree() {
        TreeMap<String, Object> tree = new TreeMap<>();
        values.forEach((name, value) -> put(tree, name, value));
        return tree;
    }

    private static void put(Map<String, Object> into, String name, String value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            into.putIfAbsent(name, value);
        } else if (into.computeIfAbsent(name.substring(0, dot), unseen -> new TreeMap<String, Object>())
                instanceof TreeMap<?, ?> inner) {
            @SuppressWarnings("unchecked")
            TreeMap<String, Object> object = (TreeMap<String, Object>) inner;
            put(object, name.substring(dot + 1), value);
        }
    }
}
