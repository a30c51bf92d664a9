package io.github.cloudlb.testkit.internal.alibaba;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was answered to which client token, so that a repeated request changes nothing a second time. */
public final class ClientTokens {
    private final Map<String, Remembered> answers = new HashMap<>();

    private record Remembered(Map<String, String> parameters, Map<String, Object> answer) {}

    /** The answer of the first request with this token; the request must be the same in all else. */
    public Optional<Map<String, Object>> answered(String action, AlbParameters parameters) {
        Remembered first = answers.get(key(action, parameters));
        if (first == null) {
            return Optional.empty();
        }
        if (!first.parameters().equals(compared(parameters))) {
            throw new AlbRefusal(
                    400,
                    "IdempotentParameterMismatch",
                    "The request uses the same client token as a previous, but non-identical request.");
        }
        return Optional.of(first.answer());
    }

    public void remember(String action, AlbParameters parameters, Map<String, Object> answer) {
        if (parameters.text("ClientToken").isPresent()) {
            answers.put(key(action, parameters), new Remembered(compared(parameters), Map.copyOf(answer)));
        }
    }

    /** What makes a request another one. */
    static Map<String, String> compared(AlbParameters parameters) {
        return parameters.without("ClientToken", "SignatureNonce", "Timestamp", "Signature");
    }

    private static String key(String action, AlbParameters parameters) {
        return action + " " + parameters.text("ClientToken").orElse("");
    }
}
