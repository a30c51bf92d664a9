package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.alibaba.Product;
import io.github.cloudlb.testkit.internal.http.Json;

import java.time.InstantSource;
import java.util.Map;

/**
 * Alibaba Cloud NLB, version 2022-04-30, in this JVM, with all its operations.
 *
 * <p>A job is done at once unless {@link #jobsTake} or {@link #jobsTakeLooks} says otherwise. Every call must be signed,
 * with one of the keys below and by the clock handed in: by ACS3-HMAC-SHA256, or by the older HMAC-SHA1 with parameters.
 */
public final class NlbServer extends AlibabaServer {

    private NlbServer(InstantSource time, int port) {
        super(Product.NLB, time, port);
    }

    /** Starts on a free port of the loopback interface; its time is that of the machine until {@link #time()} is asked. */
    public static NlbServer start() {
        return start(VirtualTime.flowing());
    }

    /** Starts on a free port of the loopback interface; what was signed is too old, or not, by this clock. */
    public static NlbServer start(InstantSource clock) {
        return new NlbServer(clock, 0);
    }

    /** In the machine's time, on this port. */
    static NlbServer start(int port) {
        return new NlbServer(VirtualTime.flowing(), port);
    }

    @Override
    Map<String, Object> listener(String protocol, int port, String serverGroupId) {
        return Json.object("ListenerProtocol", protocol, "ListenerPort", port, "ServerGroupId", serverGroupId);
    }
}
