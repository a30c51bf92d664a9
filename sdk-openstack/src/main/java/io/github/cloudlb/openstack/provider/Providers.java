package io.github.cloudlb.openstack.provider;

import io.github.cloudlb.core.Caller;

import java.util.stream.Stream;

/** Providers: the drivers that load balancers are made with. Thread-safe. */
public final class Providers extends ProviderOperations {
    private Providers(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Providers of(Caller caller) {
        return new Providers(caller);
    }

    /** Lists the providers that are enabled. */
    public Stream<Provider> listProviders() {
        return listProviders(ListProviders.builder().build());
    }
}
