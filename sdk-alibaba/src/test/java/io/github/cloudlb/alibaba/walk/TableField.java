package io.github.cloudlb.alibaba.walk;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A field as the table has it, read anew: what is generated was made from another reading of it. */
record TableField(JsonNode row) {
    static List<TableField> in(JsonNode holder) {
        return holder.path("fields").valueStream().map(TableField::new).toList();
    }

    String name() {
        return row.path("name").asString("");
    }

    String type() {
        return row.path("type").asString("");
    }

    boolean isObject() {
        return type().equals("object");
    }

    boolean isList() {
        return type().equals("array");
    }

    boolean isListOfObjects() {
        return isList() && items().isObject();
    }

    /** What a list holds. */
    TableField items() {
        return new TableField(row.path("items"));
    }

    /** The fields of the object that it is or holds; none if it is or holds no object. */
    List<TableField> inside() {
        return in(isList() ? row.path("items") : row);
    }

    TableField inside(String name) {
        return inside().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name() + " has no field " + name));
    }

    boolean isInForm() {
        return row.path("in").asString("").equals("form");
    }

    boolean isOneJsonText() {
        return row.path("encoding").asString("").equals("json");
    }

    boolean isRequired() {
        return row.path("required").asBoolean(false);
    }

    boolean isFlag(String fact) {
        return row.path(fact).asBoolean(false);
    }

    String text(String fact) {
        return row.path(fact).asString("");
    }

    boolean says(String fact) {
        return row.has(fact);
    }

    List<String> texts(String fact) {
        return row.path(fact).valueStream().map(one -> one.asString("")).toList();
    }

    List<JsonNode> rows(String fact) {
        return row.path(fact).valueStream().toList();
    }

    /** A flag whose values are two words; UpdateRulesAttribute does not say which, the other operations on rules do. */
    boolean isOnOff() {
        return texts("enum").contains("on") || name().equals("AllowCredentials");
    }

    /** A limit on which all sources agree, or else the widest. */
    OptionalLong most(String fact) {
        return stated(fact).max();
    }

    OptionalLong least(String fact) {
        return stated(fact).min();
    }

    /** What the newest source says, and others beside it; nothing if the newest has no word on it. */
    private LongStream stated(String fact) {
        return says(fact)
                ? Stream.concat(Stream.of(row.path(fact)), uncertain(fact)).mapToLong(JsonNode::asLong)
                : LongStream.empty();
    }

    /** What sources say that differ. */
    Stream<JsonNode> uncertain(String fact) {
        return row.path("uncertain")
                .valueStream()
                .filter(other -> other.path("fact").asString("").equals(fact))
                .map(other -> other.path("value"));
    }

    /** It, and all that is in it at whatever depth; an array's items are no field. */
    static int count(List<TableField> fields) {
        return fields.stream().mapToInt(field -> 1 + count(field.inside())).sum();
    }
}
