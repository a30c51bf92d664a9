package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.alibaba.Credentials;
import io.github.cloudlb.testkit.internal.alibaba.Kind;
import io.github.cloudlb.testkit.internal.alibaba.Product;
import io.github.cloudlb.testkit.internal.alibaba.RpcHandler;
import io.github.cloudlb.testkit.internal.http.Json;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What both load balancing services of Alibaba Cloud have in common. */
abstract class AlibabaServer extends StatefulServer<RpcHandler> {
    /** Id of the one access key that stays. */
    public static final String ACCESS_KEY_ID = Credentials.KEY_ID;
    /** Its secret. */
    public static final String ACCESS_KEY_SECRET = Credentials.KEY_SECRET;
    /** Id of the one temporary access key, which is good only with {@link #SECURITY_TOKEN}. */
    public static final String TEMPORARY_ACCESS_KEY_ID = Credentials.TEMPORARY_KEY_ID;
    /** Its secret. */
    public static final String TEMPORARY_ACCESS_KEY_SECRET = Credentials.TEMPORARY_KEY_SECRET;
    /** The token that the temporary access key comes with. */
    public static final String SECURITY_TOKEN = Credentials.SECURITY_TOKEN;
    /** The network that everything is in if nothing is said. */
    public static final String VPC_ID = "vpc-testkit";

    AlibabaServer(Product product, InstantSource time, int port) {
        super(time, port, (clock, journal) -> new RpcHandler(product, clock, journal));
    }

    /** The endpoint, without a slash at the end. */
    public URI uri() {
        return uri("");
    }

    /** Adds an active load balancer, and returns its id. */
    public String addLoadBalancer(String name) {
        return locked(() -> cloud().add(Kind.LOAD_BALANCER, null, Map.of("LoadBalancerName", name)));
    }

    /** Adds a running listener that forwards to this server group, and returns its id. */
    public String addListener(String loadBalancerId, String protocol, int port, String serverGroupId) {
        return locked(() -> cloud().add(Kind.LISTENER, loadBalancerId, listener(protocol, port, serverGroupId)));
    }

    abstract Map<String, Object> listener(String protocol, int port, String serverGroupId);

    /** Adds an available server group of type Instance, and returns its id. */
    public String addServerGroup(String name) {
        return locked(() -> cloud().add(Kind.SERVER_GROUP, null, Map.of("ServerGroupName", name)));
    }

    /** Adds an available server of weight 100. */
    public void addServer(String groupId, String serverId, String serverType, int port) {
        locked(() -> cloud().add(
                        Kind.SERVER,
                        groupId,
                        Json.object("ServerId", serverId, "ServerType", serverType, "Port", port)));
    }

    /** Jobs started from now on are Processing for that many looks at them, and at the next they are done. */
    public void jobsTakeLooks(int looks) {
        change(() -> cloud().jobs().takeLooks(looks));
    }

    /** Jobs started from now on last that long by the server's clock; what they change is Configuring meanwhile. */
    public void jobsTake(Duration duration) {
        change(() -> cloud().jobs().take(duration));
    }

    /** The next job ends as Failed, and changes nothing. */
    public void jobFails(String code, String message) {
        change(() -> cloud().jobs().nextFails(code, message));
    }

    /** The next job ends as Failed, and changes nothing. */
    public void jobFails(String code) {
        jobFails(code, "The job has failed: " + code + ".");
    }

    /** The next change of this server never ends: its job stays Processing, and its group Configuring. */
    public void serverStuck(String serverGroupId, String serverId) {
        change(() -> cloud().stick(serverGroupId, serverId));
    }

    /** The servers of a group as they are now, in the order in which they were added. */
    public List<AlbBackend> servers(String groupId) {
        return locked(() ->
                cloud().all(Kind.SERVER, groupId).stream().map(AlbBackend::of).toList());
    }

    private void change(Runnable action) {
        locked(() -> {
            action.run();
            return action;
        });
    }

    private <T> T locked(Supplier<T> action) {
        synchronized (cloud()) {
            return action.get();
        }
    }
}
