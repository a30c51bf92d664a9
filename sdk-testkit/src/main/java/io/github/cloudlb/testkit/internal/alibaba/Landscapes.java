package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Builds resources from plain maps and lists, and tells them so. */
final class Landscapes {
    private static final List<Kind> TOP =
            List.of(Kind.SERVER_GROUP, Kind.ACL, Kind.HEALTH_CHECK_TEMPLATE, Kind.SECURITY_POLICY, Kind.LOAD_BALANCER);
    private static final Map<Kind, List<String>> DEMANDED = Map.of(
            Kind.LISTENER, List.of("ListenerPort", "ListenerProtocol"),
            Kind.RULE, List.of("Priority"),
            Kind.SERVER, List.of("ServerId", "ServerType"),
            Kind.ACL_ENTRY, List.of("Entry"));
    private static final List<String> NOT_IN_TABLES = List.of("AdditionalCertificates", "CapacityModifiedTime");

    private final Account account;
    private final Set<String> names = new HashSet<>(NOT_IN_TABLES);

    Landscapes(Account account) {
        this.account = account;
    }

    void seed(Map<String, Object> landscape) {
        for (String name : landscape.keySet()) {
            if (TOP.stream().noneMatch(kind -> kind.plural().equals(name))) {
                throw new IllegalArgumentException("A landscape has no " + name + ", but "
                        + TOP.stream().map(Kind::plural).toList());
            }
        }
        for (Kind kind : TOP) {
            addAll(kind, null, landscape.get(kind.plural()), kind.plural());
        }
    }

    /** One with all that is said to be below it, ready for use. */
    Resource add(Kind kind, @Nullable Resource parent, Map<String, Object> said, String place) {
        Map<String, Object> own = Values.object(Values.copy(said));
        for (Kind below : kind.children()) {
            own.remove(below.plural());
        }
        check(kind, own, place);
        Resource made = Completion.make(account, kind, parent, own, kind.ready());
        if (account.state().find(kind, made.id()) != null) {
            throw new IllegalArgumentException(place + ": there is " + made + " already");
        }
        account.state().place(made);
        LoadBalancers.remember(account, made);
        for (Kind below : kind.children()) {
            addAll(below, made, said.get(below.plural()), place + "." + below.plural());
        }
        return made;
    }

    private void addAll(Kind kind, @Nullable Resource parent, @Nullable Object list, String place) {
        if (list != null && !(list instanceof List<?>)) {
            throw new IllegalArgumentException(place + " is no list");
        }
        int number = 0;
        for (Object said : list instanceof List<?> all ? all : List.of()) {
            number++;
            if (!(said instanceof Map<?, ?>)) {
                throw new IllegalArgumentException(place + "." + number + " is no map but " + said);
            }
            add(kind, parent, Values.object(said), place + "." + number);
        }
    }

    private void check(Kind kind, Map<String, Object> said, String place) {
        for (String name : DEMANDED.getOrDefault(kind, List.of())) {
            if (said.get(name) == null) {
                throw new IllegalArgumentException(place + " has no " + name);
            }
        }
        if (names.size() == NOT_IN_TABLES.size()) {
            Table.of(account.product()).operations().values().forEach(operation -> {
                collect(operation.request());
                collect(operation.response());
            });
        }
        for (String name : said.keySet()) {
            if (!names.contains(name) && !name.equals(kind.statusField())) {
                throw new IllegalArgumentException(place + ": " + name + " is no field of " + kind.words());
            }
        }
        checkTypes(kind.definition(account.product()), said, place);
    }

    /** Demands of what a creation can be given that it could be. */
    private static void checkTypes(List<Field> fields, Map<?, ?> said, String place) {
        for (Field field : fields) {
            // Answers name tags otherwise than creations do, and have ids of security groups where those have objects.
            for (String name : field.name().equals("Tag") ? List.of("Tag", "Tags") : List.of(field.name())) {
                Object value = said.get(name);
                if (value != null && !name.equals("SecurityGroupIds")) {
                    checkType(field, value, place + "." + name);
                }
            }
        }
    }

    private static void checkType(Field field, Object value, String place) {
        if (!hasType(field, value)) {
            throw new IllegalArgumentException(place + ": " + value + " is no " + field.type());
        }
        Field items = field.items();
        if (value instanceof Map<?, ?> object) {
            checkTypes(field.fields(), object, place);
        } else if (value instanceof List<?> list && items != null) {
            for (int i = 0; i < list.size(); i++) {
                checkType(items, Objects.requireNonNullElse(list.get(i), "null"), place + "." + (i + 1));
            }
        }
    }

    private static boolean hasType(Field field, Object value) {
        return switch (field.type()) {
            case "array" -> value instanceof List<?>;
            case "object" -> value instanceof Map<?, ?>;
            case "integer", "long" -> String.valueOf(value).matches("-?\\d{1,18}");
            case "number" -> value instanceof Number;
            case "boolean" ->
                value instanceof Boolean || List.of("true", "false").contains(value);
            default -> !(value instanceof List<?>) && !(value instanceof Map<?, ?>);
        };
    }

    private void collect(List<Field> fields) {
        for (Field field : fields) {
            names.add(field.name());
            collect(field.inside());
        }
    }

    Map<String, Object> export() {
        Map<String, Object> landscape = Values.object(Map.of());
        for (Kind kind : TOP) {
            put(landscape, kind, account.state().all(kind));
        }
        return landscape;
    }

    private static void put(Map<String, Object> into, Kind kind, Shelf shelf) {
        if (shelf.size() == 0) {
            return;
        }
        List<Object> list = new ArrayList<>();
        for (Resource resource : shelf.all()) {
            Map<String, Object> one = Values.object(Values.copy(resource.attributes()));
            for (Resource above = resource.parent().orElse(null);
                    above != null;
                    above = above.parent().orElse(null)) {
                one.remove(above.kind().idField());
            }
            if (!resource.tags().isEmpty()) {
                List<Object> tags = new ArrayList<>();
                resource.tags().forEach((key, value) -> tags.add(Map.of("Key", key, "Value", value)));
                one.put("Tags", tags);
            }
            kind.children().forEach(below -> put(one, below, resource.children(below)));
            list.add(one);
        }
        into.put(kind.plural(), list);
    }
}
