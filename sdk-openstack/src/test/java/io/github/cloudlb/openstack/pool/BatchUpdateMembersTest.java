package io.github.cloudlb.openstack.pool;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.Collections;
import java.util.List;

class BatchUpdateMembersTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final BatchMember MEMBER =
            BatchMember.builder().address("192.0.2.1").protocolPort(80).build();
    private static final BatchMember OTHER =
            BatchMember.builder().address("192.0.2.1").protocolPort(81).build();
    private static final BatchMember OTC_MEMBER = BatchMember.builder()
            .address("192.0.2.1")
            .protocolPort(80)
            .subnetId("s-1")
            .build();

    @Observed(in = Area.BATCH, value = "A batch removes all members it does not name")
    @Observed(
            in = Area.BATCH,
            value = "additive_only without a value, or with another than true, is as if absent: others are removed")
    @Pins(value = "member.batch_update", in = "octavia")
    @Test
    void leavesMembersThatAreNotNamedOnOctavia() {
        cloud.on("PUT /v2.0/lbaas/pools/p-1/members").answers(202);

        octavia.pools().batchUpdateMembers("p-1", List.of(MEMBER));

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/pools/p-1/members?additive_only=true "
                        + "{\"members\":[{\"address\":\"192.0.2.1\",\"protocol_port\":80}]}");
    }

    @Observed(in = Area.BATCH, value = "A member named twice in a batch locks the load balancer for ever")
    @Test
    void refusesAMemberNamedTwiceSinceOctaviaWouldStayLockedForEver() {
        assertThatThrownBy(() -> octavia.pools().batchUpdateMembers("p-1", List.of(MEMBER, OTHER, MEMBER)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("members[2]")
                .hasMessageContaining("members[0] once more");
        assertThat(cloud.calls()).isEmpty();
    }

    @Pins(value = "member.batch_update", in = "otc")
    @Test
    void leavesMembersThatAreNotNamedOnOpenTelekomCloud() {
        cloud.on("PUT /v2.0/lbaas/pools/p-1/members").answers(202);

        otc.pools().batchUpdateMembers("p-1", List.of(OTC_MEMBER));

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/pools/p-1/members "
                        + "{\"members\":[{\"address\":\"192.0.2.1\",\"protocol_port\":80,\"subnet_id\":\"s-1\"}],"
                        + "\"action\":\"add\"}");
    }

    @Observed(in = Area.BATCH, value = "A batch removes all members it does not name")
    @Test
    void refusesToReplaceAllMembersWithoutANumber() {
        assertThatThrownBy(() -> octavia.send(BatchUpdateMembers.builder()
                        .poolId("p-1")
                        .addMembers(MEMBER)
                        .additiveOnly(false)
                        .build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("additive_only: \"false\" is not allowed, but true is; Pools.replaceMembers");
        assertThatThrownBy(() -> otc.send(BatchUpdateMembers.builder()
                        .poolId("p-1")
                        .addMembers(OTC_MEMBER)
                        .action(BatchAction.REPLACE)
                        .build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("action: \"replace\" is not allowed, but add and delete are");
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void deletesMembersByTheirIdOnOpenTelekomCloud() {
        cloud.on("PUT /v2.0/lbaas/pools/p-1/members").answers(202);

        otc.send(BatchUpdateMembers.builder()
                .poolId("p-1")
                .addMembers(BatchMember.builder().id("m-1").build())
                .action(BatchAction.DELETE)
                .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/pools/p-1/members {\"members\":[{\"id\":\"m-1\"}],\"action\":\"delete\"}");
    }

    @Test
    void keepsZeroAndFalseOfAMember() {
        cloud.on("PUT /v2.0/lbaas/pools/p-1/members").answers(202);

        octavia.pools()
                .batchUpdateMembers(
                        "p-1",
                        List.of(BatchMember.builder()
                                .address("192.0.2.1")
                                .protocolPort(80)
                                .weight(0)
                                .backup(false)
                                .tags(List.of())
                                .build()));

        assertThat(sent(cloud))
                .endsWith("{\"members\":[{\"address\":\"192.0.2.1\",\"protocol_port\":80,"
                        + "\"weight\":0,\"backup\":false,\"tags\":[]}]}");
    }

    @Observed(in = Area.BATCH, value = "One wrong entry of a batch and nothing is changed")
    @Test
    void namesTheMemberOfTheListThatIsWrong() {
        BatchMember wrong =
                BatchMember.builder().address("192.0.2.2").protocolPort(65536).build();

        assertThatThrownBy(() -> octavia.pools().batchUpdateMembers("p-1", List.of(MEMBER, wrong)))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("members[1].protocol_port");
                    assertThat(refused.value()).isEqualTo("65536");
                    assertThat(refused.allowed()).isEqualTo("1 to 65535 is");
                });
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void refusesADeletionWhereOnlyAdditionsAndReplacementsExist() {
        assertThatThrownBy(() -> octavia.send(BatchUpdateMembers.builder()
                        .poolId("p-1")
                        .addMembers(MEMBER)
                        .action(BatchAction.DELETE)
                        .build()))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("action does not exist in the dialect octavia");
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void refusesAReplacementInTheWordsOfTheOtherDialect() {
        assertThatThrownBy(() -> otc.send(BatchUpdateMembers.builder()
                        .poolId("p-1")
                        .addMembers(OTC_MEMBER)
                        .additiveOnly(false)
                        .build()))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("additive_only does not exist in the dialect otc");
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void asksForWhatTheActionNeeds() {
        assertThatThrownBy(() -> otc.send(BatchUpdateMembers.builder()
                        .poolId("p-1")
                        .addMembers(MEMBER)
                        .action(BatchAction.DELETE)
                        .build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("members[0].id: \"\" is not allowed, but it is required when action is delete");
        assertThatThrownBy(() -> otc.pools().batchUpdateMembers("p-1", List.of(MEMBER)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("members[0].subnet_id");
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void takesTwoHundredMembersAtMostOnOpenTelekomCloud() {
        assertThatThrownBy(() -> otc.pools().batchUpdateMembers("p-1", Collections.nCopies(201, OTC_MEMBER)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("201 entries")
                .hasMessageContaining("0 to 200");
        assertThat(cloud.calls()).isEmpty();
    }
}
