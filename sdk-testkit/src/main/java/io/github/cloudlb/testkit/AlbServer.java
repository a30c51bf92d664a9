package io.github.cloudlb.testkit;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Alibaba Cloud ALB, version 2020-06-16, in this JVM: server groups, their servers, and the jobs that change them.
 *
 * <p>A job is done at once unless {@link #jobsTakeLooks} says otherwise. Signatures are checked, with the key below
 * and the clock handed in, for every call that has headers {@code x-acs-...} or {@code Authorization}; a call in the
 * older form, with the parameters {@code Action} and {@code Version}, is believed.
 */
public final class AlbServer implements AutoCloseable {
    /** Id of the one access key. */
    public static final String ACCESS_KEY_ID = "testkit-access-key-id";
    /** Secret of the one access key. */
    public static final String ACCESS_KEY_SECRET = "testkit-access-key-secret";
    /** The network that all server groups are in if they do not say. */
    public static final String VPC_ID = "vpc-testkit";

    private final GroupOperations groups;
    private final Jobs jobs;
    private final AlbHandler handler;
    private final LocalServer server;

    private AlbServer(InstantSource clock) {
        groups = new GroupOperations(clock);
        jobs = new Jobs(clock);
        handler = new AlbHandler(new AlbSignatures(clock), jobs, groups, new ServerOperations(groups));
        server = LocalServer.started(handler, AlbHandler::named);
    }

    /** Starts on a free port of the loopback interface, with the system's clock. */
    public static AlbServer start() {
        return start(InstantSource.system());
    }

    /** Starts on a free port of the loopback interface; what was signed is too old, or not, by this clock. */
    public static AlbServer start(InstantSource clock) {
        return new AlbServer(clock);
    }

    /** The endpoint, without a slash at the end. */
    public URI uri() {
        return server.uri("");
    }

    /** Adds an available server group of type Instance, and returns its id. */
    public String addServerGroup(String name) {
        return locked(() -> groups.add(name).id());
    }

    /** Adds an available server of weight 100. */
    public void addServer(String groupId, String serverId, String serverType, int port) {
        locked(() -> groups.get(groupId).servers().add(ServerOperations.server(serverId, serverType, port)));
    }

    /** Jobs started from now on are Processing for that many looks by ListAsynJobs, and at the next they are done. */
    public void jobsTakeLooks(int looks) {
        synchronized (handler) {
            jobs.takeLooks(looks);
        }
    }

    /** Jobs started from now on last that long by the server's clock; their group is Configuring meanwhile. */
    public void jobsTake(Duration duration) {
        synchronized (handler) {
            jobs.take(duration);
        }
    }

    /** The next job ends as Failed, and changes nothing. */
    public void jobFails(String code, String message) {
        synchronized (handler) {
            jobs.nextFails(code, message);
        }
    }

    /** The servers of a group as they are now, in the order in which they were added. */
    public List<AlbBackend> servers(String groupId) {
        return locked(
                () -> groups.get(groupId).servers().stream().map(AlbBackend::of).toList());
    }

    /**
     * Scripts what is answered to an action, before the state is asked.
     *
     * @param action {@code RemoveServersFromServerGroup}
     */
    public Script on(String action) {
        return server.on(action, body -> Fixtures.content(null, body));
    }

    /** The actions called so far, in the order in which they came. */
    public List<String> calls() {
        return server.requests().stream().map(RecordedRequest::call).toList();
    }

    /** All requests so far, in the order in which they came. */
    public List<RecordedRequest> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }

    private <T> T locked(Supplier<T> action) {
        synchronized (handler) {
            return action.get();
        }
    }
}
