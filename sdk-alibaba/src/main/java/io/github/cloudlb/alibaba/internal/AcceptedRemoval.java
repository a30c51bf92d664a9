package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Deadline;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.Waiter;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A removal of servers after its last call. */
final class AcceptedRemoval implements ServerChange {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Removing how;
    private final Caller caller;
    private final Sent<ServerRef, Removal.Call, Accepted> sent;

    AcceptedRemoval(Removing how, Caller caller, Sent<ServerRef, Removal.Call, Accepted> sent) {
        this.how = how;
        this.caller = caller;
        this.sent = sent;
    }

    @Override
    public List<Call> calls() {
        return sent.parts().stream()
                .map(part -> new Call(
                        part.answer().requestId(),
                        part.answer().jobId(),
                        part.things(),
                        part.request().clientToken()))
                .toList();
    }

    @Override
    public boolean isDryRun() {
        return sent.isDryRun();
    }

    @Override
    public List<ServerRef> alreadyGone() {
        return sent.settled();
    }

    @Override
    public List<Job> await(Duration limit) {
        Deadline deadline = Deadline.in(limit, caller.time());
        List<Job> jobs = sent.await(limit);
        if (!isDryRun() && !calls().isEmpty()) {
            awaitGone(deadline.left());
        }
        return jobs;
    }

    private void awaitGone(Duration limit) {
        try {
            Waiter.watchingWithin(this::remaining)
                    .describedAs("servers of " + how.serverGroupId() + " to be gone")
                    .every(BETWEEN_LOOKS)
                    .atMost(limit)
                    .by(caller.time())
                    .until(List::isEmpty);
        } catch (SdkException failure) {
            throw sent.explained(failure);
        }
    }

    /** Those that were to be removed and are still in the group. */
    private List<ServerRef> remaining(Duration left) {
        Predicate<ServerRef> there = WhileOpen.get(how.serverGroupId(), () -> how.read(caller.together(left)));
        return sent.parts().stream()
                .flatMap(part -> part.things().stream())
                .filter(there)
                .toList();
    }

    @Override
    public String toString() {
        return "Server" + sent;
    }
}
