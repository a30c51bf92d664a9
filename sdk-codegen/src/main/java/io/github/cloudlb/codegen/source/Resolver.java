package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import io.github.cloudlb.codegen.Field;
import io.github.cloudlb.codegen.Operation;
import io.github.cloudlb.codegen.Table;
import io.github.cloudlb.codegen.TableException;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a table and its overlay together; an error names table, row and field. */
final class Resolver {
    final Table table;
    final Overlay overlay;
    final Map<String, JavaType> types = new LinkedHashMap<>();
    final List<JavaOperation> operations = new ArrayList<>();
    final Enums enums = new Enums(this);

    private Resolver(Table table, Overlay overlay) {
        this.table = table;
        this.overlay = overlay;
    }

    static Resolver of(Table table, Overlay overlay) {
        Resolver resolver = new Resolver(table, overlay);
        // What is made together with something else has fewer facts than in operations of its own: those come first.
        Map<String, JavaOperation> resolved = new HashMap<>();
        overlay.operations().entrySet().stream()
                .sorted(Comparator.comparing(entry -> hasParts(table.operation(entry.getKey()))))
                .forEach(entry -> resolved.put(
                        entry.getKey(), resolver.operation(table.operation(entry.getKey()), entry.getValue())));
        overlay.operations().keySet().forEach(name -> resolver.operations.add(resolved.get(name)));
        for (String type : overlay.types().keySet()) {
            if (!resolver.types.containsKey(type)) {
                throw new TableException("overlay of " + table.api() + ": types." + type + ": nothing uses it");
            }
        }
        return resolver;
    }

    private static boolean hasParts(Operation row) {
        return row.request().fields().stream()
                .anyMatch(field -> FieldFacts.schema(field) != null
                        || field.items() != null && FieldFacts.schema(field.items()) != null);
    }

    private JavaOperation operation(Operation row, Overlay.OperationRow own) {
        Place place = new Place(
                table.api() + " " + table.version(),
                row.name(),
                own,
                row.method().equals("PUT"));
        String java = own.java() == null ? row.name() : own.java();
        List<Attribute> request = new ArrayList<>();
        for (Field field : row.request().fields()) {
            if ("query".equals(field.in()) && row.path().contains("{" + field.name() + "}")) {
                // A filter by what the path says anyway.
                continue;
            }
            attribute(field, "", place, true, null)
                    .map(found -> found.row().value() != null || JavaOperation.isDefaulted(found.wire(), row)
                            ? found.mandatory(true)
                            : found)
                    .ifPresent(request::add);
        }
        boolean texts = JavaOperation.isOfTexts(own);
        JavaType item = own.item() == null || texts ? null : type(own.item(), place);
        JavaType answer = own.answer() == null ? null : type(own.answer(), place);
        List<Field> answered = row.response().fields();
        if (item != null) {
            item.read = true;
            occurs(item, listed(row), "", place, false);
        } else if (answer != null) {
            answer.read = true;
            occurs(answer, answered, "", place, false);
        } else if (!answered.isEmpty() && !texts) {
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
        return FieldFacts.items(row.listed()).fields();
    }

    private void occurs(JavaType type, List<Field> fields, String path, Place place, boolean request) {
        List<Attribute> attributes = new ArrayList<>();
        for (Field field : fields) {
            attribute(field, path, place, request, type).ifPresent(attributes::add);
        }
        type.occurs(attributes, request);
    }

    private Optional<Attribute> attribute(
            Field listed, String path, Place place, boolean request, @Nullable JavaType around) {
        String here = path.isEmpty() ? listed.name() : path + "." + listed.name();
        FieldRow row = overlay.field(
                place,
                request ? here : "answer." + here,
                listed.name(),
                around == null ? null : around.name.simpleName());
        if (row.isOmitted()) {
            return Optional.empty();
        }
        Field field = row.dialects() == null ? listed : listed.only(row.dialects());
        Kind kind = Kinds.of(overlay, field, row, here, place);
        ClassName type = null;
        if (kind == Kind.ENUM || kind == Kind.ENUMS) {
            type = enums.name(row.type());
        } else if (kind == Kind.OBJECT || kind == Kind.OBJECTS) {
            JavaType object = type(row.type(), place);
            boolean json = "json".equals(field.base().encoding());
            object.read |= !request;
            object.written |= request && !json;
            object.json |= request && json;
            List<Field> inner = kind == Kind.OBJECT
                    ? field.fields()
                    : FieldFacts.items(field).fields();
            String schema = FieldFacts.schema(kind == Kind.OBJECT ? field : FieldFacts.items(field));
            occurs(object, schema == null ? inner : schema(schema), here, place, request);
            type = object.name;
        }
        boolean mandatory = request
                ? FieldFacts.isRequired(field) || around != null && around.needs(field.name())
                : around != null && around.always(field.name());
        String name = row.java() == null ? Names.attribute(field.name()) : row.java();
        // An empty list is a value of its own in an update; a request for one thing is not to read fields=[].
        boolean optionalList = request
                && kind.isCollection()
                && !mandatory
                && (place.update() && !"query".equals(field.in())
                        || "field_selection".equals(field.base().kind())
                                && place.row().item() == null);
        return Optional.of(new Attribute(name, kind, type, mandatory, optionalList, field, row, place.at(here)));
    }

    private JavaType type(@Nullable String name, Place place) {
        Overlay.TypeRow row = overlay.types().get(String.valueOf(name));
        if (name == null || row == null) {
            throw place.error("type", "the overlay has no type " + name);
        }
        return types.computeIfAbsent(
                name,
                key -> new JavaType(
                        ClassName.get(overlay.base(row.shared()) + "." + row.in(), name),
                        ClassName.get(overlay.base(row.shared()) + ".wire", name + "Wire"),
                        row));
    }

    List<Field> schema(String name) {
        return TableException.need(table.schemas().get(name), table.api() + ": no schema " + name);
    }

    private ClassName wire(String java) {
        return ClassName.get(overlay.basePackage() + ".wire", java + "Wire");
    }
}
