package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.cloudlb.codegen.ErrorOverlay;
import io.github.cloudlb.codegen.Meaning;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;

/** Writes what the errors of an API mean. */
final class ErrorsSource {
    private static final ClassName TABLE = ClassName.get("io.github.cloudlb.core.wire", "ErrorTable");
    /** Java allows no method of any length. */
    private static final int ROWS_PER_METHOD = 100;

    private ErrorsSource() {}

    static TypeSpec of(ClassName name, ErrorOverlay errors) {
        List<CodeBlock> rows = new ArrayList<>();
        for (ErrorOverlay.Entry entry : errors.entries()) {
            // A dry run that passed is known by its request, not by its meaning.
            if (entry.meaning() != Meaning.DRY_RUN_PASSED) {
                rows.add(CodeBlock.of(
                        "table.row($T.$L, $S, $S, $S, $L, $S, $S)",
                        Names.MEANING,
                        entry.meaning(),
                        text(entry.code()),
                        text(entry.prefix()),
                        text(entry.text()),
                        entry.status() == null ? 0 : entry.status(),
                        text(entry.dialect()),
                        text(entry.retry())));
            }
        }
        for (ErrorOverlay.Fallback entry : errors.fallback()) {
            rows.add(CodeBlock.of(
                    "table.fallback($T.$L, $L, $L, $S, $S)",
                    Names.MEANING,
                    entry.meaning(),
                    from(entry),
                    to(entry),
                    text(entry.dialect()),
                    text(entry.retry())));
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("What the errors of this API mean.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(TABLE, "TABLE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .initializer("table()")
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        MethodSpec.Builder table = MethodSpec.methodBuilder("table")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TABLE)
                .addStatement("$T table = new $T()", TABLE, TABLE);
        for (int from = 0; from < rows.size(); from += ROWS_PER_METHOD) {
            String part = "rows" + from / ROWS_PER_METHOD;
            table.addStatement("$N(table)", part);
            MethodSpec.Builder method = MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(TABLE, "table");
            rows.subList(from, Math.min(from + ROWS_PER_METHOD, rows.size())).forEach(method::addStatement);
            type.addMethod(method.build());
        }
        return type.addMethod(table.addStatement("return table").build()).build();
    }

    private static int from(ErrorOverlay.Fallback entry) {
        Integer from = entry.status() != null ? entry.status() : entry.from();
        return from == null ? 0 : from;
    }

    private static int to(ErrorOverlay.Fallback entry) {
        Integer to = entry.status() != null ? entry.status() : entry.to();
        return to == null ? 999 : to;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
