package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Text;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers that are not the cloud's of today: a proxy's, and what a later version of a service may put into one. */
final class Strange {
    private static final String UNHEARD_OF = "UNHEARD_OF";

    private static final String BAD_GATEWAY =
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>"
                    + "\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

    private Strange() {}

    static Answer badGateway() {
        return Answer.of(502, "text/html", BAD_GATEWAY);
    }

    static Answer withUnknownField(Answer answer) {
        return changed(answer, object -> object.put("unheard_of", Map.of("since", "tomorrow")));
    }

    static Answer withUnknownStates(Answer answer) {
        return changed(
                answer,
                object -> object.replaceAll((name, value) ->
                        Text.lower(name).endsWith("status") && value instanceof String ? UNHEARD_OF : value));
    }

    private static Answer changed(Answer answer, Change change) {
        return Json.read(answer.body())
                .map(json -> answer.withBody(Json.write(Objects.requireNonNull(changed(Json.plain(json), change)))))
                .orElse(answer);
    }

    private static @Nullable Object changed(@Nullable Object value, Change change) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> changed(one, change)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((name, inner) -> object.put(String.valueOf(name), changed(inner, change)));
            change.to(object);
            return object;
        }
        return value;
    }

    private interface Change {
        void to(Map<String, @Nullable Object> object);
    }
}
