package io.github.cloudlb.alibaba.securitypolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.listener.ListenerProtocol;
import io.github.cloudlb.alibaba.listener.RelatedListener;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Security policies as they go over the wire. */
class SecurityPoliciesTest extends WireTestBase {
    private static final Tag PROD = Tag.builder().key("env").value("prod").build();
    private static final String CIPHER = "ECDHE-ECDSA-AES128-SHA";

    @Test
    @Pins("CreateSecurityPolicy")
    void areCreated() {
        answer("{\"RequestId\": \"req-1\", \"SecurityPolicyId\": \"spy-1\"}");

        CreatedSecurityPolicy created = client.securityPolicies()
                .createSecurityPolicy(CreateSecurityPolicy.builder()
                        .securityPolicyName("strict")
                        .addTlsVersions("TLSv1.2", "TLSv1.3")
                        .addCiphers(CIPHER, "AES256-SHA")
                        .resourceGroupId("rg-1")
                        .addTags(PROD)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateSecurityPolicy",
                "Ciphers.1=" + CIPHER,
                "Ciphers.2=AES256-SHA",
                "ClientToken=c-1",
                "ResourceGroupId=rg-1",
                "SecurityPolicyName=strict",
                "TLSVersions.1=TLSv1.2",
                "TLSVersions.2=TLSv1.3",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
        assertThat(created)
                .isEqualTo(CreatedSecurityPolicy.builder()
                        .securityPolicyId("spy-1")
                        .requestId("req-1")
                        .build());
    }

    @Test
    @Pins("UpdateSecurityPolicyAttribute")
    void areChangedByAJob() {
        answer("{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}");

        AcceptedJob accepted = client.securityPolicies()
                .updateSecurityPolicyAttribute(UpdateSecurityPolicyAttribute.builder()
                        .securityPolicyId("spy-1")
                        .securityPolicyName("stricter")
                        .addTlsVersions("TLSv1.3")
                        .addCiphers(CIPHER)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateSecurityPolicyAttribute",
                "Ciphers.1=" + CIPHER,
                "ClientToken=c-1",
                "SecurityPolicyId=spy-1",
                "SecurityPolicyName=stricter",
                "TLSVersions.1=TLSv1.3");
        assertThat(accepted)
                .isEqualTo(
                        AcceptedJob.builder().jobId("job-1").requestId("req-1").build());
    }

    @Test
    @Pins("DeleteSecurityPolicy")
    void areDeleted() {
        answer("{\"RequestId\": \"req-1\"}");

        Confirmation done = client.securityPolicies()
                .deleteSecurityPolicy(DeleteSecurityPolicy.builder()
                        .securityPolicyId("spy-1")
                        .clientToken("c-1")
                        .build());

        assertSent("DeleteSecurityPolicy", "ClientToken=c-1", "SecurityPolicyId=spy-1");
        assertThat(done).isEqualTo(Confirmation.builder().requestId("req-1").build());
    }

    @Test
    @Pins("ListSecurityPolicies")
    void areListed() {
        answer("""
                {"MaxResults": 50, "NextToken": "t-2", "RequestId": "req-1", "SecurityPolicies": [{
                    "Ciphers": ["ECDHE-ECDSA-AES128-SHA"], "CreateTime": "2022-07-02T02:49:05Z",
                    "ResourceGroupId": "rg-1", "SecurityPolicyId": "spy-1", "SecurityPolicyName": "strict",
                    "SecurityPolicyStatus": "Available", "TLSVersions": ["TLSv1.2", "TLSv1.3"],
                    "Tags": [{"Key": "env", "Value": "prod"}]}], "TotalCount": 1000}
                """);
        ListSecurityPolicies request = ListSecurityPolicies.builder()
                .addSecurityPolicyIds("spy-1", "spy-2")
                .addSecurityPolicyNames("strict", "lax")
                .resourceGroupId("rg-1")
                .addTags(PROD)
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<SecurityPolicy> page = client.send(request);

        assertSent(
                "ListSecurityPolicies",
                "MaxResults=50",
                "NextToken=t-1",
                "ResourceGroupId=rg-1",
                "SecurityPolicyIds.1=spy-1",
                "SecurityPolicyIds.2=spy-2",
                "SecurityPolicyNames.1=strict",
                "SecurityPolicyNames.2=lax",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
        assertThat(page.items())
                .containsExactly(SecurityPolicy.builder()
                        .addCiphers(CIPHER)
                        .createTime(Instant.parse("2022-07-02T02:49:05Z"))
                        .resourceGroupId("rg-1")
                        .securityPolicyId("spy-1")
                        .securityPolicyName("strict")
                        .securityPolicyStatus(SecurityPolicyStatus.AVAILABLE)
                        .addTlsVersions("TLSv1.2", "TLSv1.3")
                        .addTags(PROD)
                        .build());
        assertGoesOn(
                page,
                ListSecurityPolicies.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }

    @Test
    @Pins("ListSystemSecurityPolicies")
    void ofTheServiceAreListedWithoutPages() {
        answer("""
                {"RequestId": "req-1", "SecurityPolicies": [{"Ciphers": ["ECDHE-ECDSA-AES128-SHA"],
                    "SecurityPolicyId": "tls_cipher_policy_1_2", "TLSVersions": ["TLSv1.2"]}]}
                """);

        assertThat(client.securityPolicies().listSystemSecurityPolicies())
                .containsExactly(SecurityPolicy.builder()
                        .addCiphers(CIPHER)
                        .securityPolicyId("tls_cipher_policy_1_2")
                        .addTlsVersions("TLSv1.2")
                        .build());
        assertSent("ListSystemSecurityPolicies");
    }

    @Test
    @Pins("ListSecurityPolicyRelations")
    void tellTheListenersThatUseThemWithoutPages() {
        answer("""
                {"RequestId": "req-1", "SecrityPolicyRelations": [{"RelatedListeners": [{
                    "ListenerId": "lsn-1", "ListenerPort": 443, "ListenerProtocol": "HTTPS",
                    "LoadBalancerId": "alb-1"}], "SecurityPolicyId": "spy-1"}]}
                """);

        Page<SecurityPolicyRelation> page = client.send(ListSecurityPolicyRelations.of(List.of("spy-1", "spy-2")));

        assertSent("ListSecurityPolicyRelations", "SecurityPolicyIds.1=spy-1", "SecurityPolicyIds.2=spy-2");
        assertThat(page.items())
                .containsExactly(SecurityPolicyRelation.builder()
                        .securityPolicyId("spy-1")
                        .addRelatedListeners(RelatedListener.builder()
                                .listenerId("lsn-1")
                                .listenerPort(443)
                                .listenerProtocol(ListenerProtocol.HTTPS)
                                .loadBalancerId("alb-1")
                                .build())
                        .build());
        assertThat(page.next()).isEmpty();
        assertThat(page.envelope()).isEqualTo(Map.of("RequestId", "req-1"));
    }

    @Test
    void areNotCreatedWithoutCiphersOrVersions() {
        assertRefused(
                CreateSecurityPolicy.of("strict", List.of(), List.of("TLSv1.2")),
                "Ciphers",
                "0 entries",
                "at least 1 are");
        assertRefused(
                CreateSecurityPolicy.of("strict", List.of(CIPHER), List.of()),
                "TLSVersions",
                "0 entries",
                "at least 1 are");
    }
}
