package io.github.cloudlb.alibaba.acl;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.common.AssociationStatus;
import io.github.cloudlb.alibaba.internal.Split;
import io.github.cloudlb.alibaba.internal.StateWait;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.alibaba.listener.RelatedListener;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Access control lists and their entries: what people want to do with them, beside a method for each operation.
 * Thread-safe.
 */
public final class Acls extends AclOperations {
    private static final int ENTRIES_PER_CALL = 20;
    private static final int ENTRIES_PER_PAGE = 100;

    private final Jobs jobs;

    private Acls(Caller caller, Jobs jobs) {
        super(caller);
        this.jobs = jobs;
    }

    /** On any caller; who waits here looks apart from others. */
    public static Acls of(Caller caller) {
        return of(caller, Jobs.of(caller));
    }

    /** On any caller; who waits here looks together with all who wait for these jobs. */
    public static Acls of(Caller caller, Jobs jobs) {
        return new Acls(caller, jobs);
    }

    /**
     * Adds entries, with as many calls as the limit of a call asks for. Adding the same entries again finishes what was
     * left half done: those that are on the list are left out. A dry run does not do that.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each entry what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see AddEntriesToAcl
     */
    public Change<AcceptedJob> addEntries(String aclId, List<AclEntrySpec> entries, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        "entries of " + aclId,
                        (List<AclEntrySpec> some) -> AddEntriesToAcl.builder()
                                .aclId(aclId)
                                .entries(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(ENTRIES_PER_CALL)
                .dryRun(dryRun)
                .unless("ResourceAlreadyExist.AclEntry", on -> {
                    List<AclEntry> there = entries(aclId, on);
                    return entry -> there.stream()
                            .anyMatch(one -> one.entry().equals(entry.entry())
                                    && !one.status().equals(Optional.of(AclEntryStatus.REMOVING)));
                })
                .send(entries);
    }

    /**
     * Removes entries, with as many calls as the limit of a call asks for. Removing the same entries again finishes what
     * was left half done: those that are not on the list any more are left out. A dry run does not do that.
     *
     * @param entries as they stand on the list
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each entry what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see RemoveEntriesFromAcl
     */
    public Change<AcceptedJob> removeEntries(String aclId, List<String> entries, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        "entries of " + aclId,
                        (List<String> some) -> RemoveEntriesFromAcl.builder()
                                .aclId(aclId)
                                .entries(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(ENTRIES_PER_CALL)
                .dryRun(dryRun)
                .unless("ResourceNotFound.AclEntry", on -> {
                    List<AclEntry> there = entries(aclId, on);
                    return entry -> there.stream().noneMatch(one -> one.entry().equals(entry));
                })
                .send(entries);
    }

    /**
     * Waits until an access control list takes changes.
     *
     * @throws WaitFailedException if it is being deleted, or is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public Acl awaitAvailable(String aclId, Duration limit) {
        return state(aclId).failingOn(Set.of(AclStatus.DELETING)).until(AclStatus.AVAILABLE, limit);
    }

    /**
     * Waits until there is no such access control list any more.
     *
     * @throws WaitTimeoutException if it was still there at the end
     */
    public void awaitDeleted(String aclId, Duration limit) {
        state(aclId).untilGone(limit);
    }

    /**
     * Waits until no entry is being added or removed.
     *
     * @return the entries then
     * @throws WaitTimeoutException if some still were at the end
     */
    public List<AclEntry> awaitEntriesSettled(String aclId, Duration limit) {
        return StateWait.of(
                        caller,
                        "entries of " + aclId,
                        on -> Optional.of(entries(aclId, on)),
                        (List<AclEntry> entries) -> Optional.of(changing(entries) + " changing"))
                .until(entries -> changing(entries) == 0, limit);
    }

    /**
     * Waits until a listener goes by an access control list.
     *
     * @throws WaitFailedException if it is about to do so no more, or was not made to
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public RelatedListener awaitAssociated(String aclId, String listenerId, Duration limit) {
        return association(aclId, listenerId)
                .failingOn(Set.of(AssociationStatus.DISSOCIATING))
                .until(AssociationStatus.ASSOCIATED, limit);
    }

    /**
     * Waits until a listener does not go by an access control list any more.
     *
     * @throws WaitTimeoutException if it still did at the end
     */
    public void awaitDissociated(String aclId, String listenerId, Duration limit) {
        association(aclId, listenerId).untilGone(limit);
    }

    private StateWait<Acl, AclStatus> state(String aclId) {
        ListAcls look = ListAcls.builder().addAclIds(aclId).build();
        return StateWait.of(caller, "ACL " + aclId, on -> on.stream(look).findFirst(), Acl::aclStatus);
    }

    /** One that is over is on the list no more, sooner or later. */
    private StateWait<RelatedListener, AssociationStatus> association(String aclId, String listenerId) {
        return StateWait.of(
                caller,
                "ACL " + aclId + " of " + listenerId,
                on -> on.stream(ListAclRelations.of(List.of(aclId)))
                        .flatMap(relation -> relation.relatedListeners().stream())
                        .filter(related -> related.listenerId().equals(listenerId)
                                && !related.status().equals(Optional.of(AssociationStatus.DISSOCIATED)))
                        .findFirst(),
                RelatedListener::status);
    }

    private static List<AclEntry> entries(String aclId, Caller on) {
        return on.stream(ListAclEntries.builder()
                        .aclId(aclId)
                        .maxResults(ENTRIES_PER_PAGE)
                        .build())
                .toList();
    }

    private static long changing(List<AclEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.status()
                        .filter(status -> !status.equals(AclEntryStatus.AVAILABLE))
                        .isPresent())
                .count();
    }
}
