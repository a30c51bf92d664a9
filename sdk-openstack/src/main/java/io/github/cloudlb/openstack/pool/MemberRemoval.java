package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.LbaasDialect.Batch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes members of one pool in as few calls as the dialect allows, and no others. Octavia's batch can only put the whole
 * set: what somebody else adds between our look and our change would go with it, so there it is one call for each member.
 */
final class MemberRemoval {
    private static final Logger log = LoggerFactory.getLogger(Pools.class);

    private final Caller caller;
    private final String poolId;
    private final LbaasDialect dialect;

    MemberRemoval(Caller caller, String poolId, LbaasDialect dialect) {
        this.caller = caller;
        this.poolId = poolId;
        this.dialect = dialect;
    }

    Map<String, Removal> of(Collection<String> ids) {
        ids.forEach(id -> caller.check(RemoveMember.of(poolId, id)));
        return of(ids, MemberSet.of(caller, poolId));
    }

    /** The same for a pool that was just read. */
    Map<String, Removal> of(Collection<String> ids, MemberSet present) {
        Map<String, Removal> outcomes = new LinkedHashMap<>();
        ids.forEach(id -> outcomes.put(id, Removal.ALREADY_GONE));
        Set<String> known = present.ids();
        List<String> left = outcomes.keySet().stream().filter(known::contains).toList();
        try {
            if (left.size() > 1 && dialect.batch() == Batch.ACTION) {
                MemberUpdate.parts(left, dialect).forEach(part -> atOnce(part, outcomes));
            } else {
                oneByOne(left, outcomes);
            }
        } catch (SdkException failed) {
            List<ChangedMember> removed = present.all().stream()
                    .filter(member -> outcomes.get(member.id()) == Removal.REMOVED)
                    .map(MemberSet::removed)
                    .toList();
            if (removed.isEmpty()) {
                throw failed;
            }
            throw new PartialChangeException(poolId, removed, left.size() - removed.size(), failed);
        }
        return outcomes;
    }

    private void atOnce(List<String> part, Map<String, Removal> outcomes) {
        Caller together = caller.together();
        try {
            together.send(BatchUpdateMembers.builder()
                    .poolId(poolId)
                    .members(part.stream()
                            .map(id -> BatchMember.builder().id(id).build())
                            .toList())
                    .action(BatchAction.DELETE)
                    .build());
            part.forEach(id -> outcomes.put(id, Removal.REMOVED));
        } catch (UnsupportedException | InvalidRequestException refused) {
            log.debug("no batch removal from pool {}: {} by one call each", poolId, part.size());
            oneByOne(part, outcomes);
        } catch (NotFoundException gone) {
            Set<String> there = MemberSet.of(together, poolId).ids();
            withoutThoseGone(part, there, gone, outcomes);
        }
    }

    /** A member that is gone keeps the batch from the others. */
    private void withoutThoseGone(
            List<String> part, Set<String> there, NotFoundException gone, Map<String, Removal> outcomes) {
        List<String> left = part.stream().filter(there::contains).toList();
        part.stream().filter(id -> !there.contains(id)).forEach(id -> outcomes.put(id, Removal.of(gone)));
        if (left.size() > 1 && left.size() < part.size()) {
            atOnce(left, outcomes);
        } else {
            oneByOne(left, outcomes);
        }
    }

    private void oneByOne(List<String> left, Map<String, Removal> outcomes) {
        Pools pools = Pools.of(caller);
        left.forEach(id -> outcomes.put(id, pools.removeMember(poolId, id)));
    }
}
