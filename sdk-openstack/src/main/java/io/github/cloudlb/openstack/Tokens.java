package io.github.cloudlb.openstack;

import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Renewing;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** The token of a client, or of several: got by one login for any number of threads. */
final class Tokens implements Renewing.Source<Token> {
    private final Renewing<Token> place;
    private final Function<CallState, Token> login;
    private final Supplier<Instant> clock;
    private final boolean renewable;

    /**
     * Keeps one token.
     *
     * @param place where; may be that of other clients of the same identity, too
     * @param renewable whether logging in again gives another
     */
    Tokens(Renewing<Token> place, Function<CallState, Token> login, Supplier<Instant> clock, boolean renewable) {
        this.place = place;
        this.login = login;
        this.clock = clock;
        this.renewable = renewable;
    }

    /** A place for a token. */
    static Renewing<Token> place() {
        return new Renewing<>("the token");
    }

    Token get(CallState call) {
        return place.get(call, this);
    }

    /** Whether there is another token now than the one that was refused. */
    boolean replace(String refused, CallState call) {
        if (renewable) {
            place.replace(token -> token.value().equals(refused), call, this);
        }
        return renewable;
    }

    @Override
    public Token renewed(CallState call) {
        return login.apply(call);
    }

    @Override
    public Instant now() {
        return clock.get();
    }
}
