package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.internal.octavia.table.Field;
import io.github.cloudlb.testkit.internal.octavia.table.Table;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What may be sent of a kind of resource, and what it has if nothing is sent: by the table, and {@link Oddities}. */
public final class Shape {
    private static final Map<Kind, Shape> SHAPES = new ConcurrentHashMap<>();
    /** What a resource says of others: they have it, and may be sent along to make them. */
    private static final Set<String> TIES = Set.of(
            "loadbalancers",
            "listeners",
            "pools",
            "l7policies",
            "rules",
            "members",
            "healthmonitor",
            "healthmonitor_id",
            "default_pool");

    private final List<String> answered;
    private final Map<String, Object> initial = new LinkedHashMap<>();
    private final Form creation;
    private final Form change;
    private final Set<String> filters;

    private Shape(Kind kind) {
        this.answered = List.of(kind.answered().split("\\s+"));
        List<Field> created = Table.body(kind.group() + ".create");
        Set<String> changeable =
                Table.body(kind.group() + ".update").stream().map(Field::name).collect(Collectors.toSet());
        List<Field> changed = created.stream()
                .filter(field -> changeable.contains(field.name()))
                .toList();
        created.forEach(field -> initial.put(field.name(), initial(kind.group(), field)));
        if (answered.contains("tenant_id")) {
            initial.put("project_id", OctaviaServer.PROJECT_ID);
            initial.put("tenant_id", OctaviaServer.PROJECT_ID);
        }
        answered.forEach(name -> initial.putIfAbsent(name, Oddities.made(kind, name)));
        initial.keySet().removeAll(TIES);
        this.creation = new Form(attributes(kind.group(), created, true));
        this.change = new Form(attributes(kind.group(), changed, false));
        this.filters = Table.filters(kind.group() + ".list");
    }

    public static Shape of(Kind kind) {
        Shape shape = SHAPES.get(kind);
        return shape != null ? shape : SHAPES.computeIfAbsent(kind, Shape::new);
    }

    /** Refuses what a client may send along, but a landscape has in other words. */
    static void refuseTies(Set<String> names) {
        for (String name : names) {
            if (TIES.contains(name)) {
                throw new IllegalArgumentException("A landscape has no " + name + " here");
            }
        }
    }

    /** What may be sent to change what is no resource of its own. */
    public static Form change(String group) {
        return new Form(attributes(group, Table.body(group + ".update"), false));
    }

    /** Names of the attributes that are answered. */
    public List<String> answered() {
        return answered;
    }

    /** What may be sent with a POST. */
    public Form creation() {
        return creation;
    }

    /** What may be sent with a PUT. */
    public Form change() {
        return change;
    }

    /** What lists can be asked for. */
    public boolean isFilter(String name) {
        return filters.contains(name);
    }

    /** Whether a resource of the kind has it, answered or not. */
    public boolean has(String name) {
        return initial.containsKey(name);
    }

    /** What was sent, and for the rest what Octavia takes. */
    public Map<String, Object> completed(Map<String, Object> sent) {
        Map<String, Object> all = new LinkedHashMap<>(initial);
        all.putAll(sent);
        return all;
    }

    /** What it has if nothing is sent. */
    public @Nullable Object initial(String name) {
        return initial.get(name);
    }

    private static @Nullable Object initial(String group, Field field) {
        boolean always = !field.has("appliesWhen");
        return always && field.has("default") && field.initial() != null
                ? field.initial()
                : Oddities.initial(group, field.name());
    }

    private static List<Attribute> attributes(String group, List<Field> fields, boolean creating) {
        return fields.stream().map(field -> attribute(group, field, creating)).toList();
    }

    private static Attribute attribute(String group, Field field, boolean creating) {
        Object whenNull = Oddities.whenNull(group, field, creating);
        return new Attribute(field.name(), reader(group, field, creating), whenNull, field.isRequired() && creating);
    }

    private static Attribute.Reader reader(String group, Field field, boolean creating) {
        if (!field.schema().isEmpty()) {
            Form nested = new Form(attributes(Oddities.group(field.schema()), Table.schema(field.schema()), true));
            return field.text("type").equals("array") ? Readers.list(nested) : nested::read;
        }
        if (!field.fields().isEmpty()) {
            Form inner = new Form(attributes(group + "." + field.name(), field.fields(), creating));
            return field.text("type").equals("array") ? Readers.list(inner) : inner::read;
        }
        Attribute.Reader odd = Oddities.reader(group, field.name());
        return odd != null ? odd : Readers.of(field);
    }
}
