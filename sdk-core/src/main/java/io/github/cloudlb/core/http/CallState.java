package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Deadline;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.SdkException.Failure;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.TransportException;
import okhttp3.Call;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** What a call carries through all its steps: its end, what became of it so far, and the way to stop it. */
public final class CallState {
    private final Time time;
    private final Deadline deadline;
    private final CallOptions options;
    private final Stop stop;
    private CallState parent = this;
    private Object request = "";
    private int attempts;
    private boolean maybeApplied;
    private String identity = "";

    CallState(Time time, Deadline deadline, CallOptions options) {
        this(time, deadline, options, new Stop());
    }

    private CallState(Time time, Deadline deadline, CallOptions options, Stop stop) {
        this.time = time;
        this.deadline = deadline;
        this.options = options;
        this.stop = stop;
    }

    /** For a call that this one needs, such as a login: it has the same end at the latest, and stops with it. */
    public CallState nested() {
        return nested(CallOptions.DEFAULTS);
    }

    /** The same with a limit of its own. */
    public CallState nested(CallOptions options) {
        Deadline end = options.limit()
                .map(limit -> Deadline.in(limit, time))
                .filter(own -> own.nanosLeft() < deadline.nanosLeft())
                .orElse(deadline);
        CallState nested = new CallState(time, end, options, stop);
        nested.parent = this;
        // If a login fails between two attempts, the first may still have done what was asked.
        nested.maybeApplied = maybeApplied;
        return nested;
    }

    /** The same call on its way to another request, such as the next page. */
    void asks(Object request) {
        this.request = request;
    }

    public Deadline deadline() {
        return deadline;
    }

    CallOptions options() {
        return options;
    }

    /** Counts an attempt. */
    void begins() {
        attempts++;
    }

    int attempts() {
        return attempts;
    }

    /** The shared part of a failure of the attempt just made: what an earlier attempt may have done counts too. */
    public Failure failure(Message message, Applied applied) {
        Applied outcome = message.reads() ? Applied.NO : applied;
        if (outcome == Applied.UNKNOWN) {
            maybeApplied = true;
        }
        return new Failure(
                shortened(request.toString()),
                attempts,
                outcome == Applied.NO && maybeApplied ? Applied.UNKNOWN : outcome);
    }

    /** The same failure, for good: what it may have done those that follow in the same call must not deny. */
    SdkException failedFor(SdkException failure) {
        parent.maybeApplied |= failure.applied() == Applied.UNKNOWN;
        return failure;
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    void pause(Duration duration, Message message) {
        Duration bounded = duration.compareTo(deadline.left()) < 0 ? duration : deadline.left();
        interruptibly(message, () -> time.pause(bounded));
    }

    /** Takes a lock unless the call ends before; true if it was taken. */
    public boolean takes(ReentrantLock lock, Message message) {
        if (lock.tryLock()) {
            return true;
        }
        try {
            return awaits(nanos -> lock.tryLock(nanos, TimeUnit.NANOSECONDS), message);
        } catch (CallInterruptedException stopped) {
            if (lock.isHeldByCurrentThread()) {
                lock.unlock();
            }
            throw stopped;
        }
    }

    /** Lets something else than an answer come unless the call ends before; true if it came. */
    public boolean awaits(Awaited awaited, Message message) {
        boolean[] came = new boolean[1];
        interruptibly(message, () -> came[0] = awaited.comesWithin(deadline.nanosLeft()));
        return came[0];
    }

    private void interruptibly(Message message, Step step) {
        try {
            stop.rest();
            step.run();
        } catch (InterruptedException interrupted) {
            if (!isStopped()) {
                Thread.currentThread().interrupt();
            }
            throw interrupted(message, Applied.NO);
        } finally {
            stop.leave();
        }
        throwIfStopped(message);
    }

    /** Keeps which identity the attempt goes out with, to know afterwards which was refused. */
    public void identifiedBy(String identity) {
        this.identity = identity;
    }

    /** The identity of the last attempt. */
    public String identity() {
        return identity;
    }

    /** For a step that did not come to an end within the limit of the call. */
    public TransportException timedOut(Message message, String what) {
        return new TransportException(failure(message, Applied.NO), what, new InterruptedIOException("timeout"));
    }

    CallInterruptedException interrupted(Message message, Applied applied) {
        String reason = stop.reason();
        return new CallInterruptedException(
                failure(message, applied), reason == null ? "the thread was interrupted" : reason);
    }

    void throwIfStopped(Message message) {
        if (isStopped() || Thread.currentThread().isInterrupted()) {
            throw interrupted(message, Applied.NO);
        }
    }

    boolean isStopped() {
        return stop.reason() != null;
    }

    void enter(Call exchange) {
        stop.enter(exchange);
    }

    void leave() {
        stop.leave();
    }

    /** Stops exchange, pause and repetition, from any thread. */
    void stop(String why) {
        stop.ask(why);
    }

    /** What comes, or not, while the thread rests. */
    public interface Awaited {
        boolean comesWithin(long nanos) throws InterruptedException;
    }

    private interface Step {
        void run() throws InterruptedException;
    }
}
