package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.Field;
import io.github.cloudlb.codegen.Operation;
import io.github.cloudlb.codegen.Table;
import io.github.cloudlb.codegen.TableException;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts a table and its overlay together; an error names table, row and field. */
final class Resolver {
    final Table table;
    final Overlay overlay;
    final Map<String, JavaType> types = new LinkedHashMap<>();
    final List<JavaOperation> operations = new ArrayList<>();

    private Resolver(Table table, Overlay overlay) {
        this.table = table;
        this.overlay = overlay;
    }

    static Resolver of(Table table, Overlay overlay) {
        Resolver resolver = new Resolver(table, overlay);
        overlay.operations()
                .forEach((name, row) -> resolver.operations.add(resolver.operation(table.operation(name), row)));
        for (String type : overlay.types().keySet()) {
            if (!resolver.types.containsKey(type)) {
                throw new TableException("overlay of " + table.api() + ": types." + type + ": nothing uses it");
            }
        }
        return resolver;
    }

    private JavaOperation operation(Operation row, Overlay.OperationRow own) {
        Place place = new Place(
                table.api() + " " + table.version() + ": " + row.name(),
                own,
                row.method().equals("PUT"));
        String java = own.java() == null ? row.name() : own.java();
        List<Attribute> request = new ArrayList<>();
        for (Field field : row.request().fields()) {
            if ("query".equals(field.in()) && row.path().contains("{" + field.name() + "}")) {
                // A filter by what the path says anyway.
                continue;
            }
            attribute(field, "", place, true, false)
                    .map(found -> found.row().value() != null || JavaOperation.isDefaulted(found.wire(), row)
                            ? found.mandatory(true)
                            : found)
                    .ifPresent(request::add);
        }
        JavaType item = own.item() == null ? null : type(own.item(), place);
        JavaType answer = own.answer() == null ? null : type(own.answer(), place);
        List<Field> answered = row.response().fields();
        if (item != null) {
            item.read = true;
            occurs(item, listed(row), "", place, false);
        } else if (answer != null) {
            answer.read = true;
            occurs(answer, answered, "", place, false);
        } else if (!answered.isEmpty()) {
            throw place.error("answer", "the answer has fields, but the overlay names no type for it");
        }
        Overlay.Group group = group(row, place);
        return new JavaOperation(
                ClassName.get(overlay.basePackage() + "." + group.in(), java),
                wire(java),
                row,
                own,
                request,
                item,
                answer);
    }

    Overlay.Group group(Operation row, Place place) {
        Overlay.Group group = overlay.groups().get(row.group());
        if (group == null) {
            throw place.error("group", "the overlay has no group " + row.group());
        }
        return group;
    }

    /** The fields of what a listing lists: the whole answer for REST, one list of it for RPC. */
    private static List<Field> listed(Operation row) {
        if (row.response().collection() != null) {
            return row.response().fields();
        }
        String list = row.paged() == null ? "" : row.paged().items().get(0);
        return row.response().fields().stream()
                .filter(field -> field.name().equals(list) && field.items() != null)
                .findFirst()
                .map(field -> items(field).fields())
                .orElseThrow(() -> new TableException(row.name() + ": no list " + list + " in the answer"));
    }

    private void occurs(JavaType type, List<Field> fields, String path, Place place, boolean request) {
        List<Attribute> attributes = new ArrayList<>();
        for (Field field : fields) {
            attribute(field, path, place, request, !request).ifPresent(attributes::add);
        }
        type.occurs(attributes);
    }

    private Optional<Attribute> attribute(Field field, String path, Place place, boolean request, boolean answer) {
        String here = path.isEmpty() ? field.name() : path + "." + field.name();
        Overlay.FieldRow row = row(answer ? "answer." + here : here, field.name(), place);
        if (row.omit()) {
            return Optional.empty();
        }
        Kind kind = kind(field, row, here, place);
        ClassName type = null;
        if (kind == Kind.ENUM || kind == Kind.ENUMS) {
            type = enumName(row.type());
        } else if (kind == Kind.OBJECT || kind == Kind.OBJECTS) {
            JavaType object = type(row.type(), place);
            object.read |= answer;
            object.written |= request;
            List<Field> inner =
                    kind == Kind.OBJECT ? field.fields() : items(field).fields();
            String schema = schema(kind == Kind.OBJECT ? field : items(field));
            occurs(object, schema == null ? inner : schema(schema), here, place, request);
            type = object.name;
        }
        boolean mandatory = request
                ? isRequired(field) || place.needs(path, field.name(), this)
                : place.always(path, field.name(), this);
        String name = row.java() == null ? Names.attribute(field.name()) : row.java();
        boolean optionalList = request && place.update() && kind.isList() && !mandatory && !"query".equals(field.in());
        return Optional.of(new Attribute(name, kind, type, mandatory, optionalList, field, row, place.at(here)));
    }

    private Overlay.FieldRow row(String path, String name, Place place) {
        Map<String, Overlay.FieldRow> own =
                place.row().fields() == null ? Map.of() : place.row().fields();
        Overlay.FieldRow either = own.getOrDefault(path.replaceFirst("^answer\\.", ""), Overlay.FieldRow.NONE);
        Overlay.FieldRow special = own.getOrDefault(path, either);
        return special.over(overlay.fields().getOrDefault(name, Overlay.FieldRow.NONE));
    }

    private Kind kind(Field field, Overlay.FieldRow row, String path, Place place) {
        String wanted = row.type();
        String type = type(field);
        boolean array = type.equals("array") || "comma".equals(list(field)) || "repeated".equals(list(field));
        if (wanted != null && Curated.has(wanted)) {
            return Curated.kind(wanted);
        }
        if (wanted != null && overlay.enums().containsKey(wanted)) {
            return array ? Kind.ENUMS : Kind.ENUM;
        }
        if (wanted != null && overlay.types().containsKey(wanted)) {
            return array ? Kind.OBJECTS : Kind.OBJECT;
        }
        if (wanted != null) {
            throw place.error(path, "the overlay has no type " + wanted);
        }
        boolean closed = !field.base().allowed().isEmpty()
                || field.byDialect().values().stream()
                        .anyMatch(here -> !here.allowed().isEmpty());
        if (closed && type.equals("string")) {
            throw place.error(path, "it has an enum; the overlay must say which Java type that is");
        }
        return switch (type) {
            case "string" -> array ? Kind.TEXTS : Kind.TEXT;
            case "integer" -> Kind.INTEGER;
            case "long" -> Kind.LONG;
            case "number" -> Kind.NUMBER;
            case "boolean" -> Kind.BOOLEAN;
            case "map" -> Kind.MAP;
            case "array" -> arrayKind(field, path, place);
            default -> throw place.error(path, "the overlay must name the Java type of this " + type);
        };
    }

    private static Kind arrayKind(Field field, String path, Place place) {
        if (!"string".equals(type(items(field)))) {
            throw place.error(path, "the overlay must name the Java type of its items");
        }
        return Kind.TEXTS;
    }

    static Field items(Field array) {
        if (array.items() == null) {
            throw new TableException(array.name() + ": an array without items");
        }
        return array.items();
    }

    private static String type(Field field) {
        String type = field.base().type();
        for (Constraint constraint : field.byDialect().values()) {
            type = type == null ? constraint.type() : type;
        }
        return type == null ? "string" : type;
    }

    static @Nullable String schema(Field field) {
        String schema = field.base().schema();
        for (Constraint constraint : field.byDialect().values()) {
            schema = schema == null ? constraint.schema() : schema;
        }
        return schema;
    }

    private static @Nullable String list(Field field) {
        String list = field.base().list();
        for (Constraint constraint : field.byDialect().values()) {
            list = list == null ? constraint.list() : list;
        }
        return list;
    }

    private static boolean isRequired(Field field) {
        if (field.in() != null && field.in().equals("path")) {
            return true;
        }
        boolean base = field.base().isRequired();
        return field.byDialect().isEmpty()
                ? base
                : field.dialects().stream()
                        .allMatch(dialect -> field.constraint(dialect).isRequired());
    }

    private JavaType type(@Nullable String name, Place place) {
        Overlay.TypeRow row = overlay.types().get(String.valueOf(name));
        if (name == null || row == null) {
            throw place.error("type", "the overlay has no type " + name);
        }
        return types.computeIfAbsent(
                name,
                key -> new JavaType(ClassName.get(overlay.basePackage() + "." + row.in(), name), wire(name), row));
    }

    ClassName enumName(@Nullable String name) {
        String known = String.valueOf(name);
        return ClassName.get(overlay.basePackage() + "." + enumRow(known).in(), known);
    }

    private Overlay.EnumRow enumRow(String name) {
        return TableException.need(overlay.enums().get(name), "overlay of " + table.api() + ": no enum " + name);
    }

    List<Field> schema(String name) {
        return TableException.need(table.schemas().get(name), table.api() + ": no schema " + name);
    }

    String enumDoc(String name) {
        return enumRow(name).doc();
    }

    /** The values the overlay lists, or else all that fields of this type have in the table. */
    Set<String> enumValues(String name) {
        List<String> listed = enumRow(name).values();
        Set<String> values = new LinkedHashSet<>(listed == null ? List.of() : listed);
        if (values.isEmpty()) {
            operations.forEach(
                    operation -> operation.attributes().forEach(attribute -> addValues(attribute, name, values)));
            types.values().forEach(type -> type.attributes().forEach(attribute -> addValues(attribute, name, values)));
        }
        if (values.isEmpty()) {
            throw new TableException(
                    "overlay of " + table.api() + ": enums." + name + ": the table has no values for it");
        }
        return values;
    }

    private static void addValues(Attribute attribute, String name, Set<String> values) {
        if (attribute.type() != null && attribute.type().simpleName().equals(name)) {
            Field field = attribute.field().items() == null
                    ? attribute.field()
                    : attribute.field().items();
            Set<String> known = new HashSet<>();
            values.forEach(value -> known.add(value.toLowerCase(Locale.ROOT)));
            Stream.concat(Stream.of(field.base()), field.byDialect().values().stream())
                    .flatMap(constraint -> constraint.allowed().stream())
                    .map(value -> value.asString(value.toString()))
                    .filter(value -> known.add(value.toLowerCase(Locale.ROOT)))
                    .forEach(values::add);
        }
    }

    private ClassName wire(String java) {
        return ClassName.get(overlay.basePackage() + ".wire", java + "Wire");
    }

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
            return typeRow != null
                    && typeRow.always() != null
                    && typeRow.always().contains(field);
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
}
