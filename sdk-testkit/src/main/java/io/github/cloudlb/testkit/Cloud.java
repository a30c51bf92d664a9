package io.github.cloudlb.testkit;

import java.util.Locale;

/** What {@link Main} can run, under the names its command line has for them. */
enum Cloud {
    OCTAVIA,
    OTC,
    ALB,
    NLB;

    Hosted start(int port) {
        return switch (this) {
            case OCTAVIA -> Hosted.octavia(OctaviaServer.start(Dialect.OCTAVIA, port));
            case OTC -> Hosted.otc(OctaviaServer.start(Dialect.OTC, port));
            case ALB -> Hosted.alibaba(AlbServer.start(port), "ALB_ENDPOINT");
            case NLB -> Hosted.alibaba(NlbServer.start(port), "NLB_ENDPOINT");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
