package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order asked for by {@code sort}, or by {@code sort_key} and {@code sort_dir}. */
public final class Sorting {

    private Sorting() {}

    public static Optional<Comparator<Map<String, Object>>> of(Kind kind, RecordedRequest request) {
        Optional<Comparator<Map<String, Object>>> order = Optional.empty();
        for (String key : keys(request.parameters())) {
            String[] nameAndDirection = key.split(":", 2);
            String direction = nameAndDirection.length > 1 ? nameAndDirection[1] : "asc";
            check(kind, request, nameAndDirection[0], direction);
            Comparator<Map<String, Object>> next = by(nameAndDirection[0]);
            Comparator<Map<String, Object>> directed = direction.equals("desc") ? next.reversed() : next;
            order = Optional.of(
                    order.map(first -> first.thenComparing(directed)).orElse(directed));
        }
        return order;
    }

    private static List<String> keys(Map<String, List<String>> parameters) {
        if (parameters.containsKey("sort")) {
            return List.of(parameters.get("sort").get(0).split(","));
        }
        List<String> keys = List.of(first(parameters, "sort_key").split(","));
        List<String> directions = List.of(first(parameters, "sort_dir").split(","));
        if (keys.get(0).isEmpty()) {
            return List.of();
        }
        return java.util.stream.IntStream.range(0, keys.size())
                .mapToObj(i -> i < directions.size() && !directions.get(i).isEmpty()
                        ? keys.get(i) + ":" + directions.get(i)
                        : keys.get(i))
                .toList();
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    private static void check(Kind kind, RecordedRequest request, String name, String direction) {
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw new Refusal(OctaviaErrors.routing(
                    request, 400, "Bad Request", "Supplied sort direction '" + direction + "' is not valid."));
        }
        if (!Shape.of(kind).has(name)) {
            throw new Refusal(OctaviaErrors.badRequest("Supplied sort key '" + name + "' is not valid."));
        }
    }

    private static Comparator<Map<String, Object>> by(String name) {
        return (some, other) -> compare(some.get(name), other.get(name));
    }

    private static int compare(@Nullable Object some, @Nullable Object other) {
        if (some instanceof Integer number && other instanceof Integer otherNumber) {
            return number.compareTo(otherNumber);
        }
        return Text.lower(String.valueOf(some)).compareTo(Text.lower(String.valueOf(other)));
    }
}
