package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.job.JobWatcher;
import io.github.cloudlb.alibaba.servergroup.PartialRemovalException;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** A removal of servers from a group of any service. */
public final class Removal {
    private final Removing how;
    private final Caller caller;
    private final Split<ServerRef, Call, Accepted> split;

    public Removal(Removing how, Caller caller, JobWatcher jobs, boolean dryRun, int perCall) {
        this.how = how;
        this.caller = caller;
        this.split = Split.of(
                        caller,
                        jobs,
                        "servers of " + how.serverGroupId(),
                        (List<ServerRef> some) -> Call.of(how, some, dryRun))
                .perCall(perCall)
                .dryRun(dryRun)
                .unless("ResourceNotFound.BackendServer", on -> Predicate.not(how.read(on)))
                .failing((of, removed, notRemoved, unknown, cause) ->
                        new PartialRemovalException(how.serverGroupId(), removed, notRemoved, unknown, cause));
    }

    public ServerChange of(List<ServerRef> servers) {
        return new AcceptedRemoval(how, caller, split.send(servers));
    }

    /** One call, whichever service it goes to. */
    record Call(Request<? extends Accepted> request, String clientToken) implements Request<Accepted> {
        static Call of(Removing how, List<ServerRef> servers, boolean dryRun) {
            String token = UUID.randomUUID().toString();
            return new Call(how.removal(servers, dryRun, token), token);
        }

        @Override
        public Wire<Accepted> wire(Dialect dialect) {
            Wire<? extends Accepted> wire = request.wire(dialect);
            return new Wire<>(wire.message(), wire.reader()::read);
        }

        @Override
        public String toString() {
            return request.toString();
        }
    }
}
