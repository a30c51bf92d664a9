package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.pool.BatchMember;
import io.github.cloudlb.openstack.pool.Member;
import io.github.cloudlb.openstack.pool.Pools;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two writers who know nothing of each other change the members of one pool. */
class TwoWritersLiveTest extends LiveTest {
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("LIVE_ROUNDS", "10"));
    private static final int KEPT = 5;

    @Test
    void losesNoMemberOfTwoWritersToOnePool() {
        Set<String> others = addresses(member -> !member.address().startsWith("10.2"));
        long began = System.nanoTime();
        try (OpenStackClient second = OpenStackClient.builder().build()) {
            CompletableFuture<Set<String>> one = CompletableFuture.supplyAsync(() -> writes(client.pools(), "10.21."));
            CompletableFuture<Set<String>> two = CompletableFuture.supplyAsync(() -> writes(second.pools(), "10.22."));
            Set<String> expected = new TreeSet<>(one.join());
            expected.addAll(two.join());
            expected.addAll(others);
            cloud.awaitActive();

            assertThat(addresses(member -> true)).isEqualTo(expected);
        }
        System.out.printf(
                "Two writers, %d rounds each: none lost, %d s%n",
                ROUNDS, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    /**
     * Adds three in one round and removes two of them in the next, with the oldest of those it left, so that the pool stays
     * small enough for the server to list; returns what has to be there at the end.
     */
    private Set<String> writes(Pools writer, String net) {
        Deque<String> kept = new ArrayDeque<>();
        List<String> leaving = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                leaving.addAll(List.of(net + round + ".1", net + round + ".2"));
                kept.add(net + round + ".3");
                writer.updateMembers(
                        poolId,
                        Stream.concat(leaving.stream(), Stream.of(kept.getLast()))
                                .map(TwoWritersLiveTest::entry)
                                .toList());
            } else {
                if (kept.size() > KEPT) {
                    leaving.add(kept.remove());
                }
                List<String> ids = writer.listMembers(poolId)
                        .filter(member -> leaving.contains(member.address()))
                        .map(Member::id)
                        .toList();
                assertThat(ids).as("%s in round %d", leaving, round).hasSameSizeAs(leaving);
                writer.removeMembers(poolId, ids);
                leaving.clear();
            }
        }
        Set<String> there = new TreeSet<>(kept);
        there.addAll(leaving);
        return there;
    }

    private Set<String> addresses(Predicate<Member> which) {
        return cloud.members().stream()
                .filter(which)
                .map(Member::address)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static BatchMember entry(String address) {
        return BatchMember.builder().address(address).protocolPort(80).build();
    }
}
