package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.TableException;

/** Where we are, for errors. */
record Place(String name, Overlay.OperationRow row, boolean update) {
    TableException error(String field, String what) {
        return new TableException(at(field) + ": " + what);
    }

    String at(String field) {
        return name + ": " + field;
    }

    /** Whether an answer always has the field, by the overlay's row of the type it stands in. */
    boolean always(String path, String field, Resolver in) {
        String type = path.isEmpty()
                ? (row.item() != null ? row.item() : row.answer())
                : in.row("answer." + path, last(path), this).type();
        Overlay.TypeRow typeRow = in.overlay.types().get(String.valueOf(type));
        return typeRow != null && typeRow.always() != null && typeRow.always().contains(field);
    }

    /** Whether the type that a request's field stands in makes no sense without it. */
    boolean needs(String path, String field, Resolver in) {
        Overlay.TypeRow typeRow = path.isEmpty()
                ? null
                : in.overlay
                        .types()
                        .get(String.valueOf(in.row(path, last(path), this).type()));
        return typeRow != null && typeRow.needs() != null && typeRow.needs().contains(field);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
