package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.LbaasDialect;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        Caller together = caller.together();
        try {
            together.send(RemoveMember.of(poolId, memberId));
            return Removal.REMOVED;
        } catch (NotFoundException gone) {
            if (!isSaid("member", memberId, gone)) {
                refuseUnlessGone(together, poolId, memberId, gone);
            }
            return Removal.of(gone);
        }
    }

    /**
     * Removes members, and no others, in as few calls as the cloud allows: 200 at once on Open Telekom Cloud, one by one on
     * Octavia, whose batch would also remove what somebody else adds at that moment; where nobody does,
     * {@link #replaceMembers} takes one call. Those that are gone already are no failure. The limit is that of one call for
     * all of them: give many members more with {@code client.with(CallOptions.limit(…))}.
     *
     * @return what became of each, by its id
     * @throws io.github.cloudlb.core.NotFoundException if there is no such pool
     * @throws io.github.cloudlb.core.LockedException as {@link #removeMember} does
     * @throws PartialChangeException if it took several calls and one of them failed; removing the same members again
     *     finishes the work
     * @see <a href="https://docs.openstack.org/api-ref/load-balancer/v2/#batch-update-members">Batch Update Members</a>
     */
    public Map<String, Removal> removeMembers(String poolId, Collection<String> memberIds) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        Caller together = caller.together();
        return new MemberRemoval(together, poolId, LbaasDialect.of(together)).of(memberIds);
    }

    /**
     * Adds members and changes those that are there, known by address and port, in as few calls as the cloud allows. Other
     * members stay, and so do settings that an entry does not name. A member that is as wanted is not sent at all.
     *
     * <p>On Octavia up to 9 members take a call each, which no change of somebody else can disturb; more go in one batch.
     * Of two batches at the same moment one may remove what the other has added, so a batch returns when it is done: its
     * members are looked for at the end, and added again if they are missing. Such a pair can also leave the load balancer
     * of an old Octavia (seen on 11.0) in {@code PENDING_UPDATE} until an operator frees it: let one writer at a time send
     * many members to one load balancer.
     *
     * @param members each once; without ids
     * @return what became of each
     * @throws io.github.cloudlb.core.InvalidInputException if one of them would be refused; nothing was changed
     * @throws PartialChangeException if it took several calls and one of them failed
     */
    public List<ChangedMember> updateMembers(String poolId, Collection<BatchMember> members) {
        Caller together = caller.together();
        return MemberUpdate.of(together, poolId, LbaasDialect.of(together), members);
    }

    /**
     * Makes these the pool's only members: adds and changes as {@link #updateMembers} does, and removes all others. On
     * Octavia that is one call, which also removes what somebody else adds at that very moment.
     *
     * @param members no members empty the pool
     * @param atMostRemoved how many members this may remove; 0 or more
     * @return what became of each named and each removed
     * @throws io.github.cloudlb.core.InvalidInputException if more members would have to go; nothing was changed
     * @throws PartialChangeException if some was changed, or all, and a call after that failed
     */
    public List<ChangedMember> replaceMembers(String poolId, Collection<BatchMember> members, int atMostRemoved) {
        Caller together = caller.together();
        return new MemberReplacement(together, poolId, members, atMostRemoved).in(LbaasDialect.of(together));
    }

    /**
     * Waits until a member is there and its change is over. On Octavia that is when the member and its load balancer are
     * {@code ACTIVE}; Open Telekom Cloud has no states, there it is when the member can be read.
     *
     * @param limit for the whole wait
     * @throws io.github.cloudlb.core.NotFoundException if there is no such member
     * @throws io.github.cloudlb.core.WaitFailedException if member or load balancer are in {@code ERROR}
     * @throws io.github.cloudlb.core.WaitTimeoutException with what was seen last
     */
    public Member awaitMember(String poolId, String memberId, Duration limit) {
        return new MemberWait(caller, poolId, memberId, limit).untilActive();
    }

    /**
     * Waits until a member is gone. On Octavia that is when it cannot be read any more and its load balancer is
     * {@code ACTIVE} again; on Open Telekom Cloud when it cannot be read.
     *
     * @param limit for the whole wait
     * @throws io.github.cloudlb.core.WaitFailedException if member or load balancer are in {@code ERROR}
     * @throws io.github.cloudlb.core.WaitTimeoutException with what was seen last
     */
    public void awaitMemberRemoved(String poolId, String memberId, Duration limit) {
        new MemberWait(caller, poolId, memberId, limit).untilGone();
    }

    /**
     * Waits until the health monitor of the pool sees a member {@code ONLINE}.
     *
     * @param limit for the whole wait
     * @throws io.github.cloudlb.core.WaitFailedException if nothing measures, because the pool has no health monitor, or
     *     the member is disabled
     * @throws io.github.cloudlb.core.WaitTimeoutException with what was seen last
     * @throws io.github.cloudlb.core.UnsupportedException on Open Telekom Cloud, which does not tell health
     */
    public Member awaitMemberOnline(String poolId, String memberId, Duration limit) {
        return new MemberWait(caller, poolId, memberId, limit).untilOnline();
    }

    /** Not every cloud says what it is that does not exist: its pool tells, if there is one. */
    private static void refuseUnlessGone(Caller caller, String poolId, String memberId, NotFoundException gone) {
        if (isSaid("pool", poolId, gone)) {
            throw gone;
        }
        // Without its pool, this is the answer.
        Pool pool = caller.send(ShowPool.of(poolId));
        if (pool.memberIds().stream().anyMatch(memberId::equalsIgnoreCase)) {
            // ELB.8903, "does not exist", comes with 403: it may mean just that.
            throw gone;
        }
    }

    private static boolean isSaid(String kind, String id, NotFoundException gone) {
        return gone.text().toLowerCase(Locale.ROOT).contains(kind + " " + id.toLowerCase(Locale.ROOT));
    }
}
