package io.github.cloudlb.alibaba.nlb.securitypolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.nlb.listener.ListenerProtocol;
import io.github.cloudlb.alibaba.nlb.tag.Tag;
import io.github.cloudlb.core.InvalidInputException;
import org.junit.jupiter.api.Test;

import java.util.List;

class SecurityPoliciesTest extends NlbWireTestBase {
    private static final String ACCEPTED =
            "{\"RequestId\": \"req-1\", \"JobId\": \"job-1\", \"SecurityPolicyId\": \"tls-1\"}";
    private static final SecurityPolicyJob JOB = SecurityPolicyJob.builder()
            .requestId("req-1")
            .jobId("job-1")
            .securityPolicyId("tls-1")
            .build();
    private static final Tag ENV = Tag.builder().key("env").value("prod").build();

    @Test
    @Pins(value = "CreateSecurityPolicy", in = "nlb")
    void areCreated() {
        answer(ACCEPTED);

        SecurityPolicyJob job = nlb.securityPolicies()
                .createSecurityPolicy(CreateSecurityPolicy.builder()
                        .securityPolicyName("strict")
                        .addTlsVersions("TLSv1.2", "TLSv1.3")
                        .addCiphers("ECDHE-RSA-AES128-SHA", "AES128-SHA")
                        .addTags(ENV)
                        .resourceGroupId("rg-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateSecurityPolicy",
                "Ciphers.1=ECDHE-RSA-AES128-SHA",
                "Ciphers.2=AES128-SHA",
                "ClientToken=c-1",
                "DryRun=true",
                "RegionId=cn-hangzhou",
                "ResourceGroupId=rg-1",
                "SecurityPolicyName=strict",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "TlsVersions.1=TLSv1.2",
                "TlsVersions.2=TLSv1.3");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "DeleteSecurityPolicy", in = "nlb")
    void areDeletedAtOnce() {
        answer("{\"RequestId\": \"req-1\"}");

        assertThat(nlb.securityPolicies()
                        .deleteSecurityPolicy(DeleteSecurityPolicy.builder()
                                .securityPolicyId("tls-1")
                                .regionId("cn-hangzhou")
                                .dryRun(true)
                                .clientToken("c-1")
                                .build())
                        .requestId())
                .isEqualTo("req-1");

        assertSent(
                "DeleteSecurityPolicy",
                "ClientToken=c-1",
                "DryRun=true",
                "RegionId=cn-hangzhou",
                "SecurityPolicyId=tls-1");
    }

    @Test
    @Pins(value = "ListSecurityPolicy", in = "nlb")
    void areListedWithTheListenersThatGoByThem() {
        answer("""
                {"RequestId": "req-1", "MaxResults": 20, "NextToken": "", "TotalCount": 1, "SecurityPolicies": [{
                    "Ciphers": "ECDHE-RSA-AES128-SHA,AES128-SHA",
                    "RegionId": "cn-hangzhou",
                    "RelatedListeners": [{
                        "ListenerId": "lsn-1@443",
                        "ListenerPort": 443,
                        "ListenerProtocol": "TCPSSL",
                        "LoadBalancerId": "nlb-1"}],
                    "ResourceGroupId": "rg-1",
                    "SecurityPolicyId": "tls-1",
                    "SecurityPolicyName": "strict",
                    "SecurityPolicyStatus": "Available",
                    "Tags": [{"Key": "env", "Value": "prod"}],
                    "TlsVersion": "TLSv1.2,TLSv1.3"}]}
                """);

        assertThat(nlb.securityPolicies()
                        .listSecurityPolicy(ListSecurityPolicy.builder()
                                .addSecurityPolicyIds("tls-1")
                                .addSecurityPolicyNames("strict")
                                .addTags(ENV)
                                .resourceGroupId("rg-1")
                                .maxResults(20)
                                .nextToken("t")
                                .regionId("cn-hangzhou")
                                .build()))
                .containsExactly(SecurityPolicy.builder()
                        .addCiphers("ECDHE-RSA-AES128-SHA", "AES128-SHA")
                        .regionId("cn-hangzhou")
                        .addRelatedListeners(RelatedListener.builder()
                                .listenerId("lsn-1@443")
                                .listenerPort(443)
                                .listenerProtocol(ListenerProtocol.TCPSSL)
                                .loadBalancerId("nlb-1")
                                .build())
                        .resourceGroupId("rg-1")
                        .securityPolicyId("tls-1")
                        .securityPolicyName("strict")
                        .securityPolicyStatus(SecurityPolicyStatus.AVAILABLE)
                        .addTags(ENV)
                        .addTlsVersions("TLSv1.2", "TLSv1.3")
                        .build());

        // A read in the form, but for its tags.
        assertSent(
                "ListSecurityPolicy",
                parameters("Tag.1.Key=env", "Tag.1.Value=prod"),
                parameters(
                        "MaxResults=20",
                        "NextToken=t",
                        "RegionId=cn-hangzhou",
                        "ResourceGroupId=rg-1",
                        "SecurityPolicyIds.1=tls-1",
                        "SecurityPolicyNames.1=strict"));
    }

    @Test
    @Pins(value = "ListSystemSecurityPolicy", in = "nlb")
    void ofTheServiceAreListed() {
        answer("""
                {"RequestId": "req-1", "SecurityPolicies": [{
                    "Ciphers": "AES128-SHA,DES-CBC3-SHA",
                    "SecurityPolicyId": "tls_cipher_policy_1_0",
                    "SecurityPolicyName": "tls_cipher_policy_1_0",
                    "TlsVersion": "TLSv1.0,TLSv1.1"}]}
                """);

        assertThat(nlb.securityPolicies()
                        .listSystemSecurityPolicy(ListSystemSecurityPolicy.builder()
                                .regionId("cn-hangzhou")
                                .build()))
                .containsExactly(SystemSecurityPolicy.builder()
                        .addCiphers("AES128-SHA", "DES-CBC3-SHA")
                        .securityPolicyId("tls_cipher_policy_1_0")
                        .securityPolicyName("tls_cipher_policy_1_0")
                        .addTlsVersions("TLSv1.0", "TLSv1.1")
                        .build());

        assertSent("ListSystemSecurityPolicy", "RegionId=cn-hangzhou");
    }

    @Test
    @Pins(value = "UpdateSecurityPolicyAttribute", in = "nlb")
    void areChanged() {
        answer(ACCEPTED);

        SecurityPolicyJob job = nlb.securityPolicies()
                .updateSecurityPolicyAttribute(UpdateSecurityPolicyAttribute.builder()
                        .securityPolicyId("tls-1")
                        .securityPolicyName("lax")
                        .addTlsVersions("TLSv1.0")
                        .addCiphers("AES256-SHA")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateSecurityPolicyAttribute",
                "Ciphers.1=AES256-SHA",
                "ClientToken=c-1",
                "DryRun=true",
                "RegionId=cn-hangzhou",
                "SecurityPolicyId=tls-1",
                "SecurityPolicyName=lax",
                "TlsVersions.1=TLSv1.0");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    void needAVersionOfTls() {
        CreateSecurityPolicy none = CreateSecurityPolicy.of(List.of("AES128-SHA"), List.of());

        assertThatThrownBy(() -> nlb.securityPolicies().createSecurityPolicy(none))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("TlsVersions: \"0 entries\" is not allowed, but 1 to 4 are");
        assertThat(cloud.requests()).isEmpty();
    }
}
