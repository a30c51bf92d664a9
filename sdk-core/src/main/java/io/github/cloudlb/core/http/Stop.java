package io.github.cloudlb.core.http;

import okhttp3.Call;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.ReentrantLock;

/** The way to stop a call from any thread; shared by a call and those it needs. */
final class Stop {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable String reason;
    private @Nullable Call exchange;
    private @Nullable Thread resting;
    private boolean woken;

    /** An exchange begins, which is cancelled when the call is to stop. */
    void enter(Call started) {
        change(started, null);
    }

    /** The current thread comes to rest, and is interrupted when the call is to stop. */
    void rest() {
        change(null, Thread.currentThread());
    }

    void leave() {
        change(null, null);
    }

    private void change(@Nullable Call started, @Nullable Thread sleeper) {
        lock.lock();
        try {
            exchange = started;
            resting = sleeper;
            if (reason != null) {
                wake();
            }
            if (sleeper == null && woken) {
                // Set by us, not meant for whatever the thread does next.
                Thread.interrupted();
                woken = false;
            }
        } finally {
            lock.unlock();
        }
    }

    void ask(String why) {
        lock.lock();
        try {
            if (reason == null) {
                reason = why;
            }
            wake();
        } finally {
            lock.unlock();
        }
    }

    /** Why the call is to stop; null if it is not. */
    @Nullable
    String reason() {
        return reason;
    }

    private void wake() {
        if (exchange != null) {
            exchange.cancel();
        }
        if (resting != null) {
            woken = true;
            resting.interrupt();
        }
    }
}
