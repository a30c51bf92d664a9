package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Turns a JSON pointer into the words of the document: array elements are called by their name or code. */
final class Place {
    private Place() {}

    static String in(JsonNode document, String pointer) {
        List<String> words = new ArrayList<>();
        JsonNode node = document;
        for (String token : tokens(pointer)) {
            boolean element = node.isArray();
            node = element ? node.path(Integer.parseInt(token)) : node.path(token);
            words.add(element ? nameOf(node, token) : token);
        }
        return words.isEmpty() ? "document" : String.join(".", words);
    }

    private static List<String> tokens(String pointer) {
        return pointer.isEmpty() || pointer.equals("/")
                ? List.of()
                : List.of(pointer.substring(1).split("/", -1)).stream()
                        .map(token -> token.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }

    private static String nameOf(JsonNode element, String index) {
        for (String key : List.of("name", "code", "exception")) {
            if (element.path(key).isString()) {
                return element.path(key).stringValue();
            }
        }
        return "[" + index + "]";
    }
}
