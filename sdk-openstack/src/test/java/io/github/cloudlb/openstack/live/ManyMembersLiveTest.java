package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.openstack.live.Wiretap.Exchange;
import io.github.cloudlb.openstack.pool.BatchMember;
import io.github.cloudlb.openstack.pool.ChangedMember;
import io.github.cloudlb.openstack.pool.ChangedMember.Outcome;
import io.github.cloudlb.openstack.pool.Member;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.openstack.pool.UpdateMember;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ManyMembersLiveTest extends LiveTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Octavia takes one at a time, in more than a second each. */
    private static final int LEAVING = Integer.parseInt(System.getenv().getOrDefault("LIVE_REMOVALS", "40"));

    @Test
    void adds200Changes10AndRemovesManyInFewRequestsAndTouchesNoOther() {
        Member bystander = bystander();
        List<BatchMember> two = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> entry("10.1.0." + i, 3))
                .toList();

        wiretap.forget();
        assertThat(pools.updateMembers(poolId, two))
                .extracting(ChangedMember::outcome)
                .containsOnly(Outcome.CREATED)
                .hasSize(200);
        String adding = requests();
        cloud.awaitActive();
        Map<String, Member> made = byAddress();
        assertThat(made).hasSize(201);

        wiretap.forget();
        assertThat(pools.updateMembers(
                        poolId,
                        IntStream.rangeClosed(191, 200)
                                .mapToObj(i -> BatchMember.builder()
                                        .address("10.1.0." + i)
                                        .protocolPort(80)
                                        .weight(9)
                                        .build())
                                .toList()))
                .extracting(ChangedMember::outcome)
                .containsOnly(Outcome.UPDATED)
                .hasSize(10);
        String changing = requests();
        cloud.awaitActive();

        List<String> ids = IntStream.rangeClosed(1, LEAVING)
                .mapToObj(i -> made.get("10.1.0." + i).id())
                .toList();
        wiretap.forget();
        assertThat(client.with(CallOptions.limit(Duration.ofMinutes(20)))
                        .pools()
                        .removeMembers(poolId, ids)
                        .values())
                .containsOnly(Removal.REMOVED)
                .hasSize(LEAVING);
        String removing = requests();
        cloud.awaitActive();

        Map<String, Member> left = byAddress();
        assertThat(left).hasSize(201 - LEAVING);
        IntStream.rangeClosed(LEAVING + 1, 200).forEach(i -> {
            Member after = left.get("10.1.0." + i);
            assertThat(after.id()).isEqualTo(made.get("10.1.0." + i).id());
            assertThat(after.weight()).hasValue(i > 190 ? 9 : 3);
            assertThat(after.name()).hasValue("many");
        });
        assertThat(left.get("10.9.0.1"))
                .usingRecursiveComparison()
                .ignoringFields("updatedAt", "operatingStatus", "provisioningStatus")
                .isEqualTo(bystander);
        System.out.printf("200 added: %s; 10 changed: %s; %d removed: %s%n", adding, changing, LEAVING, removing);
    }

    @Test
    void refusesToReplaceMoreThanWasConsentedTo() {
        pools.updateMembers(poolId, List.of(entry("10.3.0.1", 1), entry("10.3.0.2", 1)));
        cloud.awaitActive();
        int before = cloud.members().size();

        assertThatThrownBy(() -> pools.replaceMembers(poolId, List.of(entry("10.3.0.1", 1)), before - 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("that remove " + (before - 1) + " others");

        assertThat(cloud.members()).hasSize(before);
    }

    private Member bystander() {
        pools.updateMembers(poolId, List.of(entry("10.9.0.1", 7)));
        Member member = byAddress().get("10.9.0.1");
        pools.awaitMember(poolId, member.id(), LIMIT);
        pools.updateMember(UpdateMember.builder()
                .poolId(poolId)
                .memberId(member.id())
                .name("bystander")
                .backup(true)
                .monitorPort(99)
                .tags(List.of("kept"))
                .build());
        return pools.awaitMember(poolId, member.id(), LIMIT);
    }

    private Map<String, Member> byAddress() {
        return cloud.members().stream()
                .filter(member ->
                        member.address().startsWith("10.1.") || member.address().startsWith("10.9."))
                .collect(Collectors.toMap(Member::address, Function.identity()));
    }

    private String requests() {
        List<Exchange> seen = wiretap.seen();
        return seen.size() + " requests "
                + seen.stream()
                        .collect(Collectors.groupingBy(
                                exchange -> exchange.method() + " " + exchange.status(),
                                TreeMap::new,
                                Collectors.counting()));
    }

    private static BatchMember entry(String address, int weight) {
        return BatchMember.builder()
                .address(address)
                .protocolPort(80)
                .name("many")
                .weight(weight)
                .build();
    }
}
