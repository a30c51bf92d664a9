package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.openstack.Token.CatalogEntry;
import org.jspecify.annotations.Nullable;

import java.net.URI;

/** Where the load balancers of a cloud are and which dialect they speak: as given, or else as the catalog says. */
final class Whereabouts {
    private static final String OTC = "otc.t-systems.com";

    private final CatalogSearch search;
    private final boolean plainHttp;
    private final @Nullable LbaasDialect givenDialect;
    private final @Nullable Endpoint givenEndpoint;
    private volatile @Nullable Place found;

    Whereabouts(Setup setup, boolean plainHttp) {
        this.search = setup.search();
        this.plainHttp = plainHttp;
        URI given = setup.endpoint;
        boolean signs = setup.who().method() == Method.ACCESS_KEY;
        if (given == null && setup.authUrl == null && signs) {
            given = URI.create(wellKnown(setup.region));
        }
        this.givenEndpoint = given == null ? null : endpoint(given.toString());
        // Nobody else takes access keys.
        this.givenDialect = setup.dialect == null && signs ? LbaasDialect.OTC : setup.dialect;
    }

    /**
     * Open Telekom Cloud's addresses follow a rule; only the Swiss region's are below another name.
     *
     * @see <a href="https://docs.otc.t-systems.com/regions-and-endpoints/">Regions and endpoints</a>
     */
    private static String wellKnown(String region) {
        InvalidInputException.require(region.matches("[a-z0-9-]+"), "region", region, "one such as eu-de is");
        return "https://elb." + region + (region.equals("eu-ch2") ? ".sc." : ".") + OTC;
    }

    LbaasDialect dialect(Identity identity, CallState call) {
        if (givenDialect != null) {
            return givenDialect;
        }
        if (givenEndpoint != null) {
            return givenEndpoint.authority().endsWith(OTC) ? LbaasDialect.OTC : LbaasDialect.OCTAVIA;
        }
        return place(identity, call).dialect();
    }

    Endpoint endpoint(Identity identity, CallState call) {
        return givenEndpoint != null ? givenEndpoint : place(identity, call).endpoint();
    }

    /** The catalog may name a version, which the paths of requests name themselves. */
    private Endpoint endpoint(String url) {
        String bare = url.replaceFirst("/+$", "").replaceFirst("/v[12](\\.\\d+)?(/lbaas)?$", "");
        return Endpoint.of(URI.create(bare), plainHttp);
    }

    /** Looked up once: it is asked for at each attempt. */
    private Place place(Identity identity, CallState call) {
        Place place = found;
        if (place == null) {
            CatalogEntry entry = search.in(identity.catalog(call));
            place = new Place(
                    endpoint(entry.url()),
                    entry.type().equals(CatalogSearch.ELB) ? LbaasDialect.OTC : LbaasDialect.OCTAVIA);
            found = place;
        }
        return place;
    }

    /** What the catalog tells. */
    private record Place(Endpoint endpoint, LbaasDialect dialect) {}
}
