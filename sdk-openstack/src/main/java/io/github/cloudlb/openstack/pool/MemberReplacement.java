package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.LbaasDialect.Batch;
import io.github.cloudlb.openstack.pool.ChangedMember.Outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the members of a pool those that are named and no others, if that removes no more than was consented to. */
final class MemberReplacement {
    private final Caller caller;
    private final String poolId;
    private final Map<MemberSet.Key, BatchMember> wanted;
    private final int atMostRemoved;
    private final Map<MemberSet.Key, ChangedMember> outcomes = new LinkedHashMap<>();

    MemberReplacement(Caller caller, String poolId, Collection<BatchMember> wanted, int atMostRemoved) {
        InvalidInputException.require(atMostRemoved >= 0, "atMostRemoved", atMostRemoved, "0 or more is");
        this.caller = caller;
        this.poolId = poolId;
        this.wanted = MemberSet.distinct(wanted);
        this.atMostRemoved = atMostRemoved;
    }

    List<ChangedMember> in(LbaasDialect dialect) {
        MemberUpdate.check(caller, poolId, dialect, wanted);
        MemberSet present = MemberSet.of(caller, poolId);
        plan(present);
        return dialect.batch() == Batch.WHOLE_SET ? atOnce(dialect, present) : inParts(dialect, present);
    }

    private List<ChangedMember> atOnce(LbaasDialect dialect, MemberSet present) {
        if (isChanged(outcomes.values())) {
            caller.send(new ReplaceMembers(poolId, present, this::plan));
            try {
                // Once more for what a change of somebody else at the same moment may have removed.
                MemberSet settled = SettledMembers.of(caller, poolId, wanted.keySet());
                MemberUpdate.of(caller, poolId, dialect, wanted, settled);
            } catch (SdkException failed) {
                throw new PartialChangeException(poolId, List.copyOf(outcomes.values()), 0, failed);
            }
        }
        return List.copyOf(outcomes.values());
    }

    private List<ChangedMember> inParts(LbaasDialect dialect, MemberSet present) {
        // First those that come, so that the pool is never without.
        List<ChangedMember> all = new ArrayList<>(MemberUpdate.of(caller, poolId, dialect, wanted, present));
        List<Member> leaving = leaving(present);
        try {
            new MemberRemoval(caller, poolId, dialect)
                    .of(leaving.stream().map(Member::id).toList(), present);
        } catch (SdkException failed) {
            if (!isChanged(all)) {
                throw failed;
            }
            int left = all.size() + leaving.size();
            if (failed instanceof PartialChangeException partial) {
                all.addAll(partial.changed());
            }
            throw new PartialChangeException(poolId, all, left - all.size(), failed);
        }
        leaving.forEach(member -> all.add(MemberSet.removed(member)));
        return List.copyOf(all);
    }

    private static boolean isChanged(Collection<ChangedMember> members) {
        return members.stream().anyMatch(member -> member.outcome() != Outcome.UNCHANGED);
    }

    private List<Member> leaving(MemberSet present) {
        return present.all().stream()
                .filter(member -> !wanted.containsKey(MemberSet.key(member)))
                .toList();
    }

    /** The whole set for a pool as it is now, or a refusal. */
    private List<BatchMember> plan(MemberSet present) {
        List<Member> leaving = leaving(present);
        InvalidInputException.require(
                leaving.size() <= atMostRemoved,
                "members",
                wanted.size() + " that remove " + leaving.size() + " others of pool " + poolId,
                "a set that removes at most " + atMostRemoved + " is");
        List<BatchMember> whole = new ArrayList<>();
        wanted.forEach((key, member) -> {
            Member known = present.get(key).orElse(null);
            whole.add(known == null ? member : MemberSet.merged(member, known));
            Outcome outcome = known == null
                    ? Outcome.CREATED
                    : MemberSet.isAsWanted(member, known) ? Outcome.UNCHANGED : Outcome.UPDATED;
            // What is as wanted by now an earlier attempt, whose answer was lost, has made so.
            outcomes.merge(
                    key,
                    MemberSet.outcome(member, outcome),
                    (before, now) -> now.outcome() == Outcome.UNCHANGED ? before : now);
        });
        leaving.forEach(member -> outcomes.put(MemberSet.key(member), MemberSet.removed(member)));
        return whole;
    }
}
