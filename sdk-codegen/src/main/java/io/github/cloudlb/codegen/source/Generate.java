package io.github.cloudlb.codegen.source;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.cloudlb.codegen.ErrorOverlay;
import io.github.cloudlb.codegen.Table;
import io.github.cloudlb.codegen.TableException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes all sources of an API: {@code Generate <api folder> <table's name without .json> <folder of sources>}. */
public final class Generate {
    private final Resolver resolver;
    private final Path target;
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());
    private final Set<Path> written = new HashSet<>();

    private Generate(Resolver resolver, Path target) {
        this.resolver = resolver;
        this.target = target;
    }

    public static void main(String[] args) throws IOException {
        Path api = Path.of(args[0]);
        Table table = Table.read(api.resolve(args[1] + ".json"));
        Overlay overlay = OverlayFile.read(api.resolve(args[1] + ".overlay.yaml"));
        ErrorOverlay errors = ErrorOverlay.about(args[1] + ".json", api);
        Generate generate = new Generate(Resolver.of(table, overlay), Path.of(args[2]));
        generate.write(errors);
        generate.clear();
    }

    /** What an older overlay had must not be compiled with what this one has. */
    private void clear() throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .filter(one -> !written.contains(one))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private void write(ErrorOverlay errors) throws IOException {
        Table table = resolver.table;
        for (JavaType type : resolver.types.values()) {
            if (!type.isShared()) {
                write(type.name, ValueSource.of(type, resolver));
                write(type.wire, TypeWireSource.of(type, table.style().equals("rest"), table.dialects()));
            }
        }
        for (JavaOperation operation : resolver.operations) {
            write(operation.name(), ValueSource.of(operation, resolver.overlay));
            write(operation.wire(), RequestWireSource.of(operation, resolver));
        }
        for (String name : resolver.overlay.enums().keySet()) {
            if (!resolver.enums.isShared(name)) {
                write(
                        resolver.enums.name(name),
                        EnumSource.of(
                                resolver.enums.name(name),
                                resolver.enums.doc(name),
                                resolver.enums.values(name),
                                resolver.enums.spelled(name),
                                resolver.enums.also(name)));
            }
        }
        writeFacades();
        String wire = resolver.overlay.basePackage() + ".wire";
        String prefix = Names.capital(table.api());
        write(ClassName.get(wire, prefix + "Errors"), ErrorsSource.of(ClassName.get(wire, prefix + "Errors"), errors));
        if (!table.dialects().isEmpty()) {
            ClassName operations = ClassName.get(wire, prefix + "Operations");
            write(operations, OperationsSource.of(operations, resolver));
        }
        Files.writeString(target.resolve(table.api() + ".operations.csv"), Inventory.operations(resolver));
        Files.writeString(target.resolve(table.api() + ".fields.csv"), Inventory.fields(resolver));
        if (table.endpoint() != null) {
            ClassName endpoints = ClassName.get(wire, prefix + "Endpoints");
            write(endpoints, EndpointsSource.of(endpoints, table.endpoint()));
        }
    }

    private void writeFacades() throws IOException {
        Map<ClassName, List<JavaOperation>> byFacade = new LinkedHashMap<>();
        Map<ClassName, String> docs = new LinkedHashMap<>();
        for (JavaOperation operation : resolver.operations) {
            Overlay.Group group = TableException.need(
                    resolver.overlay.groups().get(operation.row().group()),
                    operation.row().name() + ": no group");
            ClassName facade = ClassName.get(resolver.overlay.basePackage() + "." + group.in(), group.facade());
            byFacade.computeIfAbsent(facade, name -> new ArrayList<>()).add(operation);
            docs.putIfAbsent(facade, group.doc());
        }
        for (Map.Entry<ClassName, List<JavaOperation>> facade : byFacade.entrySet()) {
            write(
                    facade.getKey(),
                    FacadeSource.of(facade.getKey(), docs.getOrDefault(facade.getKey(), ""), facade.getValue()));
        }
    }

    private void write(ClassName name, TypeSpec type) throws IOException {
        String source = JavaFile.builder(name.packageName(), type)
                .indent("    ")
                .skipJavaLangImports(true)
                .addFileComment(
                        "Generated from api/$L-$L.json and its overlay.",
                        resolver.table.api(),
                        resolver.table.version())
                .build()
                .toString();
        Path folder = target.resolve(name.packageName().replace('.', '/'));
        Files.createDirectories(folder);
        Path file = folder.resolve(name.simpleName() + ".java");
        written.add(file);
        String text = formatted(name, source);
        // One that is as it was keeps its time, so that nothing is compiled again for it.
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private String formatted(ClassName name, String source) {
        try {
            return formatter.formatSourceAndFixImports(source);
        } catch (FormatterException wrong) {
            throw new TableException(name + ": " + wrong.getMessage() + "\n" + source, wrong);
        }
    }
}
