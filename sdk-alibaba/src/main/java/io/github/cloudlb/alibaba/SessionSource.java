package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Renewing;
import io.github.cloudlb.core.signing.AccessKey;

import java.time.Instant;

/** Somebody whose keys end and are renewed, once for any number of threads. */
final class SessionSource implements KeySource {
    private final String name;
    private final Issuer issuer;
    private final Renewing<Session> place;

    SessionSource(String name, Issuer issuer) {
        this.name = name;
        this.issuer = issuer;
        this.place = new Renewing<>("the key of " + name);
    }

    /** Gets a key that ends. */
    interface Issuer {
        Session issue(CallState call, Origin origin);
    }

    Issuer issuer() {
        return issuer;
    }

    @Override
    public AccessKey key(CallState call, Origin origin) {
        return place.get(call, renewal(origin)).key();
    }

    @Override
    public boolean replace(String refusedId, CallState call, Origin origin) {
        place.replace(session -> session.key().id().equals(refusedId), call, renewal(origin));
        Session now = place.kept();
        return now != null && !now.key().id().equals(refusedId);
    }

    private Renewing.Source<Session> renewal(Origin origin) {
        return new Renewing.Source<>() {
            @Override
            public Session renewed(CallState call) {
                return issuer.issue(call, origin);
            }

            @Override
            public Instant now() {
                return origin.now();
            }
        };
    }

    @Override
    public String explain() {
        Session session = place.kept();
        return session == null
                ? name + ", not asked yet"
                : name + ", key " + session.key().id() + " until " + session.expiresAt();
    }

    @Override
    public String toString() {
        return name;
    }
}
