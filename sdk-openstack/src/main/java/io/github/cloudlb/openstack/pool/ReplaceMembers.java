package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.wire.Answers;
import io.github.cloudlb.openstack.wire.BatchUpdateMembersWire;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * Puts the whole set of a pool's members, which Octavia alone has. Nobody else can send it: whoever does must know how
 * many members go. The set is read anew at each attempt but the first: while a lock was waited for, others may have added
 * members.
 */
final class ReplaceMembers implements Request<Void> {
    private final String poolId;
    private final Function<MemberSet, List<BatchMember>> members;
    private @Nullable MemberSet justRead;

    ReplaceMembers(String poolId, MemberSet justRead, Function<MemberSet, List<BatchMember>> members) {
        this.poolId = poolId;
        this.justRead = justRead;
        this.members = members;
    }

    @Override
    public Wire<Void> wire(Dialect dialect) {
        return Message.put("v2.0", "lbaas", "pools", poolId, "members")
                .query("additive_only", "false")
                .json(within -> body(within, dialect))
                .answer(Answers::nothing);
    }

    private byte[] body(Caller within, Dialect dialect) {
        MemberSet present = justRead == null ? MemberSet.of(within, poolId) : justRead;
        justRead = null;
        return BatchUpdateMembersWire.json(BatchUpdateMembers.of(poolId, members.apply(present)), dialect);
    }

    @Override
    public String toString() {
        return "ReplaceMembers{poolId=" + poolId + "}";
    }
}
