package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Landscapes, tempers and the journal. */
class AlbLandscapeTest extends AlbStateTestBase {
    private static final String ADD =
            "ServerGroupId=sgp-1&Servers.1.ServerType=Ecs&Servers.1.Port=80&Servers.1.ServerId=";

    @Test
    void isBuiltAgainFromWhatWasWrittenDown() throws Exception {
        done("TagResources", "ResourceType=acl&ResourceId.1=acl-1&Tag.1.Key=a&Tag.1.Value=b");
        String written = alb.export();

        try (AlbServer another = AlbServer.start(clock)) {
            another.seed(written);

            assertThat(another.export()).isEqualTo(written);
            assertThat(another.servers("sgp-1")).isEqualTo(alb.servers("sgp-1"));
            assertThat(new AlbBrowser(another.uri(), clock).code("DeleteServerGroup", "ServerGroupId=sgp-1"))
                    .isEqualTo("400 ResourceInUse.ServerGroup");
        }
    }

    @Test
    void whatHasNoIdGetsOneThatIsFree() throws Exception {
        alb.seed("load_balancers: [{LoadBalancerId: alb-testkit00000001}, {LoadBalancerName: second}]");

        assertThat(loadBalancer("alb-testkit00000002").path("LoadBalancerName").asText())
                .isEqualTo("second");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pools: []                                          | A landscape has no pools",
                "acls: {}                                           | acls is no list",
                "acls: [{AclNam: x}]                                | acls.1: AclNam is no field of access control list",
                "server_groups: [{servers: [{ServerId: i-1}]}]      | server_groups.1.servers.1 has no ServerType",
                "acls: [{AclId: acl-1}]                             | acls.1: there is access control list acl-1 already",
                "acls: [offices]                                    | acls.1 is no map but offices",
                "acls: [{entries: [{Entry: }]}]                     | acls.1.entries.1 has no Entry",
                "acls: [{Tags: {team: shop}}]                       | acls.1.Tags: {team=shop} is no array",
                "server_groups: [{HealthCheckConfig: x}]            | server_groups.1.HealthCheckConfig: x is no object",
                "server_groups: [{ConnectionDrainConfig: {ConnectionDrainEnabled: yes}}] | server_groups.1.ConnectionDrainConfig.ConnectionDrainEnabled: yes is no boolean",
                "server_groups: [{servers: [{ServerId: i-1, ServerType: Ecs, Port: 80, Weight: heavy}]}] | server_groups.1.servers.1.Weight: heavy is no integer",
                "load_balancers: [{ZoneMappings: [h]}]              | load_balancers.1.ZoneMappings.1: h is no object",
                "load_balancers: [{ZoneMappings: [null]}]           | load_balancers.1.ZoneMappings.1: null is no object",
                "load_balancers: [{LoadBalancerName: [web]}]        | load_balancers.1.LoadBalancerName: [web] is no string",
            })
    void saysWhatItCannotBuild(String yaml, String why) {
        assertThatThrownBy(() -> alb.seed(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void aStuckServerNeverComesOutOfItsNextChange() throws Exception {
        alb.serverStuck("sgp-1", "i-1");
        String job =
                done("RemoveServersFromServerGroup", ADD + "i-1").path("JobId").asText();
        tenSecondsPass();
        clock.passes(Duration.ofDays(1));

        assertThat(first("ListAsynJobs", "JobIds.1=" + job, "Jobs")
                        .path("Status")
                        .asText())
                .isEqualTo("Processing");
        assertThat(alb.servers("sgp-1")).extracting(AlbBackend::status).containsExactly("Removing", "Available");
        assertThat(code("RemoveServersFromServerGroup", ADD + "i-2")).isEqualTo("400 IncorrectStatus.ServerGroup");
    }

    @Test
    void theJournalTellsOfServersAndJobs() throws Exception {
        done("AddServersToServerGroup", ADD + "i-9");
        done("RemoveServersFromServerGroup", ADD + "i-9");

        assertThat(alb.journal().timeline())
                .contains("sgp-1 has 3 instead of 2", "sgp-1 has 2 instead of 3")
                .contains("AddServersToServerGroup of sgp-1, is Succeeded");
        alb.verify().neverWiped("sgp-1").writesAtMost(2).everySignatureFresh();
    }

    @Test
    void theJournalTellsTwiceMadeFromMadeAndRepeated() throws Exception {
        done("CreateAcl", "AclName=one&ClientToken=t-1");
        done("CreateAcl", "AclName=one&ClientToken=t-1");
        alb.verify().noDoubleCreate();

        done("CreateAcl", "AclName=one&ClientToken=t-2");
        assertThatThrownBy(() -> alb.verify().noDoubleCreate()).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatIsGoneMayBeMadeAgain() throws Exception {
        String acl = done("CreateAcl", "AclName=one").path("AclId").asText();
        done("DeleteAcl", "AclId=" + acl);

        done("CreateAcl", "AclName=one");

        alb.verify().noDoubleCreate();
        assertThat(alb.journal().timeline()).contains(acl + " is gone");
    }

    @Test
    void aGroupThatIsEmptiedIsWiped() throws Exception {
        done(
                "RemoveServersFromServerGroup",
                ADD + "i-1&Servers.2.ServerId=i-2&Servers.2.ServerType=Ecs&Servers.2.Port=80");

        assertThatThrownBy(() -> alb.verify().neverWiped("sgp-1")).isInstanceOf(AssertionError.class);
    }

    @Test
    void aGroupThatIsDeletedWithItsServersIsWiped() throws Exception {
        alb.addServer("sgp-unused", "i-1", "Ecs", 80);
        done("DeleteServerGroup", "ServerGroupId=sgp-unused");

        assertThatThrownBy(() -> alb.verify().neverWiped("sgp-unused")).isInstanceOf(AssertionError.class);
    }

    @Test
    void addsWhatATestNames() throws Exception {
        String id = alb.addLoadBalancer("added");
        String listener = alb.addListener(id, "HTTP", 80, "sgp-unused");

        assertThat(loadBalancer(id).path("LoadBalancerStatus").asText()).isEqualTo("Active");
        assertThat(listenerStatus(listener)).isEqualTo("Running");
        assertThatThrownBy(() -> alb.addListener("alb-none", "HTTP", 80, "sgp-1"))
                .hasMessage("There is no load balancer alb-none");
    }

    @Test
    void whatIsSeededKeepsItsSizeHoweverBig() {
        String many = IntStream.range(0, 3_500)
                .mapToObj(i -> "  - {AclId: acl-many-%d, AclName: %s}\n".formatted(i, "x".repeat(1000)))
                .collect(Collectors.joining());

        alb.seed("acls:\n" + many);

        assertThat(alb.export()).contains("acl-many-3499");
    }

    @Test
    void theJournalTellsADryRunFromAWriteThatHasNone() throws Exception {
        code("CreateAcl", "AclName=one&DryRun=True");
        alb.verify().writesAtMost(0);

        done("TagResources", "ResourceType=acl&ResourceId.1=acl-1&Tag.1.Key=a&Tag.1.Value=b&DryRun=true");
        assertThatThrownBy(() -> alb.verify().writesAtMost(0)).isInstanceOf(AssertionError.class);
    }
}
