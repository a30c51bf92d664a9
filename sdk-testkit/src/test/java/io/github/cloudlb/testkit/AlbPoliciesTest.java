package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** Security policies, templates of health checks, scripts: what listeners and server groups are given. */
class AlbPoliciesTest extends AlbStateTestBase {

    @Test
    void aSecurityPolicyInUseStays() throws Exception {
        done("UpdateListenerAttribute", "ListenerId=lsn-https&SecurityPolicyId=spy-1");

        assertThat(code("DeleteSecurityPolicy", "SecurityPolicyId=spy-1"))
                .isEqualTo("400 ResourceInUse.SecurityPolicy");
        assertThat(done(
                                "ListSecurityPolicyRelations",
                                "SecurityPolicyIds.1=spy-1&SecurityPolicyIds.2=tls_cipher_policy_1_2")
                        .path("SecrityPolicyRelations")
                        .findValuesAsText("ListenerId"))
                .containsExactly("lsn-https");
        done("UpdateListenerAttribute", "ListenerId=lsn-https&SecurityPolicyId=tls_cipher_policy_1_1");
        done("DeleteSecurityPolicy", "SecurityPolicyId=spy-1");
        assertThat(code("UpdateListenerAttribute", "ListenerId=lsn-https&SecurityPolicyId=spy-1"))
                .isEqualTo("404 ResourceNotFound.SecurityPolicy");
    }

    @Test
    void aSecurityPolicyIsConfiguringWhileItChanges() throws Exception {
        jobsTakeTenSeconds();
        done("UpdateSecurityPolicyAttribute", "SecurityPolicyId=spy-1&TLSVersions.1=TLSv1.3");
        assertThat(policy().path("SecurityPolicyStatus").asText()).isEqualTo("Configuring");
        assertThat(code("DeleteSecurityPolicy", "SecurityPolicyId=spy-1"))
                .isEqualTo("400 IncorrectStatus.SecurityPolicy");
        tenSecondsPass();

        assertThat(policy().path("TLSVersions").toString()).isEqualTo("[\"TLSv1.3\"]");
        assertThat(policy().path("Ciphers").toString()).isEqualTo("[\"ECDHE-RSA-AES128-SHA\"]");
        assertThat(policy().path("SecurityPolicyStatus").asText()).isEqualTo("Available");
    }

    private JsonNode policy() throws Exception {
        return first("ListSecurityPolicies", "SecurityPolicyNames.1=strict", "SecurityPolicies");
    }

    @Test
    void somePoliciesAreAlwaysThere() throws Exception {
        assertThat(done("ListSystemSecurityPolicies", "")
                        .path("SecurityPolicies")
                        .findValuesAsText("SecurityPolicyId"))
                .contains("tls_cipher_policy_1_0", "tls_cipher_policy_1_2_strict_with_1_3");
        assertThat(done("ListSecurityPolicies", "").path("TotalCount").asInt())
                .as("of one's own")
                .isEqualTo(1);
    }

    @Test
    void aTemplateIsAppliedToAServerGroup() throws Exception {
        jobsTakeTenSeconds();
        String id = done(
                        "CreateHealthCheckTemplate",
                        "HealthCheckTemplateName=slow&HealthCheckInterval=50&HealthCheckHttpVersion=HTTP%201.0")
                .path("HealthCheckTemplateId")
                .asText();
        done("ApplyHealthCheckTemplateToServerGroup", "ServerGroupId=sgp-1&HealthCheckTemplateId=" + id);
        assertThat(group().path("ServerGroupStatus").asText()).isEqualTo("Configuring");
        tenSecondsPass();

        JsonNode check = group().path("HealthCheckConfig");
        assertThat(check.path("HealthCheckInterval").asInt()).isEqualTo(50);
        assertThat(check.path("HealthCheckHttpVersion").asText()).isEqualTo("HTTP1.0");
        assertThat(check.path("HealthCheckEnabled").asBoolean()).isTrue();
        done("DeleteHealthCheckTemplates", "HealthCheckTemplateIds.1=" + id);
        assertThat(code("GetHealthCheckTemplateAttribute", "HealthCheckTemplateId=" + id))
                .isEqualTo("404 ResourceNotFound.HealthCheckTemplate");
    }

    private JsonNode group() throws Exception {
        return first("ListServerGroups", "ServerGroupIds.1=sgp-1", "ServerGroups");
    }

    @Test
    void aTemplateKeepsWhatIsNotSent() throws Exception {
        done("UpdateHealthCheckTemplateAttribute", "HealthCheckTemplateId=hct-1&HealthyThreshold=9");

        JsonNode template = done("GetHealthCheckTemplateAttribute", "HealthCheckTemplateId=hct-1");
        assertThat(template.path("HealthyThreshold").asInt()).isEqualTo(9);
        assertThat(template.path("HealthCheckInterval").asInt()).isEqualTo(10);
        assertThat(template.path("HealthCheckTemplateName").asText()).isEqualTo("careful");
    }

    @Test
    void scriptsAreMadeChangedAndDeleted() throws Exception {
        jobsTakeTenSeconds();
        String id = done(
                        "CreateAScripts",
                        "ListenerId=lsn-http&AScripts.1.AScriptName=second&AScripts.1.ScriptContent=true")
                .at("/AScriptIds/0/AScriptId")
                .asText();
        assertThat(script(id).path("AScriptStatus").asText()).isEqualTo("Creating");
        tenSecondsPass();
        done("UpdateAScripts", "AScripts.1.AScriptId=" + id + "&AScripts.1.ScriptContent=false");
        assertThat(script(id).path("AScriptStatus").asText()).isEqualTo("Configuring");
        tenSecondsPass();
        assertThat(script(id).path("ScriptContent").asText()).isEqualTo("false");
        assertThat(script(id).path("LoadBalancerId").asText()).isEqualTo("alb-1");

        done("DeleteAScripts", "AScriptIds.1=" + id);
        assertThat(script(id).path("AScriptStatus").asText()).isEqualTo("Deleting");
        tenSecondsPass();
        assertThat(done("ListAScripts", "ListenerIds.1=lsn-http")
                        .path("AScripts")
                        .findValuesAsText("AScriptId"))
                .containsExactly("as-1");
        assertThat(code("DeleteAScripts", "AScriptIds.1=" + id)).isEqualTo("400 ResourceNotFound.AScript");
        assertThat(code("UpdateAScripts", "AScripts.1.AScriptId=" + id)).isEqualTo("404 ResourceNotFound.Ascript");
    }

    private JsonNode script(String id) throws Exception {
        return first("ListAScripts", "AScriptIds.1=" + id, "AScripts");
    }
}
