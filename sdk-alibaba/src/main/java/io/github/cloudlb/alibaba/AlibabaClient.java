package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Client;

import java.time.Duration;

/** What the clients for Alibaba Cloud's services share. Thread-safe. */
public abstract class AlibabaClient extends Client {
    private final Setup setup;

    AlibabaClient(Setup setup) {
        super(setup.caller(), setup.origin().engine());
        this.setup = setup;
    }

    final Setup setup() {
        return setup;
    }

    /** Who asks; {@link AlibabaCredentials#explain()} tells how that was found out. */
    public final AlibabaCredentials credentials() {
        return setup.credentials();
    }

    /**
     * How far the service's clock is ahead of that of this machine, negative if behind. Zero until the service refuses a
     * date of ours: the difference is then read off its answer, the request signed once more, and gone by from then on.
     */
    public final Duration clockOffset() {
        return setup.clock().ahead();
    }
}
