package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a client wants a resource to be: its body, checked by the {@link Shape} of its kind. */
public final class Body {
    private final String argument;
    private final JsonNode root;

    private Body(RecordedRequest request, String argument) {
        this.argument = argument;
        this.root = read(request, argument);
    }

    /** Octavia reads the body of a call that has no use for one, too. */
    public static void refuseUnreadable(RecordedRequest request) {
        boolean useless = request.method().equals("GET") || request.method().equals("DELETE");
        if (useless && !request.body().isEmpty()) {
            JsonNode body = Json.read(request.body())
                    .orElseThrow(() -> new Refusal(OctaviaErrors.badRequest("Request is not in valid JSON format")));
            if (!body.isObject()) {
                throw new Refusal(OctaviaErrors.badRequest("Request must be a JSON dict"));
            }
        }
    }

    /** The attributes that were sent for a new resource. */
    public static Map<String, Object> sentForNew(RecordedRequest request, Kind kind) {
        String firstUsed = kind == Kind.MEMBER ? "address" : "project_id";
        return new Body(request, kind.argument())
                .single(kind.wrapper(), firstUsed, Shape.of(kind).creation());
    }

    /** Attributes for a new resource, complete with the initial values of what was not sent. */
    public static Map<String, Object> forNew(RecordedRequest request, Kind kind) {
        return Shape.of(kind).completed(sentForNew(request, kind));
    }

    /** Only the attributes that were sent. */
    public static Map<String, Object> forChange(RecordedRequest request, Kind kind) {
        String firstUsed = kind == Kind.MEMBER ? "backup" : "name";
        String argument = kind == Kind.L7_RULE ? "l7rule_" : kind.argument();
        return new Body(request, argument)
                .single(kind.wrapper(), firstUsed, Shape.of(kind).change());
    }

    /** What was sent below a wrapper, by a form of its own. */
    public static Map<String, Object> of(RecordedRequest request, String argument, String wrapper, Form form) {
        return new Body(request, argument).single(wrapper, "to_dict", form);
    }

    /** The attributes sent for each of the members that a batch is to leave. */
    public static List<Map<String, Object>> forBatch(RecordedRequest request) {
        if (request.body().isEmpty()) {
            throw new Refusal(OctaviaErrors.server(500, "'NoneType' object has no attribute 'members'"));
        }
        Body body = new Body(request, "members_");
        body.refuseAllBut("members");
        JsonNode wanted = body.root.path("members");
        if (wanted.isMissingNode() || wanted.isNull()) {
            throw new Refusal(OctaviaErrors.server(500, "'" + Python.type(wanted) + "' object is not iterable"));
        }
        if (!wanted.isArray()) {
            throw new Refusal(OctaviaErrors.invalid(
                    "members_", Python.plain(body.root), "Value not a valid list: " + Python.plain(wanted)));
        }
        Form form = Shape.of(Kind.MEMBER).creation();
        List<Map<String, Object>> members = new ArrayList<>(wanted.size());
        wanted.forEach(one -> members.add(body.blaming(() -> form.read(one, "members_.members"))));
        return members;
    }

    private static JsonNode read(RecordedRequest request, String argument) {
        String type = request.header("content-type").orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            throw new Refusal(OctaviaErrors.badRequest("Unknown argument: \"" + request.body() + "\""));
        }
        if (!type.startsWith("application/json")) {
            throw new Refusal(OctaviaErrors.client(415, "Unknown mimetype: " + type));
        }
        if (request.body().isEmpty()) {
            throw new Refusal(OctaviaErrors.badRequest("Missing argument: \"" + argument + "\""));
        }
        return Json.read(request.body())
                .orElseThrow(() -> new Refusal(OctaviaErrors.badRequest("Request is not in valid JSON format")));
    }

    private Map<String, Object> single(String wrapper, String firstUsed, Form form) {
        if (root.isNull()) {
            throw new Refusal(OctaviaErrors.fallsOver(root, wrapper));
        }
        refuseAllBut(wrapper);
        JsonNode only = root.path(wrapper);
        if (only.isMissingNode() || only.isNull()) {
            throw new Refusal(OctaviaErrors.fallsOver(only, only.isNull() ? "project_id" : firstUsed));
        }
        return blaming(() -> form.read(only, argument + "." + wrapper));
    }

    private Map<String, Object> blaming(Supplier<Map<String, Object>> reading) {
        try {
            return reading.get();
        } catch (BadValue bad) {
            throw new Refusal(OctaviaErrors.invalid(argument, Python.plain(root), bad.message()));
        }
    }

    private void refuseAllBut(String wrapper) {
        if (!root.isObject()) {
            throw new Refusal(OctaviaErrors.fallsOver(root, "keys"));
        }
        List<String> unknown = new ArrayList<>();
        root.fieldNames().forEachRemaining(unknown::add);
        unknown.remove(wrapper);
        if (!unknown.isEmpty()) {
            throw new Refusal(OctaviaErrors.unknown(argument, unknown));
        }
    }
}
