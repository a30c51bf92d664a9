package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.signing.AccessKey;

/** Nobody: for requests that are not signed. */
record NoKey() implements KeySource {
    @Override
    public AccessKey key(CallState call, Origin origin) {
        throw new IllegalStateException("an anonymous request is not signed");
    }

    @Override
    public String explain() {
        return "nobody";
    }
}
