package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.ServiceFailureException;
import io.github.cloudlb.core.ThrottledException;
import io.github.cloudlb.core.TransportException;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.signing.AccessKey;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Several places for credentials: the first that gives a key is asked from then on, and no other. One that is set up but
 * cannot be reached just now ends the call, so that nobody acts as somebody else because of a network that is down.
 */
final class Chain implements KeySource {
    private static final Message WALK = Message.post();
    /** So long nothing is looked for again that was not there: many threads shall not wait for it one after the other. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final List<Member> members;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Walk last = new Walk(List.of(), null, Instant.MIN);

    Chain(List<Member> members) {
        this.members = members;
    }

    /**
     * One place.
     *
     * @param mayBeAway whether not reaching it says that it is not there
     */
    record Member(String name, KeySource source, boolean mayBeAway) {}

    /** How far the members were asked, why those before the last gave nothing, and until when that holds. */
    private record Walk(List<String> reasons, @Nullable Member used, Instant until) {}

    @Override
    public AccessKey key(CallState call, Origin origin) {
        Member used = last.used();
        if (used != null) {
            return used.source().key(call, origin);
        }
        if (!call.takes(lock, WALK)) {
            throw call.timedOut(WALK, "another thread's search for credentials did not end in time");
        }
        try {
            Member found = last.used();
            return found == null ? walk(call, origin) : found.source().key(call, origin);
        } finally {
            lock.unlock();
        }
    }

    private AccessKey walk(CallState call, Origin origin) {
        Walk before = last;
        if (origin.now().isBefore(before.until())) {
            throw NoCredentialsException.because(call, String.join("; ", before.reasons()));
        }
        return asked(call, origin);
    }

    private AccessKey asked(CallState call, Origin origin) {
        List<String> reasons = new ArrayList<>();
        for (Member member : members) {
            try {
                AccessKey key = member.source().key(call, origin);
                last = new Walk(List.copyOf(reasons), member, Instant.MAX);
                return key;
            } catch (SdkException failed) {
                reasons.add(member.name() + ": " + reason(failed));
                last = new Walk(List.copyOf(reasons), null, Instant.MIN);
                if (!member.mayBeAway() && isPassing(failed) || failed instanceof CallInterruptedException) {
                    throw failed;
                }
            }
        }
        // A call that had no time to look says nothing about what others would find.
        Instant until = call.deadline().isOver() ? Instant.MIN : origin.now().plus(AGAIN);
        last = new Walk(List.copyOf(reasons), null, until);
        throw NoCredentialsException.because(call, String.join("; ", reasons));
    }

    private static String reason(SdkException failed) {
        return failed instanceof NoCredentialsException none ? none.reason() : String.valueOf(failed.getMessage());
    }

    private static boolean isPassing(SdkException failed) {
        return failed instanceof TransportException
                || failed instanceof ThrottledException
                || failed instanceof ServiceFailureException
                || failed instanceof MalformedAnswerException;
    }

    @Override
    public boolean replace(String refusedId, CallState call, Origin origin) {
        Member used = last.used();
        return used != null && used.source().replace(refusedId, call, origin);
    }

    @Override
    public String explain() {
        Walk walk = last;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (i < walk.reasons().size()) {
                lines.add("not used: " + walk.reasons().get(i));
            } else if (member.equals(walk.used())) {
                lines.add("used: " + member.source().explain());
            } else {
                lines.add("not asked: " + member.name());
            }
        }
        return String.join("\n", lines);
    }

    @Override
    public String toString() {
        return "credentials chain";
    }
}
