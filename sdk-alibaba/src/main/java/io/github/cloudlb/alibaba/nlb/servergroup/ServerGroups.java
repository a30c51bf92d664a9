package io.github.cloudlb.alibaba.nlb.servergroup;

import io.github.cloudlb.alibaba.internal.Removal;
import io.github.cloudlb.alibaba.nlb.job.Jobs;
import io.github.cloudlb.alibaba.servergroup.PartialRemovalException;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.SdkException;

import java.util.List;

/** Server groups and their servers: what people want to do with them, beside a method for each operation. Thread-safe. */
public final class ServerGroups extends ServerGroupOperations {
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
        return new ServerGroups(caller, jobs, MOST_PER_CALL);
    }

    /** The same, with up to so many servers in one call: 1 to 200; 200 if not set. */
    public ServerGroups serversPerCall(int most) {
        InvalidInputException.require(
                most >= 1 && most <= MOST_PER_CALL, "serversPerCall", most, "1 to " + MOST_PER_CALL + " is");
        return new ServerGroups(caller, jobs, most);
    }

    /**
     * Removes servers from a group, as {@link io.github.cloudlb.alibaba.servergroup.ServerGroups#removeServers ALB's
     * groups} do: in as many calls as it takes, each carried out once however often it is sent, and finishing what was
     * left half done. A server without a port is one that is reached at any port.
     *
     * @param dryRun true lets the service only check it: a check that is passed is an answer without jobs, one that is
     *     not throws the exception the removal would
     * @return what was accepted, and which servers were gone already; {@link ServerChange#await} until it is done
     * @throws NotFoundException if there is no such group, or if the service misses a server that is in the group
     * @throws PartialRemovalException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each server what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see <a href="https://www.alibabacloud.com/help/en/slb/network-load-balancer/developer-reference/api-nlb-2022-04-30-RemoveServersFromServerGroup">RemoveServersFromServerGroup</a>
     */
    public ServerChange removeServers(String serverGroupId, List<ServerRef> servers, boolean dryRun) {
        return new Removal(new NlbRemoving(serverGroupId), caller, jobs, dryRun, perCall).of(servers);
    }
}
