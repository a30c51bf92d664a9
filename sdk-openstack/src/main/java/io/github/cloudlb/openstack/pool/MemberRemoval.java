package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.LbaasDialect.Batch;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Removes members of one pool in as few calls as the dialect allows, and no others. */
final class MemberRemoval {
    private static final Logger log = LoggerFactory.getLogger(Pools.class);

    private final Caller caller;
    private final String poolId;
    private final Pools pools;

    MemberRemoval(Caller caller, String poolId) {
        this.caller = caller;
        this.poolId = poolId;
        this.pools = Pools.of(caller);
    }

    Map<String, Removal> of(Collection<String> ids, LbaasDialect dialect) {
        Map<String, Removal> outcomes = new LinkedHashMap<>();
        ids.forEach(id -> {
            caller.check(RemoveMember.of(poolId, id));
            outcomes.put(id, Removal.ALREADY_GONE);
        });
        MemberSet present = MemberSet.of(caller, poolId);
        Set<String> known = present.ids();
        List<String> left = outcomes.keySet().stream().filter(known::contains).toList();
        if (left.size() > 1 && dialect.batch() == Batch.WHOLE_SET) {
            allButThese(Set.copyOf(left), present);
            left.forEach(id -> outcomes.put(id, Removal.REMOVED));
        } else if (left.size() > 1 && dialect.batch() == Batch.ACTION) {
            byTheirIds(left, dialect, outcomes);
        } else {
            oneByOne(left, outcomes);
        }
        return outcomes;
    }

    private void oneByOne(List<String> left, Map<String, Removal> outcomes) {
        left.forEach(id -> outcomes.put(id, pools.removeMember(poolId, id)));
    }

    private void byTheirIds(List<String> left, LbaasDialect dialect, Map<String, Removal> outcomes) {
        for (List<String> part : MemberUpdate.parts(left, dialect.maxBatch())) {
            try {
                caller.send(BatchUpdateMembers.builder()
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
            }
        }
    }

    /**
     * Octavia has no batch that removes; it has one that puts the whole set. The rest is read anew at each attempt, and
     * what others added between that look and the change, a few milliseconds, is found afterwards and put back.
     */
    private void allButThese(Set<String> ids, MemberSet present) {
        Set<String> kept = new TreeSet<>();
        caller.send(new ReplaceMembers(poolId, present, set -> {
            kept.clear();
            List<Member> rest = set.all().stream()
                    .filter(member -> !ids.contains(member.id()))
                    .toList();
            rest.forEach(member -> kept.add(member.id()));
            return rest.stream().map(MemberSet::entry).toList();
        }));
        List<Member> swept = new ArrayList<>();
        for (Member member : MemberSet.of(caller, poolId).all()) {
            boolean going = member.provisioningStatus()
                    .filter(ProvisioningStatus.PENDING_DELETE::equals)
                    .isPresent();
            if (going && !ids.contains(member.id()) && !kept.contains(member.id())) {
                swept.add(member);
            }
        }
        swept.forEach(this::putBack);
    }

    private void putBack(Member member) {
        log.warn(
                "member {} ({}:{}) was added to pool {} while others were removed, and went with them; it is put back",
                member.id(),
                member.address(),
                member.protocolPort(),
                poolId);
        BatchMember again = BatchMember.builder()
                .from(MemberSet.entry(member))
                .name(member.name())
                .subnetId(member.subnetId())
                .tags(member.tags())
                .build();
        caller.send(MemberSet.creation(poolId, again));
    }
}
