package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.SECURITY_POLICY;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which ciphers listeners speak: by policies that are always there, or by one's own. */
final class SecurityPolicies {
    private static final List<String> OLD = List.of("AES128-SHA", "AES256-SHA", "DES-CBC3-SHA");
    private static final List<String> USUAL =
            List.of("ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA", "ECDHE-RSA-AES128-SHA", "ECDHE-RSA-AES256-SHA");
    private static final List<String> NEW = List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384");
    private static final List<Map<String, Object>> SYSTEM = List.of(
            system("tls_cipher_policy_1_0", List.of("TLSv1.0", "TLSv1.1", "TLSv1.2"), USUAL, OLD),
            system("tls_cipher_policy_1_1", List.of("TLSv1.1", "TLSv1.2"), USUAL, OLD),
            system("tls_cipher_policy_1_2", List.of("TLSv1.2"), USUAL, OLD),
            system("tls_cipher_policy_1_2_strict", List.of("TLSv1.2"), USUAL, List.of()),
            system("tls_cipher_policy_1_2_strict_with_1_3", List.of("TLSv1.2", "TLSv1.3"), USUAL, NEW));

    private SecurityPolicies() {}

    private static Map<String, Object> system(
            String id, List<String> versions, List<String> ciphers, List<String> more) {
        List<String> all = new ArrayList<>(ciphers);
        all.addAll(more);
        return Json.object(
                "SecurityPolicyId", id,
                "SecurityPolicyName", id,
                "TLSVersions", versions,
                "TlsVersions", versions,
                "Ciphers", all);
    }

    /** ListSystemSecurityPolicies and ListSystemSecurityPolicy. */
    static Map<String, Object> listSystem(Call call) {
        return Json.object("SecurityPolicies", SYSTEM);
    }

    /** Ends the call if there is none with this id. */
    static void demand(Call call, String id) {
        if (SYSTEM.stream().noneMatch(policy -> id.equals(policy.get("SecurityPolicyId")))) {
            call.get(SECURITY_POLICY, id);
        }
    }

    /** ListSecurityPolicyRelations. */
    static Map<String, Object> listRelations(Call call) {
        List<Map<String, Object>> relations = new ArrayList<>();
        for (String id : call.texts("SecurityPolicyIds")) {
            demand(call, id);
            relations.add(Json.object("SecurityPolicyId", id, "RelatedListeners", Views.listeners(call, id)));
        }
        return Json.object("SecrityPolicyRelations", relations);
    }
}
