package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.octavia.OctaviaHandler;
import io.github.cloudlb.testkit.internal.signing.Digests;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A list: filtered, sorted, and if a limit is given cut into pages, which only then have links. */
final class Listing {
    private static final Set<String> OF_ONE_PAGE = Set.of("marker", "page_reverse");

    private final Operation operation;
    private final OtcKind kind;
    private final RecordedRequest request;
    private final Map<String, List<String>> parameters;
    private final Filters filters;
    private final int limit;
    private final String marker;
    private final boolean backwards;

    Listing(Operation operation, OtcKind kind, RecordedRequest request) {
        this.operation = operation;
        this.kind = kind;
        this.request = request;
        this.parameters = request.parameters();
        this.filters = new Filters(operation, parameters);
        this.limit = limit();
        this.marker = limit == 0 ? "" : first("marker");
        this.backwards = limit > 0 && first("page_reverse").equalsIgnoreCase("true");
    }

    Answer of(NavigableMap<String, Thing> all) {
        List<Thing> found = taken(inOrder(filters.ids().isEmpty() ? all : asked(all)));
        boolean more = limit > 0 && found.size() > limit;
        List<Thing> page = more ? found.subList(0, limit) : found;
        if (backwards) {
            Collections.reverse(page);
        }
        Map<String, Object> body =
                Json.object(kind.collection(), page.stream().map(this::view).toList());
        if (kind == OtcKind.CERTIFICATE) {
            body.put("instance_num", page.size());
        } else if (limit > 0) {
            body.put(kind.collection() + "_links", links(page, more));
        }
        return Answer.json(200, body);
    }

    private NavigableMap<String, Thing> asked(NavigableMap<String, Thing> all) {
        NavigableMap<String, Thing> asked = new TreeMap<>();
        for (String id : filters.ids()) {
            Thing thing = all.get(id);
            if (thing != null) {
                asked.put(id, thing);
            }
        }
        return asked;
    }

    /** From the marker on in the direction asked for. */
    private Collection<Thing> inOrder(NavigableMap<String, Thing> all) {
        List<Comparator<Thing>> order = order();
        if (order.isEmpty()) {
            NavigableMap<String, Thing> directed = backwards ? all.descendingMap() : all;
            return marker.isEmpty()
                    ? directed.values()
                    : directed.tailMap(marker, false).values();
        }
        List<Thing> sorted = new ArrayList<>(all.values());
        sorted.sort(order.stream().reduce(Comparator::thenComparing).orElseThrow());
        if (backwards) {
            Collections.reverse(sorted);
        }
        List<String> ids = sorted.stream().map(Thing::id).toList();
        return sorted.subList(ids.indexOf(marker) + 1, sorted.size());
    }

    /** One more than the page takes, if there are so many. */
    private List<Thing> taken(Collection<Thing> things) {
        List<Thing> found = new ArrayList<>();
        for (Thing thing : things) {
            if (limit > 0 && found.size() > limit) {
                break;
            }
            if (filters.accept(thing)) {
                found.add(thing);
            }
        }
        return found;
    }

    private Object view(Thing thing) {
        Map<String, @Nullable Object> view = Views.of(thing, operation.answered());
        if (first("display_all_rules").equals("true")) {
            List<Field> rule = Table.answered(OtcKind.L7_RULE);
            view.put(
                    "rules",
                    thing.all(OtcKind.L7_RULE).stream()
                            .map(one -> Views.of(one, rule))
                            .toList());
        }
        return view;
    }

    private int limit() {
        String sent = first("limit");
        try {
            int number = sent.isEmpty() ? 0 : Integer.parseInt(sent);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw badQuery();
        }
        throw badQuery();
    }

    private List<Comparator<Thing>> order() {
        List<String> keys = parameters.getOrDefault("sort_key", List.of());
        List<String> directions = parameters.getOrDefault("sort_dir", List.of());
        if (keys.size() != directions.size()) {
            throw badQuery();
        }
        List<Comparator<Thing>> order = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            order.add(by(keys.get(i), directions.get(i)));
        }
        return order;
    }

    private Comparator<Thing> by(String key, String direction) {
        boolean known =
                operation.answered().stream().anyMatch(field -> field.name().equals(key));
        if (!known || !direction.matches("asc|desc")) {
            throw badQuery();
        }
        Comparator<Thing> ascending = (some, other) -> compare(Views.value(some, key), Views.value(other, key));
        return direction.equals("desc") ? ascending.reversed() : ascending;
    }

    private static int compare(@Nullable Object some, @Nullable Object other) {
        return some instanceof Integer number && other instanceof Integer otherNumber
                ? number.compareTo(otherNumber)
                : Objects.toString(some, "").compareTo(Objects.toString(other, ""));
    }

    private List<Map<String, Object>> links(List<Thing> page, boolean more) {
        List<Map<String, Object>> links = new ArrayList<>();
        if (!page.isEmpty() && (backwards ? !marker.isEmpty() : more)) {
            links.add(link("next", page.get(page.size() - 1), ""));
        }
        if (!page.isEmpty() && (backwards ? more : !marker.isEmpty())) {
            links.add(link("previous", page.get(0), "&page_reverse=True"));
        }
        return links;
    }

    /** With limit, order and filters as they were asked for. */
    private Map<String, Object> link(String rel, Thing at, String more) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> {
            if (!OF_ONE_PAGE.contains(name)) {
                query.append(name)
                        .append('=')
                        .append(Digests.percentEncoded(value))
                        .append('&');
            }
        }));
        String href = OctaviaHandler.origin(request) + request.path() + "?" + query + "marker=" + at.id() + more;
        return Json.object("href", href, "rel", rel);
    }

    private String first(String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    private static Refusal badQuery() {
        return OtcErrors.refusal(400, "ELB.1004", "Query condition is not valid.");
    }
}
