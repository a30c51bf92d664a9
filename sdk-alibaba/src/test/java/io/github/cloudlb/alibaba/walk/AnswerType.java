package io.github.cloudlb.alibaba.walk;

import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;

/** What an operation's answer is read as: an object, or a page of objects with some fields around them. */
record AnswerType(Api.Row operation, Class<?> type, boolean isPage) {
    static AnswerType of(Api.Row operation) {
        Type answer = Stream.of(operation.type().getGenericInterfaces())
                .map(ParameterizedType.class::cast)
                .filter(implemented -> implemented.getRawType() == Request.class)
                .map(request -> request.getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation + " has no answer"));
        return answer instanceof ParameterizedType page && page.getRawType() == Page.class
                ? new AnswerType(operation, (Class<?>) page.getActualTypeArguments()[0], true)
                : new AnswerType(operation, (Class<?>) answer, false);
    }

    /** An answer that has every field. */
    ObjectNode sample(int round) {
        Samples samples = new Samples(operation.api().offered(), round);
        return isPage ? samples.page(type, operation.response(), list()) : samples.object(type, operation.response());
    }

    /** The answer again, from what was read of it. */
    ObjectNode read(Object answer) {
        Values values = new Values(operation.api().offered());
        return answer instanceof Page<?> page ? page(page, values) : values.read(type, answer, operation.response());
    }

    private ObjectNode page(Page<?> page, Values values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<TableField> fields = operation.response();
        for (TableField field : fields) {
            if (field.name().equals(list())) {
                ArrayNode items = json.putArray(field.name());
                page.items().forEach(item -> items.add(item(item, field, values)));
            } else if (page.envelope().containsKey(field.name())) {
                json.set(field.name(), around(page.envelope().get(field.name()), field));
            }
        }
        page.next().ifPresent(next -> json.set("NextToken", token(next, values)));
        return json;
    }

    private JsonNode item(Object item, TableField list, Values values) {
        return list.isListOfObjects() ? values.read(type, item, list.inside()) : Scalars.toJson(item, list.items());
    }

    /** What stands around the items is kept as text, or as JSON. */
    private static JsonNode around(String text, TableField field) {
        return field.isList() || field.isObject() ? JsonMapper.shared().readTree(text) : Scalars.toJson(text, field);
    }

    private JsonNode token(Request<?> next, Values values) {
        return values.read(operation.type(), next, operation.request()).path("NextToken");
    }

    /** What is listed: of several lists in an answer, the first of what the items are. */
    private String list() {
        return operation.response().stream()
                .filter(field -> field.isList() && field.isListOfObjects() == (type != String.class))
                .map(TableField::name)
                .findFirst()
                .orElse("");
    }
}
