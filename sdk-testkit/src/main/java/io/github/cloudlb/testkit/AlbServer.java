package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.alibaba.Product;
import io.github.cloudlb.testkit.internal.http.Json;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Alibaba Cloud ALB, version 2020-06-16, in this JVM, with all its operations: load balancers, listeners, rules, server
 * groups, access control lists, and whatever else belongs to them.
 *
 * <p>A job is done at once unless {@link #jobsTake} or {@link #jobsTakeLooks} says otherwise. Every call must be signed,
 * with one of the keys below and by the clock handed in: by ACS3-HMAC-SHA256, or by the older HMAC-SHA1 with parameters.
 */
public final class AlbServer extends AlibabaServer {

    private AlbServer(InstantSource time, int port) {
        super(Product.ALB, time, port);
    }

    /** Starts on a free port of the loopback interface; its time is that of the machine until {@link #time()} is asked. */
    public static AlbServer start() {
        return start(VirtualTime.flowing());
    }

    /** Starts on a free port of the loopback interface; what was signed is too old, or not, by this clock. */
    public static AlbServer start(InstantSource clock) {
        return new AlbServer(clock, 0);
    }

    /** In the machine's time, on this port. */
    static AlbServer start(int port) {
        return new AlbServer(VirtualTime.flowing(), port);
    }

    @Override
    Map<String, Object> listener(String protocol, int port, String serverGroupId) {
        Map<String, Object> forward = Map.of("ServerGroupTuples", List.of(Map.of("ServerGroupId", serverGroupId)));
        return Json.object(
                "ListenerProtocol",
                protocol,
                "ListenerPort",
                port,
                "DefaultActions",
                List.of(Map.of("Type", "ForwardGroup", "ForwardGroupConfig", forward)));
    }
}
