package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a table from a reference file of either shape: {@code java … ImportTable <reference.json> <table.json>}.
 *
 * <p>A key the importer does not know stops it, so a new reference loses nothing silently. The same reference gives the
 * same table, byte for byte.
 */
public final class ImportTable {
    private ImportTable() {}

    /** Imports one reference; an error names the file, the operation and the field. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: ImportTable <reference.json> <table.json>");
        }
        Path reference = Path.of(args[0]);
        Files.writeString(Path.of(args[1]), importing(reference));
    }

    static String importing(Path reference) {
        JsonNode document = Json.read(reference);
        ObjectNode table = table(document, reference.getFileName() + ":");
        Table.SCHEMA.check(reference.getFileName() + ", imported", table);
        return TableWriter.write(table);
    }

    private static ObjectNode table(JsonNode document, String place) {
        Row row = Row.of(document, place);
        if (RpcReference.recognises(document)) {
            return new RpcReference(row).table();
        }
        if (RestReference.recognises(document)) {
            return new RestReference(row).table();
        }
        throw row.fail("neither shape of reference is recognised");
    }
}
