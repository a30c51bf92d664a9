package io.github.cloudlb.alibaba.loadbalancer;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.internal.Split;
import io.github.cloudlb.alibaba.internal.StateWait;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Load balancers, their access logs, bandwidth and capacity: what people want to do with them, beside a method for each
 * operation. Thread-safe.
 */
public final class LoadBalancers extends LoadBalancerOperations {
    /** What every revision of the API allows; the table's newest source says 10. */
    private static final int SECURITY_GROUPS_PER_CALL = 4;

    /** As the vendor's load balancer controller does. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Jobs jobs;

    private LoadBalancers(Caller caller, Jobs jobs) {
        super(caller);
        this.jobs = jobs;
    }

    /** On any caller; who waits here looks apart from others. */
    public static LoadBalancers of(Caller caller) {
        return of(caller, Jobs.of(caller));
    }

    /** On any caller; who waits here looks together with all who wait for these jobs. */
    public static LoadBalancers of(Caller caller, Jobs jobs) {
        return new LoadBalancers(caller, jobs);
    }

    /**
     * Adds a load balancer to security groups, with as many calls as the limit of a call asks for; the service does one
     * after the other. Doing so again finishes what was left half done: groups it is in are left out. A dry run does not
     * do that.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each group what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see LoadBalancerJoinSecurityGroup
     */
    public Change<AcceptedJob> joinSecurityGroups(String loadBalancerId, List<String> groupIds, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        of(loadBalancerId),
                        (List<String> some) -> LoadBalancerJoinSecurityGroup.builder()
                                .loadBalancerId(loadBalancerId)
                                .securityGroupIds(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(SECURITY_GROUPS_PER_CALL)
                .dryRun(dryRun)
                .unless("ResourceAlreadyAssociated.SecurityGroup", on -> groups(loadBalancerId, on)::contains)
                .send(groupIds);
    }

    /**
     * Takes a load balancer out of security groups, with as many calls as the limit of a call asks for; the service does
     * one after the other. Doing so again finishes what was left half done: groups it is not in are left out. A dry run
     * does not do that.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each group what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see LoadBalancerLeaveSecurityGroup
     */
    public Change<AcceptedJob> leaveSecurityGroups(String loadBalancerId, List<String> groupIds, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        of(loadBalancerId),
                        (List<String> some) -> LoadBalancerLeaveSecurityGroup.builder()
                                .loadBalancerId(loadBalancerId)
                                .securityGroupIds(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(SECURITY_GROUPS_PER_CALL)
                .dryRun(dryRun)
                .unless("ResourceNotAssociated.SecurityGroup", on -> {
                    Set<String> there = groups(loadBalancerId, on);
                    return id -> !there.contains(id);
                })
                .send(groupIds);
    }

    private static Set<String> groups(String loadBalancerId, Caller on) {
        return Set.copyOf(on.send(GetLoadBalancerAttribute.of(loadBalancerId)).securityGroupIds());
    }

    private static String of(String loadBalancerId) {
        return "security groups of " + loadBalancerId;
    }

    /**
     * Waits until a load balancer takes changes, as after it was created: no job tells of that. Looks every 2 seconds. One
     * that was just created may not be found at first.
     *
     * @throws WaitFailedException if it could not be created, is being deleted, or is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public LoadBalancer awaitActive(String loadBalancerId, Duration limit) {
        return state(loadBalancerId).until(LoadBalancerStatus.ACTIVE, limit);
    }

    /**
     * Waits until a load balancer has an edition and takes changes: no job tells of that.
     *
     * @throws WaitFailedException if it is being deleted, or is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public LoadBalancer awaitEdition(String loadBalancerId, LoadBalancerEdition edition, Duration limit) {
        return state(loadBalancerId)
                .until(
                        seen -> seen.loadBalancerStatus().equals(LoadBalancerStatus.ACTIVE)
                                && seen.loadBalancerEdition().equals(Optional.of(edition)),
                        limit);
    }

    /**
     * Waits until there is no such load balancer any more.
     *
     * @throws WaitTimeoutException if it was still there at the end
     */
    public void awaitDeleted(String loadBalancerId, Duration limit) {
        state(loadBalancerId).untilGone(limit);
    }

    private StateWait<LoadBalancer, LoadBalancerStatus> state(String loadBalancerId) {
        return StateWait.of(
                        caller,
                        "load balancer " + loadBalancerId,
                        on -> Optional.of(on.send(GetLoadBalancerAttribute.of(loadBalancerId))),
                        (LoadBalancer seen) -> Optional.of(seen.loadBalancerStatus()))
                .every(BETWEEN_LOOKS)
                .failingOn(Set.of(LoadBalancerStatus.CREATE_FAILED, LoadBalancerStatus.DELETING));
    }
}
