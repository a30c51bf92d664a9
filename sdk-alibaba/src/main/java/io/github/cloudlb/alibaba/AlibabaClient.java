package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Client;

/** What the clients for Alibaba Cloud's services share. Thread-safe. */
public abstract class AlibabaClient extends Client {
    private final Setup setup;

    AlibabaClient(Setup setup) {
        super(setup.caller(), setup.resources());
        this.setup = setup;
    }

    final Setup setup() {
        return setup;
    }
}
