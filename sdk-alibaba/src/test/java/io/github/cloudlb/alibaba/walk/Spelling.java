package io.github.cloudlb.alibaba.walk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** Values that the vendor's pages spell now this way, now that way; Java has one of them, and takes the others for it. */
final class Spelling {
    private static final Map<String, String> OURS = Map.of(
            "HTTP 1.0", "HTTP1.0",
            "HTTP 1.1", "HTTP1.1",
            "CorsConfig", "Cors",
            "RemoveHeaderConfig", "RemoveHeader",
            "TrafficLimitConfig", "TrafficLimit",
            "TrafficMirrorConfig", "TrafficMirror",
            "Responses", "Response",
            "Diassociating", "Dissociating");

    private Spelling() {}

    static String ours(String text) {
        return OURS.getOrDefault(text, text);
    }

    static JsonNode ours(JsonNode json) {
        if (json.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(field -> object.set(field.getKey(), ours(field.getValue())));
            return object;
        } else if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> array.add(ours(item)));
            return array;
        }
        return json.isString() ? JsonNodeFactory.instance.stringNode(ours(json.stringValue())) : json;
    }
}
