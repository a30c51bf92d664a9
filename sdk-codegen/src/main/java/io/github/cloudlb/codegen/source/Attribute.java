package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.Field;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field as an attribute of a Java value.
 *
 * @param type the enum or object it is, or holds
 * @param mandatory always there, so that no Optional is needed
 * @param optionalList told apart from an empty list, for updates
 * @param path where it stands in its operation or type
 */
record Attribute(
        String name,
        Kind kind,
        @Nullable ClassName type,
        boolean mandatory,
        boolean optionalList,
        Field field,
        FieldRow row,
        String path) {

    String wire() {
        return field.name();
    }

    Attribute mandatory(boolean always) {
        return new Attribute(name, kind, type, always, optionalList, field, row, path);
    }

    /** Whether it stands in a path though it is no id. */
    boolean isName() {
        return "path".equals(field.in()) && "text".equals(row.type());
    }

    /** With the dialects that only another occurrence of it has. */
    Attribute with(Attribute other) {
        return new Attribute(name, kind, type, mandatory, optionalList, field.with(other.field), row, path);
    }

    /** Whether it is its holder's place in a list, where the caller gives none. */
    boolean isNumber() {
        return wire().equals(row.numbered());
    }

    /** Whether it is a number that the table has as a text, which then may be something else, too. */
    boolean isWrittenAsText() {
        return kind == Kind.INTEGER && FieldFacts.type(field).equals("string");
    }

    /** Whether the accessor returns an Optional. */
    boolean isOptional() {
        return !mandatory && (!kind.isCollection() || optionalList);
    }

    TypeName javaType() {
        if (mandatory || kind.isCollection() && !optionalList) {
            return mandatory ? valueType() : boxed();
        }
        return ParameterizedTypeName.get(ClassName.get(Optional.class), boxed());
    }

    /** Without an Optional. */
    TypeName plainType() {
        return valueType();
    }

    private TypeName boxed() {
        TypeName plain = valueType();
        return plain.isPrimitive() ? plain.box() : plain;
    }

    private TypeName valueType() {
        return switch (kind) {
            case TEXT -> ClassName.get(String.class);
            case INTEGER -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case NUMBER -> TypeName.DOUBLE;
            case BOOLEAN, ON_OFF -> TypeName.BOOLEAN;
            case ENUM, OBJECT -> typeName();
            case ENUMS, OBJECTS -> ParameterizedTypeName.get(ClassName.get(List.class), typeName());
            case TEXTS, COMMAS, IDS -> ParameterizedTypeName.get(List.class, String.class);
            case MAP -> ParameterizedTypeName.get(Map.class, String.class, String.class);
            case DURATION -> ClassName.get(Duration.class);
            case TIME, INSTANT -> ClassName.get(Instant.class);
        };
    }

    ClassName typeName() {
        if (type == null) {
            throw new IllegalStateException(path + " has no type");
        }
        return type;
    }

    /** The unit of a duration in a dialect: seconds, minutes or milliseconds. */
    String unit(String dialect) {
        if (row.units() != null && row.units().containsKey(dialect)) {
            return row.units().get(dialect);
        }
        Constraint constraint = field.constraint(dialect);
        return constraint.unit() == null ? "seconds" : constraint.unit();
    }

    /** Whether the caller gave it. */
    CodeBlock given(String owner) {
        if (mandatory) {
            return CodeBlock.of("true");
        }
        return CodeBlock.of(isOptional() ? "$L.$N().isPresent()" : "!$L.$N().isEmpty()", owner, name);
    }

    /** The value that was given. */
    CodeBlock get(String owner) {
        return CodeBlock.of(isOptional() ? "$L.$N().get()" : "$L.$N()", owner, name);
    }
}
