package io.github.cloudlb.openstack;

import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.openstack.Token.CatalogEntry;

import java.util.List;
import java.util.Optional;

/** Who a client is, and what Keystone tells it for that. */
interface Identity extends Proof {
    /** Where the services are; may have to ask Keystone. */
    List<CatalogEntry> catalog(CallState call);

    /** The project it acts for, if that is known; may have to log in to know. */
    Optional<String> projectId(CallState call);
}
