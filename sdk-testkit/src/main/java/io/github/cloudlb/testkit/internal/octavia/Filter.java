package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The filters in a query: equality with any attribute, and tags. */
public final class Filter {
    private static final Set<String> NO_FILTERS =
            Set.of("fields", "limit", "marker", "page_reverse", "sort", "sort_key", "sort_dir");
    private static final Set<String> TAGS = Set.of("tags", "tags-any", "not-tags", "not-tags-any");
    private static final Set<String> PARENT = Set.of("loadbalancer_id", "load_balancer_id");

    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*([-+]?\\d{1,9})");

    private final Kind kind;
    private final Map<String, List<String>> filters;

    public Filter(Kind kind, Map<String, List<String>> parameters) {
        this.kind = kind;
        this.filters = new LinkedHashMap<>(parameters);
        filters.keySet().removeAll(NO_FILTERS);
    }

    /** Refuses what Octavia knows no filter for. */
    public void check() {
        for (String name : filters.keySet()) {
            boolean known = Shape.of(kind).isFilter(name)
                    || TAGS.contains(name)
                    || (PARENT.contains(name) && (kind == Kind.LISTENER || kind == Kind.POOL));
            if (!known) {
                throw new Refusal(OctaviaErrors.badRequest("One or more arguments are either duplicate or invalid"));
            }
        }
        List<String> projects = filters.getOrDefault("project_id", List.of(OctaviaServer.PROJECT_ID));
        if (kind.isInTree() && kind != Kind.MEMBER && !projects.contains(OctaviaServer.PROJECT_ID)) {
            throw new Refusal(OctaviaErrors.forbidden());
        }
    }

    public boolean accepts(Resource resource) {
        for (Map.Entry<String, List<String>> filter : filters.entrySet()) {
            if (!accepts(filter.getKey(), filter.getValue(), resource)) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(String name, List<String> values, Resource resource) {
        if (TAGS.contains(name)) {
            return hasTags(name, values, resource.attributes());
        }
        return PARENT.contains(name)
                ? resource.loadBalancer().id().contains(values.get(0))
                : equal(values.get(0), resource.attributes().get(name));
    }

    /**
     * As MariaDB compares: a number with a text as far as that is one; texts without regard to case and to blanks at
     * the end. An empty text is null inside.
     */
    private static boolean equal(String wanted, @Nullable Object actual) {
        if (actual instanceof Boolean flag) {
            return Set.of("true", "1", "yes").contains(Text.lower(wanted)) == flag;
        }
        if (actual instanceof Integer number) {
            return number == leadingNumber(wanted);
        }
        return !wanted.isEmpty() && Text.lower(wanted.stripTrailing()).equals(Text.lower(String.valueOf(actual)));
    }

    private static int leadingNumber(String text) {
        Matcher digits = LEADING_NUMBER.matcher(text);
        return digits.lookingAt() ? Integer.parseInt(digits.group(1)) : 0;
    }

    private static boolean hasTags(String how, List<String> values, Map<String, Object> attributes) {
        List<String> wanted = values.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(Text::lower)
                .toList();
        List<String> actual = attributes.get("tags") instanceof List<?> tags
                ? tags.stream().map(tag -> Text.lower(String.valueOf(tag))).toList()
                : List.of();
        Predicate<String> present = actual::contains;
        return switch (how) {
            case "tags" -> wanted.stream().allMatch(present);
            case "tags-any" -> wanted.stream().anyMatch(present);
            case "not-tags" -> !wanted.stream().allMatch(present);
            default -> wanted.stream().noneMatch(present);
        };
    }
}
