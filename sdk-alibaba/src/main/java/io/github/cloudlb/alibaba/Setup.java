package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.http.ServiceClock;

/** What a client is made of, from its builder to the client itself and its variants. */
record Setup(Caller caller, Origin origin, AlibabaCredentials credentials) {
    Setup with(CallOptions options) {
        return new Setup(caller.with(options), origin, credentials);
    }

    ServiceClock clock() {
        return origin.clock();
    }
}
