package io.github.cloudlb.testkit.internal.octavia.table;

import io.github.cloudlb.testkit.internal.http.ApiTables;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.MissingNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The operations of Octavia, as the table has them that the SDK is generated from. Read once. */
public final class Table {
    private static final Set<String> PERMISSIONS_OF_ADMINISTRATORS = Set.of("admin", "write_quota");
    private static final JsonNode TABLE = ApiTables.read("lbaas-v2.0");
    private static final Map<String, JsonNode> OPERATIONS = operations();
    private static final Set<String> FOR_ADMINISTRATORS = forAdministrators();

    private Table() {}

    /** Names of all operations: {@code member.create}. */
    public static Set<String> operationNames() {
        return Set.copyOf(OPERATIONS.keySet());
    }

    /** Fields of the body of an operation; none if there is no such operation. */
    public static List<Field> body(String operation) {
        return Field.all(operation(operation).path("request").path("fields")).stream()
                .filter(field -> field.text("in").equals("body"))
                .toList();
    }

    /** Fields of a schema that several bodies share. */
    public static List<Field> schema(String name) {
        return Field.all(TABLE.path("schemas").path(name));
    }

    public static List<String> enumeration(String name) {
        return StreamSupport.stream(TABLE.path("enums").path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Parameters of a list that are compared with what a resource has. */
    public static Set<String> filters(String operation) {
        return Field.all(operation(operation).path("request").path("fields")).stream()
                .filter(field -> field.text("kind").equals("filter"))
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an operation is for administrators only. */
    public static boolean isForAdministrators(String operation) {
        return FOR_ADMINISTRATORS.contains(operation);
    }

    /** Something that the answer of an operation is known by: {@code wrapper}, {@code collection}, {@code links}. */
    public static String answered(String operation, String what) {
        return operation(operation).path("response").path(what).asText();
    }

    private static JsonNode operation(String name) {
        return OPERATIONS.getOrDefault(name, MissingNode.getInstance());
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new HashMap<>();
        TABLE.path("operations").forEach(row -> {
            if (Field.isOurs(row)) {
                operations.put(row.path("name").asText(), row);
            }
        });
        return operations;
    }

    private static Set<String> forAdministrators() {
        return OPERATIONS.keySet().stream()
                .filter(name -> PERMISSIONS_OF_ADMINISTRATORS.contains(operation(name)
                        .path("permissions")
                        .path("octavia")
                        .path(0)
                        .asText()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
