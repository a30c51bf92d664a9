package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.job.JobWatcher;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.SdkException;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A removal of servers on its way, call by call. Used once. */
public final class Removal {
    /** The services refuse a whole call with it if one of the call's servers is not in the group. */
    private static final String SERVER_NOT_THERE = "ResourceNotFound.BackendServer";

    private static final Pattern INDEX = Pattern.compile("Servers\\[(\\d+)]");

    private final Removing how;
    private final Caller caller;
    private final JobWatcher jobs;
    private final boolean dryRun;
    private final int perCall;
    private final List<ServerChange.Call> accepted = new ArrayList<>();
    private final List<ServerRef> alreadyGone = new ArrayList<>();

    public Removal(Removing how, Caller caller, JobWatcher jobs, boolean dryRun, int perCall) {
        this.how = how;
        this.caller = caller;
        this.jobs = jobs;
        this.dryRun = dryRun;
        this.perCall = perCall;
    }

    public ServerChange of(List<ServerRef> servers) {
        check(servers);
        List<ServerRef> left = new ArrayList<>(new LinkedHashSet<>(servers));
        while (!left.isEmpty()) {
            List<ServerRef> some = List.copyOf(part(left, 0));
            try {
                send(some);
                left.subList(0, some.size()).clear();
            } catch (SdkException failure) {
                List<ServerRef> gone = isServerNotThere(failure) ? outcome().goneOf(left) : List.of();
                if (gone.stream().noneMatch(some::contains)) {
                    throw explained(failure, left, some.size());
                }
                // What is left goes out as a new call, with a new token: to the service it is another request.
                alreadyGone.addAll(gone);
                left.removeAll(gone);
            }
        }
        return new AcceptedRemoval(outcome(), caller, jobs, dryRun);
    }

    private void send(List<ServerRef> servers) {
        String token = UUID.randomUUID().toString();
        Request<? extends Accepted> call = how.removal(servers, dryRun, token);
        Accepted answer = caller.send(call);
        accepted.add(new ServerChange.Call(answer.requestId(), answer.jobId(), servers, token));
    }

    /** All of them, before anything is sent; at least one call, so that an empty list is refused like any other. */
    private void check(List<ServerRef> servers) {
        for (int from = 0; from == 0 || from < servers.size(); from += perCall) {
            try {
                caller.check(how.removal(part(servers, from), dryRun, "checked"));
            } catch (InvalidInputException refused) {
                throw from == 0 ? refused : countedFrom(from, refused);
            }
        }
    }

    private List<ServerRef> part(List<ServerRef> servers, int from) {
        return servers.subList(from, Math.min(from + perCall, servers.size()));
    }

    /** With the index in the caller's list, where the call's own would mislead. */
    private static InvalidInputException countedFrom(int from, InvalidInputException refused) {
        Matcher index = INDEX.matcher(refused.field());
        String field = index.replaceFirst(found -> "Servers[" + (from + Integer.parseInt(found.group(1))) + "]");
        return new InvalidInputException(field, refused.value(), refused.allowed());
    }

    private boolean isServerNotThere(SdkException failure) {
        return !dryRun
                && failure instanceof NotFoundException missing
                && missing.code().equals(SERVER_NOT_THERE);
    }

    /** The failure itself if nothing was changed, else with what became of each server. */
    private SdkException explained(SdkException failure, List<ServerRef> left, int asked) {
        if (dryRun || accepted.isEmpty() && failure.applied() == Applied.NO) {
            return failure;
        }
        return outcome().afterRefusal(failure, left.subList(0, asked), left.subList(asked, left.size()));
    }

    private Outcome outcome() {
        return new Outcome(how, caller, jobs, accepted, alreadyGone);
    }
}
