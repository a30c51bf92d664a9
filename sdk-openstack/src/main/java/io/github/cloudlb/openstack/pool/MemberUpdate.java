package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.AlreadyExistsException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InUseException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.core.wire.Parts;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.LbaasDialect.Batch;
import io.github.cloudlb.openstack.pool.ChangedMember.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds and changes members of one pool, in as few calls as the dialect allows, and touches no others. */
final class MemberUpdate {
    private static final Logger log = LoggerFactory.getLogger(Pools.class);

    /**
     * From how many members on Octavia's batch is worth its danger: a call for each cannot disturb anybody, and costs a
     * second or two of lock.
     */
    private static final int MANY = 10;

    private final Caller caller;
    private final String poolId;
    private final LbaasDialect dialect;
    private final List<Step> steps = new ArrayList<>();
    private final List<ChangedMember> changed = new ArrayList<>();
    private int unchanged;

    private MemberUpdate(Caller caller, String poolId, LbaasDialect dialect) {
        this.caller = caller;
        this.poolId = poolId;
        this.dialect = dialect;
    }

    /** Checks all before it reads, and reads before it changes anything. */
    static List<ChangedMember> of(Caller caller, String poolId, LbaasDialect dialect, Collection<BatchMember> members) {
        Map<MemberSet.Key, BatchMember> wanted = MemberSet.distinct(members);
        check(caller, poolId, dialect, wanted);
        return wanted.isEmpty() ? List.of() : of(caller, poolId, dialect, wanted, MemberSet.of(caller, poolId));
    }

    /** The same for a pool that was just read. */
    static List<ChangedMember> of(
            Caller caller,
            String poolId,
            LbaasDialect dialect,
            Map<MemberSet.Key, BatchMember> wanted,
            MemberSet present) {
        MemberUpdate update = new MemberUpdate(caller, poolId, dialect);
        wanted.forEach((key, member) -> update.plan(member, present.get(key)));
        return update.run();
    }

    static void check(Caller caller, String poolId, LbaasDialect dialect, Map<MemberSet.Key, BatchMember> wanted) {
        for (List<BatchMember> part : parts(List.copyOf(wanted.values()), dialect)) {
            caller.check(BatchUpdateMembers.of(poolId, part));
        }
    }

    private void plan(BatchMember wanted, Optional<Member> present) {
        if (present.isPresent() && MemberSet.isAsWanted(wanted, present.get())) {
            changed.add(MemberSet.outcome(wanted, Outcome.UNCHANGED));
            unchanged++;
        } else {
            present.ifPresent(known -> MemberSet.requireSameSubnet(wanted, known));
            steps.add(new Step(wanted, present));
        }
    }

    private List<ChangedMember> run() {
        if (steps.isEmpty()) {
            return List.copyOf(changed);
        }
        try {
            if (dialect.batch() == Batch.WHOLE_SET && steps.size() < MANY) {
                oneByOne(steps);
            } else if (dialect.batch() == Batch.WHOLE_SET) {
                inBatches(steps);
                putBackWhatIsMissing();
            } else {
                // What the other batch does to a member that is there already is not documented.
                List<Step> news = steps.stream().filter(Step::isNew).toList();
                if (dialect.batch() == Batch.ACTION) {
                    inBatches(news);
                } else {
                    oneByOne(news);
                }
                oneByOne(steps.stream().filter(step -> !step.isNew()).toList());
            }
        } catch (SdkException failed) {
            if (changed.size() == unchanged) {
                throw failed;
            }
            throw new PartialChangeException(poolId, changed, steps.size() + unchanged - changed.size(), failed);
        }
        return List.copyOf(changed);
    }

    /** Another batch at the same moment may have removed members that this one added. */
    private void putBackWhatIsMissing() {
        List<BatchMember> missing = missing();
        while (!missing.isEmpty()) {
            log.warn(
                    "{} members added to pool {} went with a change of somebody else: added again",
                    missing.size(),
                    poolId);
            caller.send(BatchUpdateMembers.of(poolId, missing));
            missing = missing();
        }
    }

    private List<BatchMember> missing() {
        MemberSet there = SettledMembers.of(
                caller,
                poolId,
                steps.stream().map(step -> MemberSet.key(step.wanted)).collect(Collectors.toSet()));
        return steps.stream()
                .map(Step::merged)
                .filter(member -> there.get(MemberSet.key(member)).isEmpty())
                .toList();
    }

    private void inBatches(List<Step> some) {
        for (List<Step> part : parts(some, dialect)) {
            Caller together = caller.together();
            try {
                together.send(BatchUpdateMembers.of(
                        poolId, part.stream().map(Step::merged).toList()));
                part.forEach(step -> changed.add(step.outcome()));
            } catch (UnsupportedException | InvalidRequestException refused) {
                if (!isOfTheBatch(refused)) {
                    throw refused;
                }
                oneByOne(part);
            } catch (InUseException | AlreadyExistsException there) {
                // An attempt whose answer was lost may have made them all, and some clouds refuse to add what is there.
                if (there.applied() != Applied.UNKNOWN
                        || !MemberSet.of(together, poolId)
                                .has(part.stream().map(Step::wanted).toList())) {
                    throw there;
                }
                part.forEach(step -> changed.add(step.outcome()));
            }
        }
    }

    /** Whether a cloud refuses that there is such a batch, and not what is in it. */
    static boolean isOfTheBatch(SdkException refused) {
        String text = String.valueOf(refused.getMessage());
        return refused instanceof UnsupportedException
                || text.contains("Unknown argument") && text.contains("additive_only");
    }

    private void oneByOne(List<Step> some) {
        for (Step step : some) {
            if (step.present.isPresent()) {
                caller.send(MemberSet.changes(poolId, step.wanted, step.present.get()));
            } else {
                caller.send(MemberSet.creation(poolId, step.wanted));
            }
            changed.add(step.outcome());
        }
    }

    /** Parts of so many entries as a batch takes. */
    static <T> List<List<T>> parts(List<T> all, LbaasDialect dialect) {
        return Parts.of(all, dialect.maxBatch().orElse(Integer.MAX_VALUE));
    }

    /** A member to be made, or to be changed if it is there. */
    private record Step(BatchMember wanted, Optional<Member> present) {
        boolean isNew() {
            return present.isEmpty();
        }

        /** As a batch has to name it, which sets back whatever it leaves out. */
        BatchMember merged() {
            return present.map(known -> MemberSet.merged(wanted, known)).orElse(wanted);
        }

        ChangedMember outcome() {
            return MemberSet.outcome(wanted, isNew() ? Outcome.CREATED : Outcome.UPDATED);
        }
    }
}
