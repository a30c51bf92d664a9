package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.http.Engine;
import io.github.cloudlb.core.http.ServiceClock;

import java.time.Instant;

/** The client on whose connections, and by whose clock, keys are got and requests signed. */
record Origin(Engine engine, ServiceClock clock, AlibabaSignature signature) {
    /** The time of this machine, right or not. */
    Instant now() {
        return engine.settings().time().now();
    }
}
