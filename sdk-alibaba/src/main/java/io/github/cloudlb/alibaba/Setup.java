package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Client.Resources;

/** What a client is made of, from its builder to the client itself and its variants. */
record Setup(Caller caller, Resources resources) {
    Setup with(CallOptions options) {
        return new Setup(caller.with(options), resources);
    }
}
