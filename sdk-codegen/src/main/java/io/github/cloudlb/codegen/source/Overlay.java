package io.github.cloudlb.codegen.source;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a table cannot know: names, shared types, our own words.
 *
 * @param basePackage below it are the packages of groups, and {@code wire}
 * @param links page by dialect, or {@code ""} for RPC; {@code <name>} stands for the operation
 * @param interfaces of ours, by full name, that a type of an answer has if it has all these fields
 * @param groups by the table's group
 * @param enums open enums by Java name
 * @param types objects by Java name
 * @param fields rows that hold wherever the field's name occurs
 * @param operations those that are generated, by the table's name
 * @param parts rows of the file that an operation or a type stands in, by the name of either
 */
record Overlay(
        String basePackage,
        Map<String, String> links,
        Map<String, List<String>> interfaces,
        Map<String, Group> groups,
        Map<String, EnumRow> enums,
        Map<String, TypeRow> types,
        Map<String, FieldRow> fields,
        Map<String, OperationRow> operations,
        Map<String, Map<String, FieldRow>> parts) {

    /**
     * What is said of a field. The operation's own words come first, then those of the type it stands in, of that type's
     * file, of the operation's file, and last those for all.
     */
    FieldRow field(Place place, String path, String name, @Nullable String type) {
        TypeRow around = type == null ? null : types.get(type);
        FieldRow own = at(orNone(place.row().fields()), path);
        FieldRow ofType = around == null ? FieldRow.NONE : row(orNone(around.fields()), name);
        FieldRow besideType = around == null ? FieldRow.NONE : row(parts.getOrDefault(type, Map.of()), name);
        return own.over(ofType)
                .over(besideType)
                .over(row(parts.getOrDefault(place.operation(), Map.of()), name))
                .over(row(fields, name));
    }

    Map<String, List<String>> interfaces(JavaType type) {
        Map<String, List<String>> those = new TreeMap<>(interfaces);
        those.values().removeIf(fields -> !type.read || !type.hasAll(fields));
        return those;
    }

    private static FieldRow row(Map<String, FieldRow> rows, String name) {
        return rows.getOrDefault(name, FieldRow.NONE);
    }

    static <V> Map<String, V> orNone(@Nullable Map<String, V> rows) {
        return rows == null ? Map.of() : rows;
    }

    /** The base package of what is ours, or of what we share with another API. */
    String base(@Nullable String shared) {
        return shared == null ? basePackage : shared;
    }

    /** {@code answer.x} is {@code x} too, unless something is said of it alone. */
    private static FieldRow at(Map<String, FieldRow> rows, String path) {
        FieldRow either = rows.getOrDefault(path.replaceFirst("^answer\\.", ""), FieldRow.NONE);
        return rows.getOrDefault(path, either);
    }

    /** One file of an overlay. What its fields say holds for the operations of that file; in the main file, for all. */
    record Part(
            @Nullable String basePackage,
            @Nullable Map<String, String> links,
            @Nullable Map<String, List<String>> interfaces,
            @Nullable Map<String, Group> groups,
            @Nullable Map<String, EnumRow> enums,
            @Nullable Map<String, TypeRow> types,
            @Nullable Map<String, FieldRow> fields,
            @Nullable Map<String, OperationRow> operations) {}

    /** Where a group's operations go, and the class that gets a method for each. */
    record Group(String in, String facade, String doc) {}

    /**
     * A text with known values.
     *
     * @param shared the base package of another API whose enum it is: it is named, not written again
     * @param values those known; the table's own if empty
     * @param spelled by dialect and value: how the dialect writes it, where that is not as listed
     * @param also by value: what else stands for it in an answer or in the table
     */
    record EnumRow(
            String in,
            @Nullable String shared,
            String doc,
            @Nullable List<String> values,
            @Nullable Map<String, Map<String, String>> spelled,
            @Nullable Map<String, List<String>> also) {}

    /**
     * An object.
     *
     * @param shared the base package of another API whose type it is: it is named, not written again
     * @param always fields that answers always have
     * @param needs fields it makes no sense without in a request, though not every operation says so
     * @param factories short ways to make one, by name
     * @param fields what is special about its fields, wherever it stands
     */
    record TypeRow(
            String in,
            @Nullable String shared,
            String doc,
            @Nullable List<String> always,
            @Nullable List<String> needs,
            @Nullable Map<String, Factory> factories,
            @Nullable Map<String, FieldRow> fields) {}

    /**
     * A method that takes some fields and sets others to a value. Fields of what the object holds are named by their path,
     * {@code PathConfig.Values}; a list on the way gets one entry, one with dots, {@code Values...}, any number of them.
     */
    record Factory(String doc, List<String> take, @Nullable Map<String, String> set) {}

    /**
     * An operation.
     *
     * @param java its name in Java; the table's name if that is one
     * @param method name of the facade's method
     * @param doc one line of our own words
     * @param answer type of the answer; none for an answer without a value
     * @param item type of the items, if it is a listing; {@code text} if they are plain texts
     * @param repeatable true for a POST that may be sent again: once or twice is the same
     * @param anonymous dialects in which nobody has to log in for it
     * @param clear fields that an update can set back; JSON null does it
     * @param anyOf fields of which one at least must be given
     * @param fields by path: {@code Servers.ServerType}; {@code answer.members} if it holds for the answer only
     * @param links page by dialect, where the overlay's pattern does not find it
     * @param instead what to do in a dialect that lacks it; nothing takes its place if none is given
     */
    record OperationRow(
            @Nullable String java,
            String method,
            String doc,
            @Nullable String answer,
            @Nullable String item,
            boolean repeatable,
            @Nullable List<String> anonymous,
            @Nullable List<String> clear,
            @Nullable List<String> anyOf,
            @Nullable Map<String, FieldRow> fields,
            @Nullable Map<String, String> links,
            @Nullable String instead) {}
}
