package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.alibaba.AlbHandler;
import io.github.cloudlb.testkit.internal.alibaba.ServerOperations;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Alibaba Cloud ALB, version 2020-06-16, in this JVM: server groups, their servers, and the jobs that change them.
 *
 * <p>A job is done at once unless {@link #jobsTakeLooks} says otherwise. Signatures are checked, with the key below
 * and the clock handed in, for every call that has headers {@code x-acs-...} or {@code Authorization}; a call in the
 * older form, with the parameters {@code Action} and {@code Version}, is believed.
 */
public final class AlbServer extends CloudServer<AlbHandler> {
    /** Id of the one access key. */
    public static final String ACCESS_KEY_ID = "testkit-access-key-id";
    /** Secret of the one access key. */
    public static final String ACCESS_KEY_SECRET = "testkit-access-key-secret";
    /** The network that all server groups are in if they do not say. */
    public static final String VPC_ID = "vpc-testkit";

    private AlbServer(InstantSource time, int port) {
        super(time, port, new CopyOnWriteArrayList<>(), AlbHandler::new);
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

    /** The endpoint, without a slash at the end. */
    public URI uri() {
        return uri("");
    }

    /** Adds an available server group of type Instance, and returns its id. */
    public String addServerGroup(String name) {
        return locked(() -> cloud().groups().add(name).id());
    }

    /** Adds an available server of weight 100. */
    public void addServer(String groupId, String serverId, String serverType, int port) {
        locked(() -> cloud().groups().get(groupId).servers().add(ServerOperations.server(serverId, serverType, port)));
    }

    /** Jobs started from now on are Processing for that many looks by ListAsynJobs, and at the next they are done. */
    public void jobsTakeLooks(int looks) {
        synchronized (cloud()) {
            cloud().jobs().takeLooks(looks);
        }
    }

    /** Jobs started from now on last that long by the server's clock; their group is Configuring meanwhile. */
    public void jobsTake(Duration duration) {
        synchronized (cloud()) {
            cloud().jobs().take(duration);
        }
    }

    /** The next job ends as Failed, and changes nothing. */
    public void jobFails(String code, String message) {
        synchronized (cloud()) {
            cloud().jobs().nextFails(code, message);
        }
    }

    /** The servers of a group as they are now, in the order in which they were added. */
    public List<AlbBackend> servers(String groupId) {
        return locked(() -> cloud().groups().get(groupId).servers().stream()
                .map(AlbBackend::of)
                .toList());
    }

    private <T> T locked(Supplier<T> action) {
        synchronized (cloud()) {
            return action.get();
        }
    }
}
