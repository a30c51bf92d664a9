package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.Operation;

import java.util.stream.Collectors;

/** Javadoc of a request: what the operation does, what is particular about it, and where its page is. */
final class OperationDoc {
    private OperationDoc() {}

    static String of(JavaOperation operation, Overlay overlay) {
        StringBuilder doc = new StringBuilder(operation.overlay().doc()).append('\n');
        Operation row = operation.row();
        if (row.dialects().size() == 1) {
            doc.append("\n<p>Only on ")
                    .append(Names.cloud(row.dialects().get(0)))
                    .append(".\n");
        }
        row.facts().forEach((dialect, facts) -> {
            doc.append("\n<p>").append(Names.cloud(dialect)).append(": ");
            doc.append(DocText.safe(String.join("; ", facts))).append(".\n");
        });
        if (!row.errors().isEmpty()) {
            doc.append("\n<p>Error codes listed for it: ");
            doc.append(row.errors().stream()
                    .map(error -> "{@code " + error.code() + "}")
                    .collect(Collectors.joining(", ")));
            doc.append(".\n");
        }
        overlay.links().forEach((dialect, pattern) -> {
            if (dialect.isEmpty() || row.dialects().contains(dialect)) {
                String label = row.name() + (dialect.isEmpty() ? "" : " on " + Names.cloud(dialect));
                doc.append("\n@see <a href=\"")
                        .append(page(operation, dialect, pattern))
                        .append("\">")
                        .append(label)
                        .append("</a>");
            }
        });
        return doc.toString();
    }

    private static String page(JavaOperation operation, String dialect, String pattern) {
        String special = Overlay.orNone(operation.overlay().links()).get(dialect);
        String source = operation.row().sources().getOrDefault(dialect, "").replace(".rst", "");
        return special == null
                ? pattern.replace("<name>", operation.row().name()).replace("<source>", source)
                : special;
    }
}
