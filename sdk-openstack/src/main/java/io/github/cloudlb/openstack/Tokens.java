package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.http.CallState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The token of a client, or of several: got by one login for any number of threads, renewed ahead of its end by one of
 * them while the others go on with the old one, and kept when a renewal fails as long as it is valid.
 */
final class Tokens {
    private static final Logger log = LoggerFactory.getLogger(Tokens.class);
    /** After a renewal that failed while the token is valid: not every call shall wait for a Keystone that is down. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final Message LOGIN = Message.post("auth", "tokens");

    private final Place place;
    private final Function<CallState, Token> login;
    private final Supplier<Instant> clock;
    private final boolean renewable;

    /**
     * Keeps one token.
     *
     * @param place where; may be that of other clients of the same identity, too
     * @param renewable whether logging in again gives another
     */
    Tokens(Place place, Function<CallState, Token> login, Supplier<Instant> clock, boolean renewable) {
        this.place = place;
        this.login = login;
        this.clock = clock;
        this.renewable = renewable;
    }

    Token get(CallState call) {
        Token token = place.current;
        Instant now = clock.get();
        if (token != null && now.isBefore(token.renewAt())) {
            return token;
        }
        if (token != null && now.isBefore(token.expiresAt())) {
            return renewedAhead(token, call);
        }
        return loggedIn(token, call);
    }

    /** Whether there is another token now than the one that was refused. */
    boolean replace(String refused, CallState call) {
        if (!renewable) {
            return false;
        }
        Token token = place.current;
        if (token != null && token.value().equals(refused)) {
            loggedIn(token, call);
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // whether somebody else has tried meanwhile
    private Token renewedAhead(Token old, CallState call) {
        if (!place.lock.tryLock()) {
            return old;
        }
        try {
            Token token = place.current;
            if (token != null && token != old) {
                return token;
            }
            return renewed(call);
        } catch (SdkException failed) {
            log.warn("the token is valid until {}, but could not be renewed: {}", old.expiresAt(), failed.getMessage());
            place.current = old.renewedAt(clock.get().plus(AGAIN));
            return old;
        } finally {
            place.lock.unlock();
        }
    }

    private Token loggedIn(@Nullable Token useless, CallState call) {
        if (!call.takes(place.lock, LOGIN)) {
            // The limit of the call ran out while another thread logs in; the attempt will say so.
            throw call.timedOut(LOGIN, "another thread's login did not end in time");
        }
        try {
            Token token = place.current;
            if (token != null && (useless == null || !token.value().equals(useless.value()))) {
                return token;
            }
            return renewed(call);
        } finally {
            place.lock.unlock();
        }
    }

    private Token renewed(CallState call) {
        Token token = login.apply(call);
        place.current = token;
        return token;
    }

    /** Where a token is kept, and who may renew it. */
    static final class Place {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Token current;
    }
}
