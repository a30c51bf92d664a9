package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.SdkException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Where something is kept that ends and can be had anew, such as a token: got once for any number of threads, renewed
 * ahead of its end by one of them while the others go on with the old one, and kept when a renewal fails as long as it
 * is valid.
 */
public final class Renewing<T extends Renewing.Lasting<T>> {
    private static final Logger log = LoggerFactory.getLogger(Renewing.class);
    /** After a renewal that failed while the old one is valid: not every call shall wait for a service that is down. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final Message RENEWAL = Message.post();

    private final String what;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable T current;

    /** An empty place; {@code what} is how a log calls its content. */
    public Renewing(String what) {
        this.what = what;
    }

    /** What is valid for a while. */
    public interface Lasting<T> {
        Instant expiresAt();

        /** From then on a new one is got, ahead of the end. */
        Instant renewAt();

        /** The same, renewed at another time. */
        T renewedAt(Instant instant);
    }

    /** Who gets a new one, and by which clock. */
    public interface Source<T> {
        T renewed(CallState call);

        Instant now();
    }

    /** One that is valid. */
    public T get(CallState call, Source<T> source) {
        T kept = current;
        Instant now = source.now();
        if (kept != null && now.isBefore(kept.renewAt())) {
            return kept;
        }
        if (kept != null && now.isBefore(kept.expiresAt())) {
            return renewedAhead(kept, call, source);
        }
        return got(call, source, other -> !source.now().isBefore(other.expiresAt()));
    }

    /** Gets another in place of one that is refused, unless that has happened already. */
    public void replace(Predicate<T> refused, CallState call, Source<T> source) {
        T kept = current;
        if (kept != null && refused.test(kept)) {
            got(call, source, refused);
        }
    }

    /** What is kept, valid or not; null before there is any. */
    public @Nullable T kept() {
        return current;
    }

    @SuppressWarnings("ReferenceEquality") // whether somebody else has tried meanwhile
    private T renewedAhead(T old, CallState call, Source<T> source) {
        if (!lock.tryLock()) {
            return old;
        }
        try {
            T kept = current;
            if (kept != null && kept != old) {
                return kept;
            }
            return renewed(call, source);
        } catch (SdkException failed) {
            log.warn("{} is valid until {}, but could not be renewed: {}", what, old.expiresAt(), failed.getMessage());
            current = old.renewedAt(source.now().plus(AGAIN));
            return old;
        } finally {
            lock.unlock();
        }
    }

    private T got(CallState call, Source<T> source, Predicate<T> useless) {
        if (!call.takes(lock, RENEWAL)) {
            // The limit of the call ran out while another thread is at it; the attempt will say so.
            throw call.timedOut(RENEWAL, "another thread's renewal of " + what + " did not end in time");
        }
        try {
            T kept = current;
            if (kept != null && !useless.test(kept)) {
                return kept;
            }
            return renewed(call, source);
        } finally {
            lock.unlock();
        }
    }

    private T renewed(CallState call, Source<T> source) {
        T fresh = source.renewed(call);
        current = fresh;
        return fresh;
    }
}
