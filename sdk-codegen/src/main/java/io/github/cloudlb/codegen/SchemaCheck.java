package io.github.cloudlb.codegen;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Collectors;

/** Validates a document against a schema of this package and says in the document's own names what is wrong. */
final class SchemaCheck {
    private static final int SHOWN = 20;

    private final Schema schema;

    private SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    static SchemaCheck of(String resource) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return new SchemaCheck(registry.getSchema(Json.resource(resource)));
    }

    void check(String file, JsonNode document) {
        List<Error> errors = schema.validate(document);
        if (!errors.isEmpty()) {
            throw new TableException(errors.stream()
                    .map(error -> file + ": " + describe(document, error))
                    .distinct()
                    .limit(SHOWN)
                    .collect(Collectors.joining("\n")));
        }
    }

    private static String describe(JsonNode document, Error error) {
        return Place.in(document, error.getInstanceLocation().toString()) + ": " + error.getMessage();
    }
}
