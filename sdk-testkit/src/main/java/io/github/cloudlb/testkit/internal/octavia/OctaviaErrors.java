package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/** The shapes in which Octavia, and what stands before it, says no. */
public final class OctaviaErrors {

    private OctaviaErrors() {}

    /** Octavia's own shape, for nearly everything. */
    public static Answer client(int status, String text) {
        return fault(status, "Client", text);
    }

    public static Answer server(int status, String text) {
        return fault(status, "Server", text);
    }

    public static Answer badRequest(String text) {
        return client(400, text);
    }

    /** What the checks of a value say. */
    public static Answer invalid(String attribute, String value, String text) {
        return badRequest("Invalid input for field/attribute " + attribute + ". Value: '" + value + "'. " + text);
    }

    /** What Octavia has no name for, in the part of the body that is named so. */
    public static Answer unknown(String where, List<String> names) {
        return badRequest("Unknown attribute" + (names.size() > 1 ? "s" : "") + " for argument " + where + ": "
                + String.join(", ", names));
    }

    /** What the checks of several values together say. */
    public static Answer validation(String detail) {
        return badRequest("Validation failure: " + detail);
    }

    /** Octavia does not expect this, and tells what Python says. */
    public static Answer fallsOver(JsonNode value, String attribute) {
        return server(500, "'" + Python.type(value) + "' object has no attribute '" + attribute + "'");
    }

    public static Answer conflict(String text) {
        return client(409, text);
    }

    public static Answer forbidden() {
        return client(403, "Policy does not allow this request to be performed.");
    }

    public static Answer immutable(Resource resource) {
        return immutable(resource.kind(), resource.id());
    }

    public static Answer immutable(Kind kind, String id) {
        return conflict(kind.title() + " " + id + " is immutable and cannot be updated.");
    }

    public static Answer notFound(Kind kind, String id) {
        return client(404, kind.title() + " " + id + " not found.");
    }

    /** The routing's shape: JSON only for who asks for it. It is thrown for a pool in the middle of a path, too. */
    public static Answer routing(RecordedRequest request, int status, String title, String description) {
        String accept = request.header("accept").orElse("*/*");
        if (accept.contains("application/json")) {
            return Answer.json(status, Json.object("code", status, "title", title, "description", description))
                    .because(title);
        }
        String heading = status + " " + title;
        String explanation = status == 404 && title.equals("Not Found")
                ? "The resource could not be found.<br /><br />\n\n"
                : "The server could not comply with the request since it is either malformed or otherwise incorrect."
                        + "<br /><br />\n" + description + "\n";
        return html(status, heading, explanation).because(title);
    }

    /** Whatever is allowed there. */
    public static Answer notAllowed(RecordedRequest request) {
        return routing(request, 405, "Method Not Allowed", "").with("Allow", "DELETE, GET, POST, PUT");
    }

    /** What authentication answers, in front of Octavia: another shape, and no request id. */
    public static Answer unauthenticated(String identity) {
        return Answer.json(
                        401,
                        Json.object(
                                "error",
                                Json.object(
                                        "code",
                                        401,
                                        "title",
                                        "Unauthorized",
                                        "message",
                                        "The request you have made requires authentication.")))
                .with("WWW-Authenticate", "Keystone uri=\"" + identity + "\"");
    }

    public static Answer notAcceptable(String accept) {
        return html(
                406,
                "406 Not Acceptable",
                "The resource could not be generated that was acceptable to your browser\n(content of type " + accept
                        + ". <br /><br />\n");
    }

    private static Answer html(int status, String heading, String text) {
        return Answer.of(
                status,
                "text/html; charset=UTF-8",
                "<html>\n <head>\n  <title>" + heading + "</title>\n </head>\n <body>\n  <h1>" + heading + "</h1>\n  "
                        + text + "\n\n </body>\n</html>");
    }

    private static Answer fault(int status, String code, String text) {
        return Answer.json(status, Json.object("faultcode", code, "faultstring", text, "debuginfo", null));
    }
}
