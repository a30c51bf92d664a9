package io.github.cloudlb.alibaba.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cloudlb.alibaba.AlbClient;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.loadbalancer.LoadBalancer;
import io.github.cloudlb.alibaba.loadbalancer.LoadBalancerEdition;
import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Waiting for the state of a resource, where no job tells of it. */
class StateWaitTest extends WireTestBase {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String MISSING = "{\"Code\": \"ResourceNotFound.LoadBalancer\", \"Message\": \"m\"}";

    /** What is waited for, how it is asked for, and what is answered; only the last answer ends the wait. */
    static Stream<Arguments> waits() {
        return Stream.of(
                wait(
                        "a load balancer to be active",
                        client -> client.loadBalancers().awaitActive("alb-1", LIMIT),
                        "GetLoadBalancerAttribute",
                        loadBalancer("Provisioning"),
                        loadBalancer("Active")),
                wait(
                        "a listener to run",
                        client -> client.listeners().awaitRunning("lsn-1", LIMIT),
                        "GetListenerAttribute",
                        listener("Provisioning"),
                        listener("Stopped"),
                        listener("Running")),
                wait(
                        "a listener to stop",
                        client -> client.listeners().awaitStopped("lsn-1", LIMIT),
                        "GetListenerAttribute",
                        listener("Configuring"),
                        listener("Stopped")),
                wait(
                        "a listener to settle",
                        client -> client.listeners().awaitSettled("lsn-1", LIMIT),
                        "GetListenerAttribute",
                        listener("Configuring"),
                        listener("Stopped")),
                wait(
                        "a rule to be available",
                        client -> client.rules().awaitAvailable("rule-1", LIMIT),
                        "ListRules",
                        listed("Rules", "RuleId", "RuleStatus", "Provisioning"),
                        listed("Rules", "RuleId", "RuleStatus", "Available")),
                wait(
                        "a server group to be available",
                        client -> client.serverGroups().awaitAvailable("sgp-1", LIMIT),
                        "ListServerGroups",
                        listed("ServerGroups", "ServerGroupId", "ServerGroupStatus", "Creating"),
                        listed("ServerGroups", "ServerGroupId", "ServerGroupStatus", "Available")),
                wait(
                        "a server group to be gone",
                        client -> client.serverGroups().awaitDeleted("sgp-1", LIMIT),
                        "ListServerGroups",
                        listed("ServerGroups", "ServerGroupId", "ServerGroupStatus", "Deleting"),
                        "{\"ServerGroups\": []}"),
                wait(
                        "servers to settle",
                        client -> client.serverGroups().awaitServersSettled("sgp-1", LIMIT),
                        "ListServerGroupServers",
                        listed("Servers", "ServerId", "Status", "Adding"),
                        listed("Servers", "ServerId", "Status", "Available")),
                wait(
                        "an ACL to be available",
                        client -> client.acls().awaitAvailable("acl-1", LIMIT),
                        "ListAcls",
                        listed("Acls", "AclId", "AclStatus", "Creating"),
                        listed("Acls", "AclId", "AclStatus", "Available")),
                wait(
                        "an ACL to be gone",
                        client -> client.acls().awaitDeleted("acl-1", LIMIT),
                        "ListAcls",
                        listed("Acls", "AclId", "AclStatus", "Deleting"),
                        "{\"Acls\": []}"),
                wait(
                        "entries to settle",
                        client -> client.acls().awaitEntriesSettled("acl-1", LIMIT),
                        "ListAclEntries",
                        listed("AclEntries", "Entry", "Status", "Removing"),
                        "{\"AclEntries\": []}"),
                wait(
                        "an ACL to be associated",
                        client -> client.acls().awaitAssociated("acl-1", "lsn-1", LIMIT),
                        "ListAclRelations",
                        related("Associating"),
                        related("Associated")),
                wait(
                        "an ACL to be dissociated",
                        client -> client.acls().awaitDissociated("acl-1", "lsn-1", LIMIT),
                        "ListAclRelations",
                        related("Dissociating"),
                        related("Dissociated")),
                wait(
                        "a certificate to be associated",
                        client -> client.certificates().awaitAssociated("lsn-1", "id-1", LIMIT),
                        "ListListenerCertificates",
                        listed("Certificates", "CertificateId", "Status", "Associating"),
                        listed("Certificates", "CertificateId", "Status", "Associated")),
                wait(
                        "a certificate to be dissociated",
                        client -> client.certificates().awaitDissociated("lsn-1", "id-1", LIMIT),
                        "ListListenerCertificates",
                        listed("Certificates", "CertificateId", "Status", "Diassociating"),
                        "{\"Certificates\": []}"),
                wait(
                        "a script to be available",
                        client -> client.aScripts().awaitAvailable("as-1", LIMIT),
                        "ListAScripts",
                        listed("AScripts", "AScriptId", "AScriptStatus", "Configuring"),
                        listed("AScripts", "AScriptId", "AScriptStatus", "Available")),
                wait(
                        "a script to be gone",
                        client -> client.aScripts().awaitDeleted("as-1", LIMIT),
                        "ListAScripts",
                        listed("AScripts", "AScriptId", "AScriptStatus", "Deleting"),
                        "{\"AScripts\": []}"),
                wait(
                        "a policy to be available",
                        client -> client.securityPolicies().awaitAvailable("sp-1", LIMIT),
                        "ListSecurityPolicies",
                        listed("SecurityPolicies", "SecurityPolicyId", "SecurityPolicyStatus", "Configuring"),
                        listed("SecurityPolicies", "SecurityPolicyId", "SecurityPolicyStatus", "Available")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    void looksUntilItIsSo(String what, Consumer<AlbClient> wait, String operation, List<String> answers) {
        answers.forEach(answer -> cloud.on("POST /").answers(200, answer));

        wait.accept(client);

        assertThat(cloud.requests())
                .hasSize(answers.size())
                .allSatisfy(
                        request -> assertThat(request.header("x-acs-action")).contains(operation));
        assertThat(time.pauses()).hasSize(answers.size() - 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    void givesUpWhenTheLimitIsReached(String what, Consumer<AlbClient> wait, String operation, List<String> answers) {
        cloud.on("POST /").answers(200, answers.get(0)).always();

        assertThatThrownBy(() -> wait.accept(client))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("not within " + LIMIT);
        assertThat(time.passed()).isEqualTo(LIMIT);
    }

    @Test
    void aResourceThatIsGoneByItsOwnOperationIsDeleted() {
        cloud.on("POST /").answers(200, loadBalancer("Deleting")).then(404, MISSING);
        client.loadBalancers().awaitDeleted("alb-1", LIMIT);

        cloud.on("POST /").answers(404, MISSING);
        client.listeners().awaitDeleted("lsn-1", LIMIT);

        cloud.on("POST /").answers(200, "{\"Rules\": []}").then(200, "{\"Rules\": []}");
        client.rules().awaitDeleted("rule-1", LIMIT);

        assertThat(cloud.requests()).hasSize(5);
    }

    @Test
    void oneThatWasJustCreatedMayNotBeFoundAtFirst() {
        cloud.on("POST /").answers(404, MISSING).then(404, MISSING).then(200, loadBalancer("Active"));

        assertThat(client.loadBalancers().awaitActive("alb-1", LIMIT).loadBalancerId())
                .isEqualTo("alb-1");

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    void oneThatIsNotFoundForLongDoesNotExist() {
        cloud.on("POST /").answers(404, MISSING).always();

        assertThatThrownBy(() -> client.loadBalancers().awaitActive("alb-1", LIMIT))
                .isInstanceOf(WaitFailedException.class)
                .hasMessage("load balancer alb-1: cannot come any more; last seen: not found");
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void oneThatWasSeenAndIsGoneDoesNotComeBack() {
        cloud.on("POST /").answers(200, loadBalancer("Provisioning")).then(404, MISSING);

        assertThatThrownBy(() -> client.loadBalancers().awaitActive("alb-1", LIMIT))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageEndingWith("last seen: not found");
    }

    @Test
    void oneThatCouldNotBeCreatedFailsAtOnce() {
        cloud.on("POST /").answers(200, loadBalancer("CreateFailed"));

        assertThatThrownBy(() -> client.loadBalancers().awaitActive("alb-1", LIMIT))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageEndingWith("last seen: CreateFailed");
        assertThat(time.passed()).isZero();
    }

    @Test
    void aNewEditionIsThereWhenTheLoadBalancerTellsIt() {
        cloud.on("POST /")
                .answers(200, loadBalancer("Active", "Basic"))
                .then(200, loadBalancer("Configuring", "Standard"))
                .then(200, loadBalancer("Active", "Standard"));

        LoadBalancer seen = client.loadBalancers().awaitEdition("alb-1", LoadBalancerEdition.STANDARD, LIMIT);

        assertThat(seen.loadBalancerEdition()).contains(LoadBalancerEdition.STANDARD);
        assertThat(time.pauses()).hasSize(2);
    }

    @Test
    void aLookThatFailsEndsTheWait() {
        cloud.on("POST /").answers(403, "{\"Code\": \"Forbidden.LoadBalancer\", \"Message\": \"m\"}");

        assertThatThrownBy(() -> client.loadBalancers().awaitActive("alb-1", LIMIT))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aRuleForAnswersIsFoundToo() {
        cloud.on("POST /")
                .answers(200, "{\"Rules\": []}")
                .then(200, listed("Rules", "RuleId", "RuleStatus", "Available"));

        assertThat(client.rules().awaitAvailable("rule-1", LIMIT).ruleId()).isEqualTo("id-1");
    }

    private static Arguments wait(String what, Consumer<AlbClient> wait, String operation, String... answers) {
        return arguments(what, wait, operation, List.of(answers));
    }

    private static String loadBalancer(String status) {
        return loadBalancer(status, "Basic");
    }

    private static String loadBalancer(String status, String edition) {
        return object("LoadBalancerId", "alb-1", "LoadBalancerStatus", status, "LoadBalancerEdition", edition);
    }

    private static String listener(String status) {
        return object("ListenerId", "lsn-1", "ListenerStatus", status);
    }

    private static String listed(String list, String id, String field, String status) {
        return "{\"" + list + "\": [" + object(id, "id-1", field, status) + "]}";
    }

    private static String related(String status) {
        return "{\"AclRelations\": [{\"AclId\": \"acl-1\", \"RelatedListeners\": ["
                + object("ListenerId", "lsn-2", "Status", "Associated") + ","
                + object("ListenerId", "lsn-1", "Status", status) + "]}]}";
    }

    private static String object(String... namesAndValues) {
        return IntStream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .mapToObj(i -> "\"" + namesAndValues[i] + "\": \"" + namesAndValues[i + 1] + "\"")
                .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }
}
