import org.jspecify.annotations.NullMarked;

/** The one path of a call, whatever the cloud: requests, exceptions, limits, repetition, waiting. */
@NullMarked
module io.github.cloudlb.core {
    requires transitive okhttp3;
    requires okio;
    requires kotlin.stdlib;
    requires tools.jackson.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.cloudlb.core;
    exports io.github.cloudlb.core.http to
            io.github.cloudlb.openstack,
            io.github.cloudlb.alibaba;
    exports io.github.cloudlb.core.wire to
            io.github.cloudlb.openstack,
            io.github.cloudlb.alibaba;
    exports io.github.cloudlb.core.signing to
            io.github.cloudlb.openstack,
            io.github.cloudlb.alibaba;
}
