package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import java.util.Map;
import java.util.function.Consumer;

/** Writes JSON for people who read differences: what fits stands on one line, so a field usually is one. */
final class TableWriter {
    private static final int WIDTH = 200;

    private final StringBuilder out = new StringBuilder();

    private TableWriter() {}

    static String write(JsonNode document) {
        TableWriter writer = new TableWriter();
        writer.node(document, 0);
        return writer.out.append('\n').toString();
    }

    private void node(JsonNode node, int depth) {
        if (!node.isContainer() || node.isEmpty() || folds(node, depth)) {
            compact(node);
        } else if (node.isObject()) {
            object(node, depth);
        } else {
            array(node, depth);
        }
    }

    private boolean folds(JsonNode node, int depth) {
        if (depth == 0 || hasRows(node)) {
            return false;
        }
        int before = out.length();
        int line = before - out.lastIndexOf("\n") - 1;
        compact(node);
        int length = out.length() - before;
        out.setLength(before);
        return line + length <= WIDTH;
    }

    /** Several named rows, here or further inside: each of them gets its own line. */
    private static boolean hasRows(JsonNode node) {
        if (node.isArray() && node.size() > 1 && node.path(0).has("name")) {
            return true;
        }
        for (JsonNode inner : node) {
            if (hasRows(inner)) {
                return true;
            }
        }
        return false;
    }

    private void object(JsonNode node, int depth) {
        String separator = "{";
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            line(separator, depth + 1);
            scalar(StringNode.valueOf(entry.getKey()));
            out.append(": ");
            node(entry.getValue(), depth + 1);
            separator = ",";
        }
        line("", depth);
        out.append('}');
    }

    private void array(JsonNode node, int depth) {
        String separator = "[";
        for (JsonNode element : node) {
            line(separator, depth + 1);
            node(element, depth + 1);
            separator = ",";
        }
        line("", depth);
        out.append(']');
    }

    private void line(String separator, int depth) {
        out.append(separator).append('\n').append("  ".repeat(depth));
    }

    private void compact(JsonNode node) {
        if (node.isObject()) {
            joined('{', node.properties(), '}', entry -> {
                scalar(StringNode.valueOf(entry.getKey()));
                out.append(": ");
                compact(entry.getValue());
            });
        } else if (node.isArray()) {
            joined('[', node, ']', this::compact);
        } else {
            scalar(node);
        }
    }

    private <T> void joined(char open, Iterable<T> elements, char close, Consumer<T> each) {
        out.append(open);
        int start = out.length();
        for (T element : elements) {
            out.append(out.length() == start ? "" : ", ");
            each.accept(element);
        }
        out.append(close);
    }

    private void scalar(JsonNode node) {
        out.append(Json.MAPPER.writeValueAsString(node));
    }
}
