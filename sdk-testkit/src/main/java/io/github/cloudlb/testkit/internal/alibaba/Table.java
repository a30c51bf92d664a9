package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.ApiTables;
import io.github.cloudlb.testkit.internal.http.Text;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All operations of a service, as the table says that the SDK is generated from. Read once in a JVM. */
public final class Table {
    private static final Map<Product, Table> READ = new ConcurrentHashMap<>();

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, String> regions = new LinkedHashMap<>();

    private Table(JsonNode root) {
        Map<String, Operation.Code> codes = new HashMap<>();
        root.path("errors").forEach(row -> {
            String code = row.path("code").asText();
            codes.put(
                    Text.lower(code),
                    new Operation.Code(row.path("status").path(0).asInt(400), code));
        });
        root.path("operations").forEach(row -> {
            Operation operation = Operation.of(row, codes);
            operations.put(operation.name(), operation);
        });
        root.path("endpoint")
                .path("regions")
                .path("public")
                .properties()
                .forEach(
                        region -> regions.put(region.getKey(), region.getValue().asText()));
    }

    static Table of(Product product) {
        return READ.computeIfAbsent(product, one -> new Table(ApiTables.read(one.tableName())));
    }

    Map<String, Operation> operations() {
        return operations;
    }

    @Nullable
    Operation find(String name) {
        return operations.get(name);
    }

    Operation get(String name) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("The table has no operation " + name);
        }
        return operation;
    }

    /** Endpoints by the id of the region. */
    Map<String, String> regions() {
        return regions;
    }
}
