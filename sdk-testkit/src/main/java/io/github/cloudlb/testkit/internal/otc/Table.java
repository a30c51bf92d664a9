package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.internal.http.ApiTables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The operations of the dialect, as the table has them that the SDK is generated from. Read once. */
final class Table {
    private static final Table TABLE = new Table();

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, List<Operation>> byMethodAndLength = new HashMap<>();

    private Table() {
        StreamSupport.stream(ApiTables.read("lbaas-v2.0").path("operations").spliterator(), false)
                .filter(Field::isOurs)
                .map(Operation::of)
                .forEach(operation -> {
                    operations.put(operation.name(), operation);
                    byMethodAndLength
                            .computeIfAbsent(
                                    operation.method() + operation.path().size(), unseen -> new ArrayList<>())
                            .add(operation);
                });
    }

    static List<Operation> all() {
        return List.copyOf(TABLE.operations.values());
    }

    /** Nothing if there is none: a certificate has no tags. */
    static Optional<Operation> find(String name) {
        return Optional.ofNullable(TABLE.operations.get(name));
    }

    static Optional<Operation> find(String method, List<String> path) {
        return TABLE.byMethodAndLength.getOrDefault(method + path.size(), List.of()).stream()
                .filter(operation -> operation.fits(path))
                .findFirst();
    }

    /** In the order in which a resource of the kind is answered. */
    static List<Field> answered(OtcKind kind) {
        return find(kind.group() + ".show").orElseThrow().answered();
    }
}
