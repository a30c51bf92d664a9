package io.github.cloudlb.alibaba.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.AlbClient;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.acl.AclEntrySpec;
import io.github.cloudlb.alibaba.common.ResourceType;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.rule.RuleAction;
import io.github.cloudlb.alibaba.rule.RuleCondition;
import io.github.cloudlb.alibaba.rule.RuleSpec;
import io.github.cloudlb.alibaba.rule.RuleUpdate;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.WaitFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Writes that take a list which may be longer than the service takes in one call. */
class SplitWritesTest extends WireTestBase {
    private static final Duration LONG = Duration.ofMinutes(2);

    /** A write of so many things, and how many of them a call takes. */
    enum Write {
        ADD_SERVERS("AddServersToServerGroup", "Servers", 40) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.serverGroups()
                        .addServers("sgp-1", list(count, i -> ServerSpec.ecs("i-" + i, 80)), dryRun);
            }
        },
        UPDATE_SERVERS("UpdateServerGroupServersAttribute", "Servers", 40) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.serverGroups()
                        .updateServers("sgp-1", list(count, i -> ServerSpec.ecs("i-" + i, 80)), dryRun);
            }
        },
        REMOVE_SERVERS("RemoveServersFromServerGroup", "Servers", 40) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.serverGroups()
                        .removeServers("sgp-1", list(count, i -> ServerRef.ecs("i-" + i, 80)), dryRun);
            }
        },
        ADD_ENTRIES("AddEntriesToAcl", "AclEntries", 20) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.acls()
                        .addEntries("acl-1", list(count, i -> AclEntrySpec.of("10.0." + i + ".0/24")), dryRun);
            }
        },
        REMOVE_ENTRIES("RemoveEntriesFromAcl", "Entries", 20) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.acls().removeEntries("acl-1", list(count, i -> "10.0." + i + ".0/24"), dryRun);
            }
        },
        CREATE_RULES("CreateRules", "Rules", 10) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                List<RuleSpec> rules = list(
                        count,
                        i -> RuleSpec.builder()
                                .priority(i + 1)
                                .ruleName("rule-" + i)
                                .addRuleConditions(RuleCondition.path("/" + i))
                                .addRuleActions(RuleAction.forward("sgp-1"))
                                .build());
                return client.rules().createRules("lsn-1", rules, dryRun);
            }
        },
        UPDATE_RULES("UpdateRulesAttribute", "Rules", 10) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                List<RuleUpdate> rules = list(
                        count,
                        i -> RuleUpdate.builder()
                                .ruleId("rule-" + i)
                                .priority(i + 1)
                                .build());
                return client.rules().updateRules(rules, dryRun);
            }
        },
        DELETE_RULES("DeleteRules", "RuleIds", 10) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.rules().deleteRules(list(count, i -> "rule-" + i), dryRun);
            }
        },
        ASSOCIATE_CERTIFICATES("AssociateAdditionalCertificatesWithListener", "Certificates", 15) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.certificates().associate("lsn-1", list(count, i -> "cert-" + i), dryRun);
            }
        },
        DISSOCIATE_CERTIFICATES("DissociateAdditionalCertificatesFromListener", "Certificates", 15) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.certificates().dissociate("lsn-1", list(count, i -> "cert-" + i), dryRun);
            }
        },
        DELETE_SCRIPTS("DeleteAScripts", "AScriptIds", 10) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.aScripts().deleteAScripts(list(count, i -> "as-" + i), dryRun);
            }
        },
        DELETE_TEMPLATES("DeleteHealthCheckTemplates", "HealthCheckTemplateIds", 10) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.healthCheckTemplates().deleteHealthCheckTemplates(list(count, i -> "hct-" + i), dryRun);
            }
        },
        JOIN_GROUPS("LoadBalancerJoinSecurityGroup", "SecurityGroupIds", 4) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.loadBalancers().joinSecurityGroups("alb-1", list(count, i -> "sg-" + i), dryRun);
            }
        },
        LEAVE_GROUPS("LoadBalancerLeaveSecurityGroup", "SecurityGroupIds", 4) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.loadBalancers().leaveSecurityGroups("alb-1", list(count, i -> "sg-" + i), dryRun);
            }
        },
        TAG("TagResources", "ResourceId", 50) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                List<Tag> tags = List.of(Tag.builder().key("k").value("v").build());
                return client.tags().tag(ResourceType.ACL, list(count, i -> "acl-" + i), tags);
            }
        },
        UNTAG("UnTagResources", "ResourceId", 50) {
            @Override
            Change<?> of(AlbClient client, int count, boolean dryRun) {
                return client.tags().untag(ResourceType.ACL, list(count, i -> "acl-" + i), List.of("k"));
            }
        };

        private final String operation;
        private final String field;
        private final int perCall;

        Write(String operation, String field, int perCall) {
            this.operation = operation;
            this.field = field;
            this.perCall = perCall;
        }

        abstract Change<?> of(AlbClient client, int count, boolean dryRun);

        private boolean hasTokens() {
            return this != TAG && this != UNTAG;
        }

        private static <T> List<T> list(int count, IntFunction<T> each) {
            return IntStream.range(0, count).mapToObj(each).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesAsManyCallsAsTheLimitOfACallAsksForEachWithATokenOfItsOwn(Write write) {
        cloud.on("POST /")
                .answers(200, "{\"RequestId\": \"r\", \"JobId\": \"job\"}")
                .always();

        Change<?> change = write.of(client, 2 * write.perCall + 1, false);

        assertThat(calls()).map(call -> call.header("x-acs-action")).containsOnly(write.operation);
        assertThat(calls()).map(call -> things(call, write.field)).containsExactly(write.perCall, write.perCall, 1);
        assertThat(change.answers()).hasSize(3);
        assertThat(change.isDryRun()).isFalse();
        if (write.hasTokens()) {
            assertThat(calls())
                    .map(call -> call.query().get("ClientToken"))
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TAG", "UNTAG"})
    void checksEachCallInADryRun(Write write) {
        cloud.on("POST /")
                .answers(400, "{\"RequestId\": \"r\", \"Code\": \"DryRunOperation\", \"Message\": \"passed\"}")
                .always();

        Change<?> change = write.of(client, write.perCall + 1, true);

        assertThat(change.isDryRun()).isTrue();
        assertThat(change.answers()).hasSize(2);
        assertThat(change.jobIds()).isEmpty();
        assertThat(change.await(LONG)).isEmpty();
        assertThat(calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.query()).containsEntry("DryRun", "true"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEmptyListBeforeItIsSent(Write write) {
        assertThatThrownBy(() -> write.of(client, 0, false)).isInstanceOf(InvalidInputException.class);
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void sendsNothingIfOneOfManyIsWrongAndSaysWhich() {
        List<AclEntrySpec> entries = Write.list(45, i -> AclEntrySpec.of(i == 30 ? "" : "10.0." + i + ".0/24"));

        assertThatThrownBy(() -> client.acls().addEntries("acl-1", entries, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("AclEntries[30].Entry: ");
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void tellsWhatBecameOfEachByItsJobIfNothingElseCanBeRead() {
        cloud.on("POST /")
                .answers(200, "{\"RequestId\": \"r\", \"JobId\": \"one\"}")
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"two\"}")
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"three\"}")
                .then(403, "{\"Code\": \"Forbidden.ServerGroup\", \"Message\": \"m\"}")
                .then(200, jobs("one", "Succeeded", "two", "Failed", "three", "Processing"));
        List<ServerSpec> servers = Write.list(9, i -> ServerSpec.ecs("i-" + i, 80));

        assertThatThrownBy(() -> client.serverGroups().serversPerCall(2).updateServers("sgp-1", servers, false))
                .isInstanceOfSatisfying(PartialChangeException.class, partial -> {
                    assertThat(partial.done()).isEqualTo(servers.subList(0, 2));
                    assertThat(partial.unknown()).isEqualTo(servers.subList(4, 6));
                    assertThat(partial.notDone().toArray())
                            .containsExactly(
                                    servers.get(2), servers.get(3), servers.get(6), servers.get(7), servers.get(8));
                    assertThat(partial.applied()).isEqualTo(Applied.UNKNOWN);
                })
                .hasMessageStartingWith("servers of sgp-1: 2 done, 5 not done, 2 unknown. ")
                .hasCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void tellsWhatIsDoneWhereEachCallIsDoneWhenItIsAnswered() {
        cloud.on("POST /")
                .answers(200, "{\"RequestId\": \"r\"}")
                .then(403, "{\"Code\": \"Forbidden.HealthCheckTemplate\", \"Message\": \"m\"}");
        List<String> ids = Write.list(15, i -> "hct-" + i);

        assertThatThrownBy(() -> client.healthCheckTemplates().deleteHealthCheckTemplates(ids, false))
                .isInstanceOfSatisfying(PartialChangeException.class, partial -> {
                    assertThat(partial.done()).isEqualTo(ids.subList(0, 10));
                    assertThat(partial.notDone()).isEqualTo(ids.subList(10, 15));
                    assertThat(partial.applied()).isEqualTo(Applied.YES);
                });
        assertThat(cloud.calls()).hasSize(2);
    }

    @Test
    void tellsWhatBecameOfEachIfAJobFails() {
        cloud.on("POST /")
                .answers(200, "{\"RequestId\": \"r\", \"JobId\": \"one\"}")
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"two\"}");
        List<ServerSpec> servers = Write.list(3, i -> ServerSpec.ecs("i-" + i, 80));
        Change<?> change = client.serverGroups().serversPerCall(2).updateServers("sgp-1", servers, false);
        cloud.on("POST /")
                .answers(200, jobs("one", "Succeeded", "two", "Failed"))
                .always();

        assertThat(change.jobIds()).containsExactly("one", "two");
        assertThatThrownBy(() -> change.await(LONG))
                .isInstanceOfSatisfying(PartialChangeException.class, partial -> {
                    assertThat(partial.done()).isEqualTo(servers.subList(0, 2));
                    assertThat(partial.notDone()).isEqualTo(servers.subList(2, 3));
                })
                .hasCauseInstanceOf(WaitFailedException.class);
    }

    @Test
    void leavesOutEntriesThatAreOnTheListAlready() {
        cloud.on("POST /")
                .answers(400, "{\"Code\": \"ResourceAlreadyExist.AclEntry\", \"Message\": \"m\"}")
                .then(
                        200,
                        "{\"AclEntries\": [{\"Entry\": \"10.0.0.0/24\", \"Status\": \"Available\"},"
                                + "{\"Entry\": \"10.0.1.0/24\", \"Status\": \"Removing\"}]}")
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"one\"}");

        client.acls().addEntries("acl-1", Write.list(3, i -> AclEntrySpec.of("10.0." + i + ".0/24")), false);

        assertThat(calls())
                .map(call -> call.header("x-acs-action") + things(call, "AclEntries"))
                .containsExactly("AddEntriesToAcl3", "ListAclEntries0", "AddEntriesToAcl2");
    }

    @Test
    void leavesOutWhatIsGoneAlready() {
        cloud.on("POST /")
                .answers(404, "{\"Code\": \"ResourceNotFound.AclEntry\", \"Message\": \"m\"}")
                .then(200, "{\"AclEntries\": [{\"Entry\": \"10.0.1.0/24\", \"Status\": \"Available\"}]}")
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"one\"}");

        client.acls().removeEntries("acl-1", Write.list(3, i -> "10.0." + i + ".0/24"), false);

        assertThat(calls().get(2).query())
                .containsEntry("Entries.1", "10.0.1.0/24")
                .doesNotContainKey("Entries.2");
    }

    @Test
    void leavesOutScriptsThatAreGoneHoweverManyThereAre() {
        cloud.on("POST /")
                .answers(400, "{\"Code\": \"ResourceNotFound.AScript\", \"Message\": \"m\"}")
                .then(200, "{\"AScripts\": [{\"AScriptId\": \"as-3\"}]}")
                .then(200, "{\"AScripts\": [{\"AScriptId\": \"as-22\"}]}")
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"one\"}");

        Change<?> change = client.aScripts().deleteAScripts(Write.list(25, i -> "as-" + i), false);

        assertThat(change.jobIds()).containsExactly("one");
        assertThat(calls().get(3).query()).containsEntry("AScriptIds.1", "as-3").containsEntry("AScriptIds.2", "as-22");
    }

    @Test
    void leavesOutRulesThatAreGoneBeTheyForRequestsOrForAnswers() {
        cloud.on("POST /")
                .answers(404, "{\"Code\": \"ResourceNotFound.Rule\", \"Message\": \"m\"}")
                .then(200, "{\"Rules\": [{\"RuleId\": \"rule-1\"}]}")
                .then(200, "{\"Rules\": [{\"RuleId\": \"rule-2\"}]}")
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"one\"}");

        client.rules().deleteRules(Write.list(4, i -> "rule-" + i), false);

        assertThat(calls().subList(1, 3))
                .map(call -> call.query().get("Direction"))
                .containsExactly("Request", "Response");
        assertThat(calls().get(3).query())
                .containsEntry("RuleIds.1", "rule-1")
                .containsEntry("RuleIds.2", "rule-2")
                .doesNotContainKey("RuleIds.3");
    }

    @Test
    void leavesOutCertificatesThatTheListenerHasAlreadyOrHasNotAnyMore() {
        String certificates = "{\"Certificates\": [{\"CertificateId\": \"cert-1\", \"Status\": \"Associated\"},"
                + "{\"CertificateId\": \"cert-2\", \"Status\": \"Diassociating\"},"
                + "{\"CertificateId\": \"cert-3\", \"Status\": \"Dissociated\"}]}";
        List<String> ids = List.of("cert-1", "cert-2", "cert-3");
        cloud.on("POST /")
                .answers(400, "{\"Code\": \"ResourceAlreadyAssociated.Certificate\", \"Message\": \"m\"}")
                .then(200, certificates)
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"one\"}")
                .then(400, "{\"Code\": \"ResourceNotAssociated.Certificate\", \"Message\": \"m\"}")
                .then(200, certificates)
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"two\"}");

        client.certificates().associate("lsn-1", ids, false);
        client.certificates().dissociate("lsn-1", ids, false);

        assertThat(calls().get(2).query().values()).contains("cert-2", "cert-3").doesNotContain("cert-1");
        assertThat(calls().get(5).query().values()).contains("cert-1", "cert-2").doesNotContain("cert-3");
    }

    @Test
    void leavesOutSecurityGroupsThatAreJoinedOrLeftAlready() {
        String loadBalancer = "{\"LoadBalancerId\": \"alb-1\", \"LoadBalancerStatus\": \"Active\","
                + " \"SecurityGroupIds\": [\"sg-1\"]}";
        cloud.on("POST /")
                .answers(400, "{\"Code\": \"ResourceAlreadyAssociated.SecurityGroup\", \"Message\": \"m\"}")
                .then(200, loadBalancer)
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"one\"}")
                .then(400, "{\"Code\": \"ResourceNotAssociated.SecurityGroup\", \"Message\": \"m\"}")
                .then(200, loadBalancer)
                .then(200, "{\"RequestId\": \"r\", \"JobId\": \"two\"}");

        client.loadBalancers().joinSecurityGroups("alb-1", List.of("sg-1", "sg-2"), false);
        client.loadBalancers().leaveSecurityGroups("alb-1", List.of("sg-1", "sg-2"), false);

        assertThat(calls())
                .map(call -> Optional.ofNullable(call.query().get("SecurityGroupIds.1"))
                        .orElse("-"))
                .containsExactly("sg-1", "-", "sg-2", "sg-1", "-", "sg-1");
    }

    private List<Sent> calls() {
        return cloud.requests().stream().map(Sent::new).toList();
    }

    /** How many things of a list a call has. */
    private static int things(Sent call, String field) {
        TreeMap<String, String> all = new TreeMap<>(call.query());
        all.putAll(call.form());
        return (int) all.keySet().stream()
                .filter(name -> name.startsWith(field + "."))
                .map(name -> name.split("\\.", 3)[1])
                .distinct()
                .count();
    }

    private static String jobs(String... idsAndStates) {
        StringBuilder jobs = new StringBuilder();
        for (int i = 0; i < idsAndStates.length; i += 2) {
            jobs.append(jobs.isEmpty() ? "" : ",")
                    .append("{\"Id\": \"" + idsAndStates[i] + "\", \"Status\": \"" + idsAndStates[i + 1] + "\"}");
        }
        return "{\"RequestId\": \"r\", \"Jobs\": [" + jobs + "]}";
    }
}
