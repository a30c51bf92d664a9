package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.keystone.Tokens;
import io.github.cloudlb.testkit.internal.signing.AccessKeys;
import io.github.cloudlb.testkit.internal.signing.SdkHmac;

/** Lets those in who have a token or who sign with an access key, and anybody who asks for the versions. */
final class Gate {
    private final Tokens tokens;
    private final AccessKeys keys;

    Gate(Tokens tokens, AccessKeys keys) {
        this.tokens = tokens;
        this.keys = keys;
    }

    void check(Operation operation, RecordedRequest request) {
        if (operation.group().equals("version")) {
            return;
        }
        if (SdkHmac.isIn(request)) {
            keys.check(request);
            checkProject(request.header("x-project-id").orElse(OctaviaServer.PROJECT_ID));
            return;
        }
        String token = request.header("x-auth-token").orElse("");
        if (!tokens.isValid(token) || !tokens.hasProject(token)) {
            throw refusal(operation, token);
        }
    }

    void checkProject(String project) {
        if (!project.equals(OctaviaServer.PROJECT_ID)) {
            throw OtcErrors.refusal(400, "ELB.9808", "Tenant_id in token mismatches with tenant_id in url.");
        }
    }

    private static RuntimeException refusal(Operation operation, String token) {
        if (operation.group().endsWith("_tag")) {
            return OtcErrors.refusal(401, "VPC.0008", "Invalid token in the header.");
        }
        return token.isEmpty()
                ? OtcErrors.refusal(401, "ELB.1102", "Token is error, Authentication required.")
                : OtcErrors.refusal(401, "ELB.1103", "Token invalid");
    }
}
