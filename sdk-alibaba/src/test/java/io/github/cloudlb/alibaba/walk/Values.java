package io.github.cloudlb.alibaba.walk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes Java values of JSON through their builders, and JSON of Java values through their accessors. Java has objects that
 * have nothing but an id as ids.
 */
record Values(Offered offered) {
    /** Sets each field that {@code json} has. */
    <T> T built(Class<T> type, JsonNode json, List<TableField> fields) {
        Object builder = call(method(type, "builder", 0), null);
        for (TableField field : fields) {
            Optional<Method> accessor = offered.accessor(type, field.name());
            if (accessor.isPresent() && json.has(field.name())) {
                Object value = value(json.path(field.name()), JavaShape.of(accessor.get()), field);
                call(setter(builder, accessor.get().getName(), value), builder, value);
            }
        }
        return type.cast(call(method(builder.getClass(), "build", 0), builder));
    }

    private Object value(JsonNode json, JavaShape shape, TableField field) {
        if (shape.isList() && !field.isList()) {
            return Stream.of(json.asString("").split(",", -1))
                    .map(one -> Scalars.toJava(Scalars.toJson(one, field), shape.type(), field))
                    .toList();
        }
        if (shape.isList()) {
            return json.valueStream().map(one -> item(one, shape, field)).toList();
        }
        return field.isObject() ? built(shape.type(), json, field.inside()) : Scalars.toJava(json, shape.type(), field);
    }

    private Object item(JsonNode json, JavaShape shape, TableField list) {
        if (!list.isListOfObjects()) {
            return Scalars.toJava(json, shape.type(), list.items());
        }
        return shape.type() == String.class
                ? json.path(list.inside().get(0).name()).asString("")
                : built(shape.type(), json, list.inside());
    }

    /** What the accessors return, under the names of the wire; with what a value did not know how to read. */
    ObjectNode read(Class<?> type, Object value, List<TableField> fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (TableField field : fields) {
            offered.accessor(type, field.name())
                    .flatMap(accessor -> given(call(accessor, value)))
                    .ifPresent(given -> json.set(field.name(), json(given, field)));
        }
        Stream.of(type.getMethods())
                .filter(method -> method.getName().equals("unlisted"))
                .map(method -> (Map<?, ?>) call(method, value))
                .forEach(unlisted -> unlisted.forEach((name, left) -> json.put("unlisted " + name, left.toString())));
        return json;
    }

    private static Optional<Object> given(Object returned) {
        Object value = returned instanceof Optional<?> optional ? optional.orElse(null) : returned;
        return value instanceof Collection<?> list && list.isEmpty() ? Optional.empty() : Optional.ofNullable(value);
    }

    private JsonNode json(Object value, TableField field) {
        if (value instanceof List<?> list && !field.isList()) {
            return Scalars.toJson(list.stream().map(String::valueOf).collect(Collectors.joining(",")), field);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(one -> array.add(item(one, field)));
            return array;
        }
        return field.isObject() ? read(type(value), value, field.inside()) : Scalars.toJson(value, field);
    }

    private JsonNode item(Object one, TableField list) {
        if (!list.isListOfObjects()) {
            return Scalars.toJson(one, list.items());
        }
        if (one instanceof String id && list.inside().size() == 1) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put(list.inside().get(0).name(), id);
        }
        return read(type(one), one, list.inside());
    }

    /** The interface that Immutables made it of. */
    static Class<?> type(Object value) {
        return value.getClass().getInterfaces().length > 0 ? value.getClass().getInterfaces()[0] : value.getClass();
    }

    private static Method setter(Object builder, String name, Object value) {
        return Stream.of(builder.getClass().getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && !method.isBridge()
                        && takes(method.getParameterTypes()[0], value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no way to set " + name + " to a " + value.getClass()));
    }

    private static boolean takes(Class<?> parameter, Object value) {
        return switch (parameter.getName()) {
            case "int" -> value instanceof Integer;
            case "long" -> value instanceof Long;
            case "double" -> value instanceof Double;
            case "boolean" -> value instanceof Boolean;
            default -> parameter.isInstance(value);
        };
    }

    private static Method method(Class<?> of, String name, int parameters) {
        return Stream.of(of.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow(() -> new AssertionError(of + " has no " + name));
    }

    private static Object call(Method method, Object on, Object... with) {
        try {
            // Builders are public by a class that is not.
            method.setAccessible(true);
            return method.invoke(on, with);
        } catch (InvocationTargetException failed) {
            throw (RuntimeException) failed.getCause();
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
