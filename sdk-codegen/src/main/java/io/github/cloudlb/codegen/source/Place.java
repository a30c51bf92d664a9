package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.TableException;

/** Where we are, for errors. */
record Place(String table, String operation, Overlay.OperationRow row, boolean update) {
    TableException error(String field, String what) {
        return new TableException(at(field) + ": " + what);
    }

    String at(String field) {
        return table + ": " + operation + ": " + field;
    }
}
