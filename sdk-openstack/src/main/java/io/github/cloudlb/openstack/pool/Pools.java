package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.NotFoundException;

import java.util.Locale;

/** Pools and their members: what people want to do with them, beside a method for each operation. Thread-safe. */
public final class Pools extends PoolOperations {
    private Pools(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Pools of(Caller caller) {
        return new Pools(caller);
    }

    /**
     * Removes a member from its pool. While another change has the load balancer locked this waits, within the limit of
     * the call. The service has accepted the removal when this returns; connections the member has may go on.
     *
     * @return whether it was removed or gone already
     * @throws io.github.cloudlb.core.NotFoundException if there is no such pool
     * @throws io.github.cloudlb.core.LockedException if the lock did not end in time, or does not end by itself
     *     because something is in {@code ERROR}; nothing was changed
     * @see <a href="https://docs.openstack.org/api-ref/load-balancer/v2/#remove-a-member">Remove a Member</a>
     */
    public Removal removeMember(String poolId, String memberId) {
        try {
            caller.send(RemoveMember.of(poolId, memberId));
            return Removal.REMOVED;
        } catch (NotFoundException gone) {
            if (!isSaid("member", memberId, gone)) {
                refuseUnlessGone(poolId, memberId, gone);
            }
            return gone.applied() == Applied.UNKNOWN ? Removal.REMOVED : Removal.ALREADY_GONE;
        }
    }

    /** Not every cloud says what it is that does not exist: its pool tells, if there is one. */
    private void refuseUnlessGone(String poolId, String memberId, NotFoundException gone) {
        if (isSaid("pool", poolId, gone)) {
            throw gone;
        }
        // Without its pool, this is the answer.
        Pool pool = caller.send(ShowPool.of(poolId));
        if (pool.memberIds().contains(memberId)) {
            // ELB.8903, "does not exist", comes with 403: it may mean just that.
            throw gone;
        }
    }

    private static boolean isSaid(String kind, String id, NotFoundException gone) {
        return gone.text().toLowerCase(Locale.ROOT).contains(kind + " " + id.toLowerCase(Locale.ROOT));
    }
}
