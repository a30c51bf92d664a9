package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Engine;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.http.Service;
import io.github.cloudlb.core.wire.Refusals;
import io.github.cloudlb.openstack.Token.CatalogEntry;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Optional;

/** The load balancing service of one cloud: where it is, which dialect it speaks, and the token that goes with each attempt. */
final class Lbaas implements Service {
    private static final String HEADER = "X-Auth-Token";

    private final OpenStackClient.Builder settings;
    private final Optional<LbaasDialect> givenDialect;
    private final Optional<Endpoint> givenEndpoint;
    private final Tokens tokens;
    private final ApiClient api;
    private volatile @Nullable Place found;

    Lbaas(OpenStackClient.Builder settings, Engine engine, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
        this.givenEndpoint = settings.endpoint().isPresent()
                ? Optional.of(endpoint(settings.endpoint().get().toString()))
                : Optional.empty();
        this.givenDialect = settings.dialect();
        this.api = new ApiClient(engine, this);
    }

    ApiClient api() {
        return api;
    }

    @Override
    public Dialect dialect(CallState call) {
        if (givenDialect.isPresent()) {
            return givenDialect.get();
        }
        if (givenEndpoint.isPresent()) {
            boolean otc = givenEndpoint.get().authority().endsWith("otc.t-systems.com");
            return otc ? LbaasDialect.OTC : LbaasDialect.OCTAVIA;
        }
        return place(call).dialect();
    }

    @Override
    public Endpoint endpoint(CallState call) {
        return givenEndpoint.isPresent() ? givenEndpoint.get() : place(call).endpoint();
    }

    /** The catalog may name a version, which the paths of requests name themselves. */
    private Endpoint endpoint(String url) {
        String bare = url.replaceFirst("/+$", "").replaceFirst("/v[12](\\.\\d+)?(/lbaas)?$", "");
        return Endpoint.of(URI.create(bare), settings.plainHttp());
    }

    /** Looked up once: it is asked for at each attempt. */
    private Place place(CallState call) {
        Place place = found;
        if (place == null) {
            CatalogEntry entry = Catalog.find(tokens.get(call).catalog(), settings.access(), settings.region);
            place = new Place(
                    endpoint(entry.url()), entry.type().equals("elb") ? LbaasDialect.OTC : LbaasDialect.OCTAVIA);
            found = place;
        }
        return place;
    }

    @Override
    public void identify(Outgoing outgoing, CallState call) {
        String token = tokens.get(call).value();
        outgoing.header(HEADER, token);
        call.identifiedBy(token);
    }

    @Override
    public boolean renew(UnauthenticatedException refused, CallState call) {
        return tokens.replace(call.identity(), call);
    }

    @Override
    public ServiceError explain(Answer answer) {
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
        return look.isFree();
    }

    /** What the catalog tells. */
    private record Place(Endpoint endpoint, LbaasDialect dialect) {}
}
