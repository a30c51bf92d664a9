package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.UUID;

/**
 * The refusals of the service and of the gateway before it, with their codes and texts.
 *
 * @see <a href="https://docs.otc.t-systems.com/elastic-load-balancing/api-ref/common_parameters/http_status_codes_of_shared_load_balancers.html">
 *     HTTP status codes of shared load balancers, table 3</a>
 * @see <a href="https://docs.otc.t-systems.com/elastic-load-balancing/api-ref/appendix/error_codes.html">Error codes</a>
 */
final class OtcErrors {

    private OtcErrors() {}

    static Refusal refusal(int status, String code, String message) {
        return new Refusal(answer(status, code, message));
    }

    static Answer answer(int status, String code, String message) {
        String requestId = requestId();
        return Answer.json(status, Json.object("error_msg", message, "error_code", code, "request_id", requestId))
                .with("X-Request-Id", requestId);
    }

    static Refusal noBody(String text) {
        return refusal(400, "ELB.0002", text);
    }

    /** A value that is missing or that cannot be. */
    static Refusal badAttribute(String text) {
        return refusal(400, "ELB.9805", text);
    }

    /** What is refused not by the front but by the layer below: rules between values and between resources. */
    static Refusal invalid(String text) {
        return refusal(400, "ELB.9899", text);
    }

    static Refusal notFound(OtcKind kind, String id) {
        return switch (kind) {
            case CERTIFICATE ->
                id.length() == 32
                        ? refusal(404, "ELB.5040", "The certificate does not exist.")
                        : refusal(400, "ELB.5020", "The certificate ID must be 32 characters.");
            default -> refusal(404, "ELB.9800", kind.wrapper() + " " + id + " could not be found");
        };
    }

    static Refusal quota(OtcKind kind) {
        return kind == OtcKind.CERTIFICATE
                ? refusal(400, "ELB.5151", "The certificate quantity exceeds the quota.")
                : refusal(400, "ELB.9807", "Quota exceeded for resources:['" + kind.group() + "'].");
    }

    /**
     * The one code for conflicts that last, of which the documentation names no causes.
     *
     * @see <a href="https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud/issues/2377">A listener
     *     that is in use</a>
     */
    static Refusal conflict(String text) {
        return refusal(409, "ELB.8907", text);
    }

    /** The other documented cause of 409, which passes: another request uses the resource. No code is told for it. */
    static Refusal locked(Thing loadBalancer) {
        String requestId = requestId();
        String text = "Load Balancer " + loadBalancer.id() + " is immutable and cannot be updated.";
        return new Refusal(Answer.json(409, Json.object("error_msg", text, "request_id", requestId))
                .with("X-Request-Id", requestId));
    }

    static Refusal inUse(OtcKind user, String userId, OtcKind used) {
        return conflict(user.wrapper() + " " + userId + " is using this " + used.wrapper());
    }

    static Answer noSuchApi() {
        return answer(404, "APIGW.0101", "The API does not exist or has not been published in the environment");
    }

    static Answer notAuthenticated(String text) {
        return answer(401, "APIGW.0301", text);
    }

    private static String requestId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
