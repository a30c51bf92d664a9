package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was answered to which client token, so that a repeated request changes nothing a second time. */
final class ClientTokens {
    private static final int KEPT = 20_000;

    private final Product product;
    private final Map<String, Remembered> answers = new LinkedHashMap<>();

    ClientTokens(Product product) {
        this.product = product;
    }

    private record Remembered(Map<String, String> likeness, Map<String, Object> answer) {}

    /** The answer of the first request with this token, if there was one; it must be the same in all else. */
    @Nullable
    Map<String, Object> answered(Call call, Map<String, String> likeness) {
        Remembered first = answers.get(key(call));
        if (first == null) {
            return null;
        }
        if (!first.likeness().equals(likeness)) {
            throw call.error(
                    "The request uses the same client token as a previous, but non-identical request.",
                    product.tokenMismatch());
        }
        return first.answer();
    }

    void remember(Call call, Map<String, String> likeness, Map<String, Object> answer) {
        if (call.operation().token() && !call.text("ClientToken").isEmpty()) {
            answers.put(key(call), new Remembered(likeness, Map.copyOf(answer)));
            if (answers.size() > KEPT) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
    }

    private static String key(Call call) {
        return call.operation().name() + " " + call.text("ClientToken");
    }
}
