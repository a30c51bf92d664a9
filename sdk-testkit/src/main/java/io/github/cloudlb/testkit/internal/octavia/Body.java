package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a client wants a resource to be: its body, checked by the table of {@link Kind}. */
public final class Body {
    private final Kind kind;
    private final String argument;
    private final JsonNode root;

    private Body(Kind kind, String argument, JsonNode root) {
        this.kind = kind;
        this.argument = argument;
        this.root = root;
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

    /** Attributes for a new resource, complete with the initial values of what was not sent. */
    public static Map<String, Object> forNew(RecordedRequest request, Kind kind) {
        Body body = read(request, kind, kind.argument());
        String firstUsed = kind == Kind.MEMBER ? "address" : "project_id";
        return completed(kind, body.attributes(body.single(firstUsed), kind.wrapper(), true));
    }

    /** Only the attributes that were sent. */
    public static Map<String, Object> forChange(RecordedRequest request, Kind kind) {
        Body body = read(request, kind, kind.argument());
        String firstUsed = kind == Kind.MEMBER ? "backup" : "name";
        return body.attributes(body.single(firstUsed), kind.wrapper(), false);
    }

    /** The attributes sent for each of the resources that a batch is to leave. */
    public static List<Map<String, Object>> forBatch(RecordedRequest request, Kind kind) {
        String list = kind.collection();
        if (request.body().isEmpty()) {
            throw new Refusal(OctaviaErrors.server(500, "'NoneType' object has no attribute '" + list + "'"));
        }
        Body body = read(request, kind, list + "_");
        body.refuseUnknown(body.root, List.of(list), body.argument);
        JsonNode wanted = body.root.path(list);
        if (wanted.isMissingNode() || wanted.isNull()) {
            throw new Refusal(OctaviaErrors.server(500, "'" + Python.type(wanted) + "' object is not iterable"));
        }
        if (!wanted.isArray()) {
            throw new Refusal(OctaviaErrors.badRequest(
                    invalid(list + "_", Python.plain(body.root), "Value not a valid list: " + Python.plain(wanted))));
        }
        return StreamSupport.stream(wanted.spliterator(), false)
                .map(one -> body.attributes(one, list, true))
                .toList();
    }

    public static Map<String, Object> completed(Kind kind, Map<String, Object> sent) {
        Map<String, Object> all = new LinkedHashMap<>();
        kind.attributes().forEach(attribute -> all.put(attribute.name(), attribute.initial()));
        all.putAll(sent);
        return all;
    }

    private static Body read(RecordedRequest request, Kind kind, String argument) {
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
        Optional<JsonNode> json = Json.read(request.body());
        return new Body(
                kind,
                argument,
                json.orElseThrow(() -> new Refusal(OctaviaErrors.badRequest("Request is not in valid JSON format"))));
    }

    private JsonNode single(String firstUsed) {
        if (root.isNull()) {
            throw fallsOver(root, kind.wrapper());
        }
        refuseUnknown(root, List.of(kind.wrapper()), argument);
        JsonNode only = root.path(kind.wrapper());
        if (only.isMissingNode() || only.isNull()) {
            throw fallsOver(only, only.isNull() ? "project_id" : firstUsed);
        }
        return only;
    }

    /** Octavia does not expect this, and tells what Python says. */
    private static Refusal fallsOver(JsonNode value, String attribute) {
        return new Refusal(
                OctaviaErrors.server(500, "'" + Python.type(value) + "' object has no attribute '" + attribute + "'"));
    }

    private Map<String, Object> attributes(JsonNode sent, String wrapper, boolean creating) {
        List<Attribute> accepted =
                kind.attributes().stream().filter(one -> one.accepts(creating)).toList();
        refuseUnknown(sent, accepted.stream().map(Attribute::name).toList(), argument + "." + wrapper);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute attribute : accepted) {
            if (sent.has(attribute.name())) {
                take(attribute, sent.get(attribute.name()), creating, values);
            }
        }
        for (Attribute attribute : accepted) {
            if (creating && attribute.required() && values.get(attribute.name()) == null) {
                throw new Refusal(
                        OctaviaErrors.badRequest(invalid(attribute.name(), "None", "Mandatory field missing.")));
            }
        }
        return values;
    }

    private void take(Attribute attribute, JsonNode value, boolean creating, Map<String, Object> values) {
        if (value.isNull()) {
            Object meant = creating ? attribute.nullOnPost() : attribute.nullOnPut();
            if (creating && attribute.name().equals("protocol_port") && kind == Kind.MEMBER) {
                throw new Refusal(OctaviaErrors.server(500, "Something unknown went wrong"));
            }
            if (creating && attribute.name().equals("address")) {
                throw new Refusal(OctaviaErrors.server(500, "None does not appear to be an IPv4 or IPv6 address"));
            }
            if (meant == Attribute.FAILS) {
                throw new Refusal(OctaviaErrors.server(500, "Something unknown went wrong"));
            }
            if (meant != Attribute.ABSENT) {
                values.put(attribute.name(), meant);
            }
        } else if (attribute.reader() != null) {
            values.put(attribute.name(), converted(attribute.name(), attribute.reader(), value));
        }
    }

    private Object converted(String name, Attribute.Reader reader, JsonNode value) {
        try {
            return reader.read(value);
        } catch (BadValue bad) {
            String text = bad.blamesWholeBody()
                    ? invalid(argument, Python.plain(root), bad.message())
                    : invalid(name, Python.plain(value), bad.message());
            throw new Refusal(OctaviaErrors.badRequest(text));
        }
    }

    private static String invalid(String what, String value, String message) {
        return "Invalid input for field/attribute " + what + ". Value: '" + value + "'. " + message;
    }

    private void refuseUnknown(JsonNode sent, List<String> known, String where) {
        if (!sent.isObject()) {
            throw fallsOver(sent, "keys");
        }
        List<String> unknown = sent.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(OctaviaErrors.badRequest("Unknown attribute" + (unknown.size() > 1 ? "s" : "")
                    + " for argument " + where + ": " + String.join(", ", unknown)));
        }
    }
}
