package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Engine;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.http.Service;
import io.github.cloudlb.core.wire.Refusals;
import io.github.cloudlb.openstack.version.Versions;
import org.jspecify.annotations.Nullable;

import java.util.OptionalInt;

/** The load balancing service of one cloud: where it is, which dialect it speaks, and who we are there. */
final class Lbaas implements Service {
    private final Whereabouts whereabouts;
    private final Identity identity;
    private final ApiClient api;
    private volatile @Nullable LbaasDialect inFull;

    Lbaas(Whereabouts whereabouts, Identity identity, Engine engine) {
        this.whereabouts = whereabouts;
        this.identity = identity;
        this.api = new ApiClient(engine, this);
    }

    ApiClient api() {
        return api;
    }

    @Override
    public Dialect dialect(CallState call) {
        return whereabouts.dialect(identity, call);
    }

    @Override
    public LbaasDialect dialectInFull(CallState call) {
        LbaasDialect known = inFull;
        if (known == null) {
            known = whereabouts.dialect(identity, call);
            if (known.isOctavia() && known.minor().isEmpty()) {
                known = versioned(known, call);
            }
            inFull = known;
        }
        return known;
    }

    /** A cloud that does not tell its versions is taken for one of today. */
    private LbaasDialect versioned(LbaasDialect plain, CallState call) {
        try {
            OptionalInt minor = Versions.of(api.within(call))
                    .newestVersion()
                    .map(Versions::minorOf)
                    .orElseGet(OptionalInt::empty);
            return minor.isPresent() ? LbaasDialect.octavia(minor.getAsInt()) : plain;
        } catch (ServiceException | MalformedAnswerException untold) {
            return plain;
        }
    }

    @Override
    public Endpoint endpoint(CallState call) {
        return whereabouts.endpoint(identity, call);
    }

    @Override
    public void identify(Outgoing outgoing, CallState call) {
        identity.addTo(outgoing, call);
    }

    @Override
    public boolean renew(UnauthenticatedException refused, CallState call) {
        return identity.renew(call);
    }

    @Override
    public ServiceError explain(Answer answer) {
        identity.refusedWith(answer);
        return OpenStackErrors.explain(answer, api.time());
    }

    @Override
    public boolean isUnlocked(LockedException locked, Message message, CallState call) {
        if (LockLook.isOfAmphora(locked.text())) {
            throw Refusals.lasting(
                    locked, "An amphora can be deleted while it is in ERROR, or READY for no load balancer");
        }
        LockLook look = new LockLook(api.within(call), locked.text(), message);
        if (look.isInError()) {
            throw Refusals.lasting(
                    locked,
                    look.what() + " is in ERROR, which does not end by itself: fail it over, mend it or delete it");
        }
        if (look.isGone()) {
            throw Refusals.lasting(locked, look.what() + " does not exist any more");
        }
        return look.isFree();
    }
}
