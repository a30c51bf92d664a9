package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Lists resources of a kind: those with these ids, those in others, or all, and of those what every other filter takes. */
record Listing(Kind kind) implements Read {
    private static final Set<String> NO_FILTER =
            Set.of("MaxResults", "NextToken", "RegionId", "ClientToken", "DryRun", "LoadBalancerType", "PayType");

    @Override
    public Map<String, Object> answer(Call call) {
        Map<String, List<String>> filters = filters(call);
        List<Map<String, Object>> tags = call.objects("Tag");
        Shelf shelf = shelf(call, filters);
        if (filters.isEmpty() && tags.isEmpty()) {
            return Paging.of(call, shelf, resource -> Views.of(call, resource));
        }
        List<Resource> found = new ArrayList<>();
        for (Resource one : candidates(call, filters, shelf)) {
            if (matches(one, filters) && hasTags(one, tags)) {
                found.add(one);
            }
        }
        found.sort(Comparator.comparingLong(Resource::order));
        return Paging.of(call, found, resource -> Views.of(call, resource));
    }

    /** Wanted values by the name of the attribute: {@code VpcIds} is about {@code VpcId}. */
    private static Map<String, List<String>> filters(Call call) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (Field field : call.operation().request()) {
            Object sent = call.sent().getOrDefault(field.name(), field.otherwise());
            if (sent == null || NO_FILTER.contains(field.name()) || field.name().equals("Tag")) {
                continue;
            }
            if (sent instanceof List<?> list) {
                filters.put(field.name().replaceFirst("s$", ""), Values.texts(list));
            } else {
                filters.put(field.name(), List.of(String.valueOf(sent)));
            }
        }
        return filters;
    }

    /** Of the one parent that a filter names, or all of the kind. */
    private Shelf shelf(Call call, Map<String, List<String>> filters) {
        Kind parent = kind.parent().orElse(null);
        if (parent != null && !call.text(parent.idField()).isEmpty()) {
            filters.remove(parent.idField());
            return call.get(parent).children(kind);
        }
        return call.state().all(kind);
    }

    private Iterable<Resource> candidates(Call call, Map<String, List<String>> filters, Shelf shelf) {
        List<String> ids = kind.hasId() ? filters.remove(kind.idField()) : null;
        if (ids != null) {
            return found(call, kind, ids);
        }
        for (Kind above = kind.parent().orElse(null);
                above != null;
                above = above.parent().orElse(null)) {
            List<String> parents = filters.remove(above.idField());
            if (parents != null) {
                return found(call, above, parents).stream().flatMap(this::below).toList();
            }
        }
        return shelf.all();
    }

    private static List<Resource> found(Call call, Kind kind, List<String> ids) {
        List<Resource> found = new ArrayList<>();
        for (String id : Set.copyOf(ids)) {
            @Nullable Resource one = call.state().find(kind, id);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    private Stream<Resource> below(Resource above) {
        return above.kind() == kind
                ? Stream.of(above)
                : above.kind().children().stream()
                        .flatMap(child -> above.children(child).all().stream())
                        .flatMap(this::below)
                        .filter(one -> one.kind() == kind);
    }

    private static boolean matches(Resource one, Map<String, List<String>> filters) {
        for (Map.Entry<String, List<String>> filter : filters.entrySet()) {
            if (!Values.has(one.attributes(), filter.getKey(), filter.getValue())) {
                return false;
            }
        }
        return true;
    }

    static boolean hasTags(Resource one, List<Map<String, Object>> tags) {
        for (Map<String, Object> tag : tags) {
            String value = one.tags().get(String.valueOf(tag.get("Key")));
            Object wanted = tag.get("Value");
            if (value == null || wanted != null && !wanted.equals(value)) {
                return false;
            }
        }
        return true;
    }
}
