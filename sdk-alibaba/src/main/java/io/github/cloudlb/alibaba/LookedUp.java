package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.signing.AccessKey;
import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.util.concurrent.locks.ReentrantLock;

/** A place to look for credentials, looked at when it is first asked and, once something was found, not again. */
final class LookedUp implements KeySource {
    private final String name;
    private final Lookup lookup;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable KeySource found;

    LookedUp(String name, Lookup lookup) {
        this.name = name;
        this.lookup = lookup;
    }

    /** Looks, in variables and files, and asks nobody. */
    interface Lookup {
        KeySource look() throws NotSetUpException;
    }

    @Override
    public AccessKey key(CallState call, Origin origin) {
        KeySource source = found;
        if (source == null) {
            source = look(call);
        }
        return source.key(call, origin);
    }

    private KeySource look(CallState call) {
        lock.lock();
        try {
            KeySource source = found;
            if (source == null) {
                source = lookup.look();
                found = source;
            }
            return source;
        } catch (NotSetUpException nothing) {
            throw NoCredentialsException.because(call, nothing.reason());
        } catch (InvalidInputException | InvalidPathException unusable) {
            throw NoCredentialsException.because(call, String.valueOf(unusable.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean replace(String refusedId, CallState call, Origin origin) {
        KeySource source = found;
        return source != null && source.replace(refusedId, call, origin);
    }

    @Override
    public String explain() {
        KeySource source = found;
        return source == null ? name + ", not asked yet" : name + ": " + source.explain();
    }

    @Override
    public String toString() {
        return name;
    }
}
