package io.github.cloudlb.codegen;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One version of one API, as {@code table.schema.json} describes it. Lists and maps are empty where the table says
 * nothing; what may be missing otherwise is {@code @Nullable}.
 *
 * @param api {@code lbaas}, {@code alb} or {@code nlb}
 * @param style {@code rest} or {@code rpc}
 * @param dialects {@code octavia}, {@code otc}; none for RPC
 * @param endpoint how to find the host; RPC only
 * @param schemas objects that contain themselves, by the name {@link Constraint#schema()} uses
 * @param enums sets of values no field carries itself, by {@code group.field} or by field name
 * @param notes what holds for the API as a whole, in no fixed form; nothing is generated from it
 */
public record Table(
        String schema,
        String api,
        String version,
        String style,
        List<String> dialects,
        List<Source> sources,
        @Nullable Endpoint endpoint,
        List<Operation> operations,
        Map<String, List<Field>> schemas,
        Map<String, List<JsonNode>> enums,
        List<ErrorCode> errors,
        @Nullable JsonNode notes) {

    static final SchemaCheck SCHEMA = SchemaCheck.of("table.schema.json");

    public Table {
        schemas = Absent.asEmpty(schemas);
        enums = Absent.asEmpty(enums);
    }

    /** Where facts come from. */
    public record Source(
            @Nullable String id,
            String repository,
            @Nullable String commit,
            @Nullable String date,
            @Nullable List<String> paths,
            @Nullable String octaviaVersion) {}

    /**
     * How to find the host of a region.
     *
     * @param pattern host with {@code <regionId>}
     * @param networkPattern host with {@code <network>} and {@code <regionId>}
     * @param exceptions regions whose host does not follow the pattern
     */
    public record Endpoint(String pattern, String networkPattern, Map<String, String> exceptions, Regions regions) {}

    /** Hosts by region, for callers outside and inside a VPC. */
    public record Regions(@JsonProperty("public") Map<String, String> open, Map<String, String> vpc) {}

    /** Reads and validates a table; an error names the table, the row and the field. */
    public static Table read(Path file) {
        JsonNode document = Json.read(file);
        String name = String.valueOf(file.getFileName());
        SCHEMA.check(name, document);
        Table table = Json.as(Table.class, document);
        table.checkReferences(name);
        return table;
    }

    /** The operation of that name. */
    public Operation operation(String name) {
        return operations.stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TableException(api + " " + version + ": no operation " + name));
    }

    private void checkReferences(String file) {
        Set<String> names = new HashSet<>();
        for (Operation operation : operations) {
            if (!names.add(operation.name())) {
                throw new TableException(file + ": operations." + operation.name() + ": is there twice");
            }
        }
        for (Operation operation : operations) {
            String place = file + ": operations." + operation.name();
            operation.poll().stream()
                    .filter(poll -> !names.contains(poll.operation()))
                    .forEach(poll -> {
                        throw new TableException(place + ".poll: no operation " + poll.operation());
                    });
            checkSchemas(place + ".request", operation.request().fields());
            checkSchemas(place + ".response", operation.response().fields());
        }
        schemas.forEach((name, fields) -> checkSchemas(file + ": schemas." + name, fields));
    }

    private void checkSchemas(String place, List<Field> fields) {
        for (Field field : fields) {
            String here = place + "." + field.name();
            Field inner = field.items() == null ? field : field.items();
            Stream.concat(Stream.of(field.base(), inner.base()), inner.byDialect().values().stream())
                    .map(Constraint::schema)
                    .filter(schema -> schema != null && !schemas.containsKey(schema))
                    .forEach(schema -> {
                        throw new TableException(here + ": no schema " + schema);
                    });
            checkSchemas(here, inner.fields());
        }
    }
}
