package io.github.cloudlb.testkit.internal.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Pages by {@code MaxResults} and {@code NextToken}; the last one has no token. A token belongs to one listing: the
 * operation and all its filters.
 */
final class Paging {
    private static final int USUAL = 20;

    private final Call call;
    private final String listing;
    private final int size;
    private final long after;

    private Paging(Call call) {
        this.call = call;
        Map<String, Object> filters = Values.object(Map.of());
        filters.putAll(call.sent());
        filters.remove("NextToken");
        filters.remove("MaxResults");
        this.listing = Integer.toHexString((call.operation().name() + filters).hashCode());
        this.size = size(call);
        this.after = call.text("NextToken").isEmpty() ? 0 : position(call.text("NextToken"));
    }

    private static int size(Call call) {
        Object usual = Field.find(call.operation().request(), "MaxResults")
                .map(Field::otherwise)
                .orElse(USUAL);
        return call.sent().getOrDefault("MaxResults", usual) instanceof Number number ? number.intValue() : USUAL;
    }

    /** A page of all on a shelf. */
    static Map<String, Object> of(Call call, Shelf shelf, Function<Resource, Map<String, Object>> view) {
        Paging paging = new Paging(call);
        return paging.page(shelf.after(paging.after, paging.size + 1), shelf.size(), view);
    }

    /** A page of these, which are in order. */
    static Map<String, Object> of(Call call, List<Resource> found, Function<Resource, Map<String, Object>> view) {
        Paging paging = new Paging(call);
        int from = 0;
        while (from < found.size() && found.get(from).order() <= paging.after) {
            from++;
        }
        int to = Math.min(found.size(), from + paging.size + 1);
        return paging.page(found.subList(from, to), found.size(), view);
    }

    /** A page of what is no resource, by its place in the list; all of it if the operation has no pages. */
    static <T> Map<String, Object> plain(Call call, List<T> found, Function<T, ?> view) {
        Paging paging = new Paging(call);
        int from = (int) Math.min(found.size(), paging.after);
        boolean paged = Field.find(call.operation().request(), "NextToken").isPresent();
        int to = paged ? Math.min(found.size(), from + paging.size) : found.size();
        List<Object> page = new ArrayList<>();
        found.subList(from, to).forEach(item -> page.add(view.apply(item)));
        return paging.answer(page, found.size(), to < found.size() ? to : -1);
    }

    private Map<String, Object> page(
            List<Resource> andOneMore, int total, Function<Resource, Map<String, Object>> view) {
        boolean more = andOneMore.size() > size;
        List<Resource> here = more ? andOneMore.subList(0, size) : andOneMore;
        List<Object> page = new ArrayList<>(here.size());
        here.forEach(resource -> page.add(view.apply(resource)));
        return answer(page, total, more ? here.get(here.size() - 1).order() : -1);
    }

    private Map<String, Object> answer(List<Object> page, int total, long next) {
        List<String> lists = call.operation().lists();
        Map<String, Object> answer = Json.object("MaxResults", size, "TotalCount", total);
        answer.put(lists.get(lists.size() - 1), page);
        if (next >= 0) {
            answer.put(
                    "NextToken",
                    Base64.getUrlEncoder().withoutPadding().encodeToString((listing + ":" + next).getBytes(UTF_8)));
        }
        return answer;
    }

    private long position(String token) {
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            text = "";
        }
        if (!text.matches(listing + ":\\d{1,18}")) {
            throw call.operation().invalid("", "NextToken", "it was not given out for this listing");
        }
        return Long.parseLong(text.substring(text.indexOf(':') + 1));
    }
}
