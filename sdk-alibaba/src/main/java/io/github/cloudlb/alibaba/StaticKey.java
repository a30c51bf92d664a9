package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.signing.AccessKey;

/** A key that somebody wrote down. */
record StaticKey(String from, AccessKey key) implements KeySource {
    @Override
    public AccessKey key(CallState call, Origin origin) {
        return key;
    }

    @Override
    public String explain() {
        return from + ", key " + key.id() + (key.isTemporary() ? " with its token" : "");
    }
}
