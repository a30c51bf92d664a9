package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AlreadyExistsException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.pool.BatchMember;
import io.github.cloudlb.openstack.pool.CreateMember;
import io.github.cloudlb.openstack.pool.ListAllMembers;
import io.github.cloudlb.openstack.pool.ListMembers;
import io.github.cloudlb.openstack.pool.Member;
import io.github.cloudlb.openstack.pool.UpdateMember;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class MemberOperationsLiveTest extends LiveTest {
    @Observed(in = Area.NULLS, value = "tags: null does nothing, tags: [] clears")
    @Test
    void createsShowsChangesAndDeletesAMember() {
        Member made = pools.createMember(CreateMember.builder()
                .poolId(poolId)
                .address("192.0.2.201")
                .protocolPort(8080)
                .name("first")
                .weight(7)
                .backup(true)
                .monitorAddress("192.0.2.202")
                .monitorPort(8081)
                .addTags("tier:web", "blue")
                .build());
        assertThat(made.name()).contains("first");
        cloud.awaitActive();

        Member shown = pools.getMember(poolId, made.id());
        assertThat(shown.address()).isEqualTo("192.0.2.201");
        assertThat(shown.protocolPort()).isEqualTo(8080);
        assertThat(shown.weight()).contains(7);
        assertThat(shown.backup()).contains(true);
        assertThat(shown.adminStateUp()).contains(true);
        assertThat(shown.monitorAddress()).contains("192.0.2.202");
        assertThat(shown.monitorPort()).contains(8081);
        assertThat(shown.tags()).containsExactlyInAnyOrder("tier:web", "blue");
        assertThat(shown.subnetId()).isEmpty();
        assertThat(shown.createdAt().orElseThrow())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(10)),
                        Instant.now().plus(Duration.ofMinutes(10)));
        assertThat(shown.unlisted()).isEmpty();

        pools.updateMember(UpdateMember.builder()
                .poolId(poolId)
                .memberId(made.id())
                .weight(0)
                .adminStateUp(false)
                .tags(List.of("green"))
                .build());
        Member drained = pools.getMember(poolId, made.id());
        assertThat(drained.weight()).contains(0);
        assertThat(drained.adminStateUp()).contains(false);
        assertThat(drained.tags()).containsExactly("green");
        assertThat(drained.name()).contains("first");
        assertThat(drained.monitorPort()).contains(8081);

        pools.updateMember(UpdateMember.builder()
                .poolId(poolId)
                .memberId(made.id())
                .clearName()
                .clearWeight()
                .clearBackup()
                .clearMonitorAddress()
                .clearMonitorPort()
                .tags(List.of())
                .build());
        Member cleared = pools.getMember(poolId, made.id());
        assertThat(cleared.name().orElse("")).isEmpty();
        assertThat(cleared.weight()).contains(1);
        assertThat(cleared.backup()).contains(false);
        assertThat(cleared.monitorAddress()).isEmpty();
        assertThat(cleared.monitorPort()).isEmpty();
        assertThat(cleared.tags()).isEmpty();
        assertThat(cleared.adminStateUp()).contains(false);

        pools.deleteMember(poolId, made.id());
        cloud.awaitActive();
        assertThatThrownBy(() -> pools.getMember(poolId, made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsSevenMembersInPagesOfTwo() {
        List<Member> seven = cloud.addMembers(7, 9201);
        wiretap.forget();

        List<Member> listed = pools.listMembers(ListMembers.builder()
                        .poolId(poolId)
                        .limit(2)
                        .protocolPort(9201)
                        .build())
                .toList();

        assertThat(listed).extracting(Member::id).hasSize(7).doesNotHaveDuplicates();
        assertThat(listed)
                .extracting(Member::id)
                .containsExactlyInAnyOrderElementsOf(
                        seven.stream().map(Member::id).toList());
        assertThat(wiretap.seen()).hasSize(4);
    }

    @Observed(in = Area.LISTS, value = "The link to the next page forgets the filters, fields and sort_dir")
    @Test
    void keepsTheFilterAndTheOrderOnEveryPage() {
        cloud.addMembers(5, 9202);
        cloud.addMembers(5, 9203);

        List<Member> listed = pools.listMembers(ListMembers.builder()
                        .poolId(poolId)
                        .protocolPort(9202)
                        .addSort("weight:desc")
                        .limit(2)
                        .build())
                .toList();

        assertThat(listed)
                .extracting(Member::address)
                .containsExactly("192.0.2.5", "192.0.2.4", "192.0.2.3", "192.0.2.2", "192.0.2.1");
    }

    @Test
    void findsMembersByTagsAddressAndWeight() {
        pools.createMember(CreateMember.builder()
                .poolId(poolId)
                .address("192.0.2.211")
                .protocolPort(9204)
                .weight(11)
                .addTags("even", "tier:db")
                .build());
        pools.createMember(CreateMember.builder()
                .poolId(poolId)
                .address("192.0.2.212")
                .protocolPort(9204)
                .weight(12)
                .addTags("tier:web")
                .build());

        assertThat(addresses(find().addTags("even", "tier:db"))).containsExactly("192.0.2.211");
        assertThat(addresses(find().addTagsAny("even", "tier:web")))
                .containsExactlyInAnyOrder("192.0.2.211", "192.0.2.212");
        assertThat(addresses(find().addNotTags("even"))).containsExactly("192.0.2.212");
        assertThat(addresses(find().weight(12))).containsExactly("192.0.2.212");
        assertThat(addresses(find().address("192.0.2.211"))).containsExactly("192.0.2.211");
        assertThat(addresses(find().adminStateUp(false))).isEmpty();
    }

    private ListMembers.Builder find() {
        ListMembers.Builder request = ListMembers.builder();
        request.poolId(poolId).protocolPort(9204);
        return request;
    }

    private List<String> addresses(ListMembers.Builder request) {
        return pools.listMembers(request.build()).map(Member::address).toList();
    }

    @Observed(in = Area.BATCH, value = "A batch removes all members it does not name")
    @Test
    void aBatchAddsAndChangesAndLeavesTheOthersAlone() {
        List<Member> before = cloud.addMembers(3, 9205);

        pools.batchUpdateMembers(
                poolId,
                List.of(
                        BatchMember.builder()
                                .address("192.0.2.1")
                                .protocolPort(9205)
                                .weight(50)
                                .build(),
                        BatchMember.builder()
                                .address("192.0.2.99")
                                .protocolPort(9205)
                                .build()));
        cloud.awaitActive();

        List<Member> after = cloud.members().stream()
                .filter(member -> member.protocolPort() == 9205)
                .toList();
        assertThat(after).hasSize(4);
        assertThat(after)
                .extracting(Member::id)
                .containsAll(before.stream().map(Member::id).toList());
        assertThat(after)
                .filteredOn(member -> member.address().equals("192.0.2.1"))
                .extracting(Member::weight)
                .allSatisfy(weight -> assertThat(weight).contains(50));
    }

    @Test
    void aDuplicateIsToldAsOne() {
        pools.createMember(poolId, "192.0.2.221", 8080);
        cloud.awaitActive();

        assertThatThrownBy(() -> pools.createMember(poolId, "192.0.2.221", 8080))
                .isInstanceOfSatisfying(AlreadyExistsException.class, there -> {
                    assertThat(there.text()).contains("already using ip 192.0.2.221");
                    assertThat(there.applied()).isEqualTo(Applied.NO);
                });
    }

    @Test
    void aWeightOf257IsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> pools.createMember(CreateMember.builder()
                        .poolId(poolId)
                        .address("192.0.2.222")
                        .protocolPort(8080)
                        .weight(257)
                        .build()))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("weight");
                    assertThat(refused.value()).isEqualTo("257");
                });

        assertThat(wiretap.seen()).isEmpty();
    }

    @Observed(in = Area.MEMBERS, value = "Some valid addresses are refused: 169.254.169.254")
    @Test
    void whatTheServiceRefusesIsToldInItsWords() {
        assertThatThrownBy(() -> pools.createMember(poolId, "169.254.169.254", 80))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.text()).contains("169.254.169.254 is not a valid option for member address");
                    assertThat(refused.requestId()).startsWith("req-");
                    assertThat(refused.applied()).isEqualTo(Applied.NO);
                });
        assertThatThrownBy(() -> pools.listMembers(ListMembers.builder()
                                .poolId(poolId)
                                .marker("11111111-2222-3333-4444-555555555555")
                                .build())
                        .toList())
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.text()).contains("Supplied pagination marker"));
    }

    @Test
    void octaviaHasNoListOfAllMembers() {
        assertThatThrownBy(() ->
                        pools.listAllMembers(ListAllMembers.builder().build()).toList())
                .isInstanceOf(UnsupportedException.class);
        assertThat(wiretap.seen()).isEmpty();
    }
}
