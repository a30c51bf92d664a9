package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Pages by {@code MaxResults} and {@code NextToken}; the last one has no token. */
public final class AlbPage {
    private static final String TOKEN = "next-";

    private AlbPage() {}

    public static <T> Map<String, Object> of(
            String listName, List<T> found, AlbParameters parameters, Function<T, Map<String, Object>> view) {
        int size = parameters.number("MaxResults", 1, 100).orElse(20);
        int from = parameters
                .text("NextToken")
                .filter(token -> !token.isEmpty())
                .map(AlbPage::position)
                .orElse(0);
        int to = Math.min(found.size(), from + size);
        List<Map<String, Object>> page =
                found.subList(Math.min(from, to), to).stream().map(view).toList();
        Map<String, Object> answer = Json.object(listName, page, "MaxResults", size, "TotalCount", found.size());
        if (to < found.size()) {
            answer.put("NextToken", TOKEN + to);
        }
        return answer;
    }

    private static int position(String token) {
        if (!token.matches(TOKEN + "\\d{1,9}")) {
            throw AlbRefusal.invalid("NextToken", "it was not given out here");
        }
        return Integer.parseInt(token.substring(TOKEN.length()));
    }
}
