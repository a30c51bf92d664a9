package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.SdkException;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A removal of servers on its way, call by call. Used once. */
final class Removal {
    /** The service refuses a whole call with it if one of the call's servers is not in the group. */
    private static final String SERVER_NOT_THERE = "ResourceNotFound.BackendServer";

    private static final Pattern INDEX = Pattern.compile("Servers\\[(\\d+)]");

    private final Caller caller;
    private final Jobs jobs;
    private final String serverGroupId;
    private final boolean dryRun;
    private final int perCall;
    private final List<ServerChange.Call> accepted = new ArrayList<>();
    private final List<ServerRef> alreadyGone = new ArrayList<>();

    Removal(Caller caller, Jobs jobs, String serverGroupId, boolean dryRun, int perCall) {
        this.caller = caller;
        this.jobs = jobs;
        this.serverGroupId = serverGroupId;
        this.dryRun = dryRun;
        this.perCall = perCall;
    }

    ServerChange of(List<ServerRef> servers) {
        check(servers);
        List<ServerRef> left = new ArrayList<>(new LinkedHashSet<>(servers));
        while (!left.isEmpty()) {
            RemoveServersFromServerGroup call = call(left, 0);
            try {
                AcceptedJob answer = caller.send(call);
                accepted.add(
                        new ServerChange.Call(answer.requestId(), answer.jobId(), call.servers(), call.clientToken()));
                left.subList(0, call.servers().size()).clear();
            } catch (SdkException failure) {
                List<ServerRef> gone = isServerNotThere(failure) ? outcome().goneOf(left) : List.of();
                if (gone.stream().noneMatch(call.servers()::contains)) {
                    throw explained(failure, call, left);
                }
                // What is left goes out as a new call, with a new token: to the service it is another request.
                alreadyGone.addAll(gone);
                left.removeAll(gone);
            }
        }
        return new ServerChange(caller, jobs, serverGroupId, dryRun, accepted, alreadyGone);
    }

    /** All of them, before anything is sent; at least one call, so that an empty list is refused like any other. */
    private void check(List<ServerRef> servers) {
        for (int from = 0; from == 0 || from < servers.size(); from += perCall) {
            try {
                caller.check(call(servers, from));
            } catch (InvalidInputException refused) {
                throw from == 0 ? refused : countedFrom(from, refused);
            }
        }
    }

    /** With the index in the caller's list, where the call's own would mislead. */
    private static InvalidInputException countedFrom(int from, InvalidInputException refused) {
        Matcher index = INDEX.matcher(refused.field());
        String field = index.replaceFirst(found -> "Servers[" + (from + Integer.parseInt(found.group(1))) + "]");
        return new InvalidInputException(field, refused.value(), refused.allowed());
    }

    private RemoveServersFromServerGroup call(List<ServerRef> servers, int from) {
        return RemoveServersFromServerGroup.builder()
                .serverGroupId(serverGroupId)
                .servers(servers.subList(from, Math.min(from + perCall, servers.size())))
                .dryRun(dryRun)
                .build();
    }

    private boolean isServerNotThere(SdkException failure) {
        return !dryRun
                && failure instanceof NotFoundException missing
                && missing.code().equals(SERVER_NOT_THERE);
    }

    /** The failure itself if nothing was changed, else with what became of each server. */
    private SdkException explained(SdkException failure, RemoveServersFromServerGroup call, List<ServerRef> left) {
        if (dryRun || accepted.isEmpty() && failure.applied() == Applied.NO) {
            return failure;
        }
        int asked = call.servers().size();
        return outcome().afterRefusal(failure, left.subList(0, asked), left.subList(asked, left.size()));
    }

    private Outcome outcome() {
        return new Outcome(caller, jobs, serverGroupId, accepted, alreadyGone);
    }
}
