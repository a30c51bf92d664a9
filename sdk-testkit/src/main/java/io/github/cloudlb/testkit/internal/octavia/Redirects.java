package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.List;
import java.util.Map;

/** Where an L7 policy leads to: one place only. Source: {@code sanitize_l7policy_api_args} of Octavia 11.0.0. */
final class Redirects {
    private static final int FOUND = 302;
    private static final String POOL = "redirect_pool_id";
    private static final String URL = "redirect_url";
    private static final String PREFIX = "redirect_prefix";
    private static final String CODE = "redirect_http_code";

    private Redirects() {}

    static void forNew(Map<String, Object> attributes) {
        settle(attributes);
    }

    static void forChange(Map<String, Object> changes) {
        if (changes.isEmpty()) {
            throw wrong("Invalid update options");
        }
        settle(changes);
    }

    private static void settle(Map<String, Object> policy) {
        if (policy.containsKey("action")) {
            byAction(String.valueOf(policy.get("action")), policy);
        }
        if (policy.get(POOL) != null && (policy.get(URL) != null || policy.get(PREFIX) != null)) {
            throw wrong("Cannot specify redirect_pool_id and redirect_url or redirect_prefix at the same time");
        }
        if (policy.get(POOL) != null) {
            policy.put("action", "REDIRECT_TO_POOL");
            clear(policy, URL, PREFIX, CODE);
        }
        if (policy.get(URL) != null) {
            policy.put("action", "REDIRECT_TO_URL");
            clear(policy, POOL, PREFIX);
            withCode(policy);
        }
        if (policy.get(PREFIX) != null) {
            policy.put("action", "REDIRECT_PREFIX");
            clear(policy, POOL, URL);
            withCode(policy);
        }
    }

    private static void byAction(String action, Map<String, Object> policy) {
        switch (action) {
            case "REJECT" -> clear(policy, URL, POOL, PREFIX, CODE);
            case "REDIRECT_TO_URL" -> {
                needs(policy, URL, URL);
                clear(policy, POOL);
            }
            case "REDIRECT_TO_POOL" -> {
                needs(policy, POOL, "redirect_pool_id or redirect_pool");
                clear(policy, URL);
            }
            case "REDIRECT_PREFIX" -> needs(policy, PREFIX, PREFIX);
            default ->
                throw new Refusal(OctaviaErrors.badRequest(
                        "Invalid L7 Policy action specified: " + (action.equals("null") ? "None" : action)));
        }
    }

    private static void withCode(Map<String, Object> policy) {
        if (policy.get(CODE) == null) {
            policy.put(CODE, FOUND);
        }
    }

    private static void clear(Map<String, Object> policy, String... names) {
        List.of(names).forEach(name -> policy.put(name, null));
    }

    private static void needs(Map<String, Object> policy, String name, String called) {
        if (policy.get(name) == null) {
            throw wrong(called + " must not be None");
        }
    }

    private static Refusal wrong(String text) {
        return new Refusal(OctaviaErrors.badRequest("Invalid L7 Policy arguments: " + text));
    }
}
