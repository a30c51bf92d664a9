package io.github.cloudlb.testkit.internal.http;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.core.JsonFactory;
import wiremock.com.fasterxml.jackson.core.JsonParser;
import wiremock.com.fasterxml.jackson.core.JsonProcessingException;
import wiremock.com.fasterxml.jackson.core.json.JsonWriteFeature;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON by the Jackson inside WireMock, so that the test kit needs nothing else; and by its streams alone, since the
 * classes of an {@code ObjectMapper} took a third of the first start in a JVM.
 */
public final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** A value that is JSON already. */
    record Written(String json) {}

    /** Maps, collections, texts, numbers, flags, null and nodes, in ASCII. */
    public static String write(Object value) {
        return JsonText.of(value, FACTORY);
    }

    /** Stands in a value to be written for what is written already. */
    public static Object written(String json) {
        return new Written(json);
    }

    /** Nothing if the text is not JSON. */
    public static Optional<JsonNode> read(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() == null) {
                return Optional.empty();
            }
            JsonNode node = node(json);
            return json.nextToken() == null ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Plain Java values: maps, lists, strings, numbers. */
    public static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                node.properties().forEach(field -> object.put(field.getKey(), plain(field.getValue())));
                yield object;
            }
            case ARRAY -> {
                List<@Nullable Object> array = new ArrayList<>();
                node.forEach(item -> array.add(plain(item)));
                yield array;
            }
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.textValue();
            default -> null;
        };
    }

    /** An object in the order given: name, value, name, value. Unlike {@link Map#of()} it takes null. */
    public static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    private static JsonNode node(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    json.nextToken();
                    object.set(name, node(json));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (!json.nextToken().isStructEnd()) {
                    array.add(node(json));
                }
                yield array;
            }
            case VALUE_STRING -> NODES.textNode(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(json.getBooleanValue());
            default -> NODES.nullNode();
        };
    }

    private static JsonNode number(JsonParser json) throws IOException {
        return switch (json.getNumberType()) {
            case INT -> NODES.numberNode(json.getIntValue());
            case LONG -> NODES.numberNode(json.getLongValue());
            case BIG_INTEGER -> NODES.numberNode(json.getBigIntegerValue());
            case BIG_DECIMAL -> NODES.numberNode(json.getDecimalValue());
            default -> NODES.numberNode(json.getDoubleValue());
        };
    }
}
