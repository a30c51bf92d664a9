package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The body of a request, as the operation's row in the table wants it. Names that it does not know count for nothing. */
final class Body {
    private final Operation operation;
    private final OtcKind kind;
    private final JsonNode sent;

    private Body(Operation operation, OtcKind kind, JsonNode sent) {
        this.operation = operation;
        this.kind = kind;
        this.sent = sent;
    }

    static Body of(Operation operation, OtcKind kind, RecordedRequest request) {
        return new Body(operation, kind, object(operation.wrapper(), kind.title(), request));
    }

    /** The object that a body consists of. */
    static JsonNode object(String wrapper, String title, RecordedRequest request) {
        if (request.body().isEmpty()) {
            throw OtcErrors.noBody("RequestBody is null or empty,request is invalid.");
        }
        JsonNode root = Json.read(request.body())
                .orElseThrow(() -> OtcErrors.noBody("RequestBody is null, request is invalid."));
        JsonNode object = wrapper.isEmpty() ? root : root.path(wrapper);
        if (!object.isObject()) {
            throw OtcErrors.noBody(title + " is null, request is invalid.");
        }
        return object;
    }

    JsonNode sent() {
        return sent;
    }

    /** What was sent and counts; {@code known} are the values that rules for some cases go by. */
    Map<String, @Nullable Object> values(UnaryOperator<String> known) {
        Function<String, Refusal> bad = kind == OtcKind.CERTIFICATE
                ? text -> OtcErrors.refusal(400, "ELB.1001", "Request parameters invalid. " + text)
                : OtcErrors::badAttribute;
        String place = "RequestBody" + (operation.wrapper().isEmpty() ? "" : " " + operation.wrapper());
        return new Values(operation.body(), place, known, bad).read(sent);
    }

    /**
     * Refuses what can be set only when something is made.
     *
     * @see <a href="https://github.com/opentelekomcloud/ansible-collection-cloud/issues/63">The text</a>
     */
    void refuseFixed(Operation creation) {
        for (Field field : creation.body()) {
            boolean changeable =
                    operation.body().stream().anyMatch(one -> one.name().equals(field.name()));
            if (!changeable && sent.has(field.name())) {
                throw OtcErrors.invalid("Cannot update read-only attribute " + field.name());
            }
        }
    }
}
