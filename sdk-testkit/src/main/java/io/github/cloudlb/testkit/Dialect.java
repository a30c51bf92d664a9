package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.octavia.LbaasCloud;
import io.github.cloudlb.testkit.internal.octavia.OctaviaHandler;
import io.github.cloudlb.testkit.internal.otc.OtcHandler;

import java.time.InstantSource;

/** Whose variant of LBaaS v2.0 an {@link OctaviaServer} speaks. */
public enum Dialect {
    /** OpenStack Octavia. */
    OCTAVIA,
    /** Open Telekom Cloud, shared load balancers. */
    OTC;

    LbaasCloud newCloud(InstantSource clock, Journal journal) {
        return switch (this) {
            case OCTAVIA -> new OctaviaHandler(clock, journal);
            case OTC -> new OtcHandler(clock, journal);
        };
    }
}
