package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list as Octavia answers it: filtered, sorted, cut into pages. */
public final class Listing {
    private static final int MAXIMUM = 1000;
    private static final Comparator<Resource> MAKING = Comparator.comparing(Resource::id);

    private final OctaviaState state;
    private final Kind kind;
    private final RecordedRequest request;
    private final Map<String, List<String>> parameters;

    public Listing(OctaviaState state, Kind kind, RecordedRequest request) {
        this.state = state;
        this.kind = kind;
        this.request = request;
        this.parameters = request.parameters();
    }

    public Answer of(Collection<Resource> resources) {
        int limit = limit();
        Filter filter = new Filter(kind, parameters);
        filter.check();
        List<Resource> found = new ArrayList<>(resources.size());
        for (Resource resource : resources) {
            if (filter.accepts(resource)) {
                found.add(resource);
            }
        }
        Optional<Comparator<Resource>> sorted =
                Sorting.of(kind, request).map(order -> Comparator.comparing(Resource::attributes, order));
        sorted.ifPresent(found::sort);
        List<Resource> rest = afterMarker(found, sorted.orElse(MAKING));
        List<Resource> page = rest.subList(0, Math.min(limit, rest.size()));
        List<Object> shown = new ArrayList<>(page.size());
        page.forEach(resource -> shown.add(shown(resource)));
        return Answer.json(200, Json.object(kind.collection(), shown, kind.links(), links(page, limit)));
    }

    private Object shown(Resource resource) {
        List<String> fields = parameters.get("fields");
        return fields == null && resource.kind() == Kind.MEMBER
                ? resource.written()
                : Views.cut(Views.view(resource), fields);
    }

    private int limit() {
        String limit = first("limit");
        if (limit.isEmpty()) {
            return MAXIMUM;
        }
        try {
            int number = Integer.parseInt(limit);
            if (number < 1) {
                throw new Refusal(
                        OctaviaErrors.server(500, "'>=' not supported between instances of 'int' and 'NoneType'"));
            }
            return Math.min(number, MAXIMUM);
        } catch (NumberFormatException noNumber) {
            throw new Refusal(OctaviaErrors.routing(
                    request, 400, "Bad Request", "Supplied pagination limit '" + limit + "' is not valid."));
        }
    }

    private List<Resource> afterMarker(List<Resource> found, Comparator<Resource> order) {
        String marker = first("marker");
        if (marker.isEmpty()) {
            return found;
        }
        for (int i = 0; i < found.size(); i++) {
            if (marker.equals(found.get(i).id())) {
                return found.subList(i + 1, found.size());
            }
        }
        Optional<Resource> gone = kind == Kind.LOAD_BALANCER ? state.deletedLoadBalancer(marker) : Optional.empty();
        if (gone.isPresent()) {
            Comparator<Resource> total = order.thenComparing(MAKING);
            return found.stream()
                    .filter(one -> total.compare(one, gone.get()) > 0)
                    .toList();
        }
        throw new Refusal(OctaviaErrors.badRequest("Supplied pagination marker '" + marker + "' is not valid."));
    }

    /** A page that is full has a next one, even if that is empty; filters and fields are not in the link. */
    private List<Map<String, Object>> links(List<Resource> page, int limit) {
        List<Map<String, Object>> links = new ArrayList<>();
        if (!page.isEmpty() && !first("marker").isEmpty()) {
            links.add(link("previous", page.get(0), "&page_reverse=True"));
        }
        if (page.size() == limit) {
            links.add(link("next", page.get(limit - 1), ""));
        }
        return links;
    }

    private Map<String, Object> link(String rel, Resource marker, String more) {
        StringBuilder query = new StringBuilder();
        for (String kept : List.of("limit", "sort", "sort_key")) {
            if (!first(kept).isEmpty()) {
                query.append(kept).append('=').append(first(kept)).append('&');
            }
        }
        String host = request.header("host").orElse("127.0.0.1");
        return Json.object(
                "href", "http://" + host + request.path() + "?" + query + "marker=" + marker.id() + more, "rel", rel);
    }

    private String first(String name) {
        Collection<String> values = parameters.getOrDefault(name, List.of());
        return values.stream().findFirst().orElse("");
    }
}
