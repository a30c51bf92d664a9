package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.internal.Removal;
import io.github.cloudlb.alibaba.internal.Split;
import io.github.cloudlb.alibaba.internal.StateWait;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Server groups and their servers: what people want to do with them, beside a method for each operation. Thread-safe.
 *
 * <p>Adding, changing and removing servers takes as many calls as the limit of a call asks for. Each call has one client
 * token for all its attempts, so that it is carried out once however often it is sent. All servers are checked before the
 * first call goes out; a server named twice is named once. Replacing servers is one step and is not split.
 */
public final class ServerGroups extends ServerGroupOperations {
    /** What every revision of the API allows; newer ones allow {@value #MOST_PER_CALL}. */
    private static final int SAFE_PER_CALL = 40;

    private static final int MOST_PER_CALL = 200;

    private final Jobs jobs;
    private final int perCall;

    private ServerGroups(Caller caller, Jobs jobs, int perCall) {
        super(caller);
        this.jobs = jobs;
        this.perCall = perCall;
    }

    /** On any caller; who waits here looks apart from others. */
    public static ServerGroups of(Caller caller) {
        return of(caller, Jobs.of(caller));
    }

    /** On any caller; who waits here looks together with all who wait for these jobs. */
    public static ServerGroups of(Caller caller, Jobs jobs) {
        return new ServerGroups(caller, jobs, SAFE_PER_CALL);
    }

    /**
     * The same, with up to so many servers in one call: 1 to 200; 40 if not set, which older revisions of the API ask
     * for, and the text of UpdateServerGroupServersAttribute to this day.
     */
    public ServerGroups serversPerCall(int most) {
        InvalidInputException.require(
                most >= 1 && most <= MOST_PER_CALL, "serversPerCall", most, "1 to " + MOST_PER_CALL + " is");
        return new ServerGroups(caller, jobs, most);
    }

    /**
     * Adds servers to a group. Adding the same servers again finishes what was left half done: those that are in the
     * group as they are to be are left out. A dry run does not do that.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each server what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see AddServersToServerGroup
     */
    public Change<AcceptedJob> addServers(String serverGroupId, List<ServerSpec> servers, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        of(serverGroupId),
                        (List<ServerSpec> some) -> AddServersToServerGroup.builder()
                                .serverGroupId(serverGroupId)
                                .servers(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(perCall)
                .dryRun(dryRun)
                .unless("Conflict.BackendServer", on -> GroupServers.of(serverGroupId, on)::have)
                .send(servers);
    }

    /**
     * Changes weights and descriptions of servers. Doing so again is the same.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each server what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see UpdateServerGroupServersAttribute
     */
    public Change<AcceptedJob> updateServers(String serverGroupId, List<ServerSpec> servers, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        of(serverGroupId),
                        (List<ServerSpec> some) -> UpdateServerGroupServersAttribute.builder()
                                .serverGroupId(serverGroupId)
                                .servers(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(perCall)
                .dryRun(dryRun)
                .send(servers);
    }

    /**
     * Removes servers from a group. Removing the same servers again finishes what was left half done: the service refuses
     * a whole call if one of its servers is gone already, so the group is then read and the call made again for those
     * that are still there. A dry run does not do that.
     *
     * @param dryRun true lets the service only check it: a check that is passed is an answer without jobs, one that is
     *     not throws the exception the removal would
     * @return what was accepted, and which servers were gone already; {@link ServerChange#await} until it is done
     * @throws NotFoundException if there is no such group, or if the service misses a server that is in the group
     * @throws PartialRemovalException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each server what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see <a href="https://www.alibabacloud.com/help/en/slb/application-load-balancer/developer-reference/api-alb-2020-06-16-RemoveServersFromServerGroup">RemoveServersFromServerGroup</a>
     */
    public ServerChange removeServers(String serverGroupId, List<ServerRef> servers, boolean dryRun) {
        return new Removal(new AlbRemoving(serverGroupId), caller, jobs, dryRun, perCall).of(servers);
    }

    private static String of(String serverGroupId) {
        return "servers of " + serverGroupId;
    }

    /**
     * Waits until a server group takes changes.
     *
     * @throws WaitFailedException if it is being deleted, or is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public ServerGroup awaitAvailable(String serverGroupId, Duration limit) {
        return state(serverGroupId)
                .failingOn(Set.of(ServerGroupStatus.DELETING))
                .until(ServerGroupStatus.AVAILABLE, limit);
    }

    /**
     * Waits until there is no such server group any more.
     *
     * @throws WaitTimeoutException if it was still there at the end
     */
    public void awaitDeleted(String serverGroupId, Duration limit) {
        state(serverGroupId).untilGone(limit);
    }

    /**
     * Waits until no server of a group is being added, changed, replaced or removed.
     *
     * @return the servers then
     * @throws WaitTimeoutException if some still were at the end
     */
    public List<ServerGroupServer> awaitServersSettled(String serverGroupId, Duration limit) {
        return StateWait.of(
                        caller,
                        of(serverGroupId),
                        on -> Optional.of(GroupServers.of(serverGroupId, on)),
                        (GroupServers servers) -> Optional.of(servers.changing() + " changing"))
                .until(servers -> servers.changing() == 0, limit)
                .there();
    }

    private StateWait<ServerGroup, ServerGroupStatus> state(String serverGroupId) {
        ListServerGroups look =
                ListServerGroups.builder().addServerGroupIds(serverGroupId).build();
        return StateWait.of(
                caller,
                "server group " + serverGroupId,
                on -> on.stream(look).findFirst(),
                ServerGroup::serverGroupStatus);
    }
}
