package io.github.cloudlb.testkit;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keystone and Octavia in this JVM, with the state, the texts and the oddities of the real ones (22.0 and 11.0).
 *
 * <p>A write is done at once unless {@link #lockAfterWrite} says otherwise: its answer shows {@code PENDING_UPDATE},
 * the next request sees {@code ACTIVE}. Time is that of the clock handed in, so that a test need not wait for it.
 */
public final class OctaviaServer implements AutoCloseable {
    /** Name of the one user. */
    public static final String USER = "demo";
    /** Id of the one user. */
    public static final String USER_ID = "1e29c0de00000000000000000000d00d";
    /** Password of the one user. */
    public static final String PASSWORD = "testkit-password";
    /** Name of the one project. */
    public static final String PROJECT = "demo";
    /** Id of the one project. */
    public static final String PROJECT_ID = "326d0000000000000000000000000001";
    /** Name of the domain that user and project are in. */
    public static final String DOMAIN = "Default";
    /** Id of the domain that user and project are in. */
    public static final String DOMAIN_ID = "default";
    /** The one region of the catalog. */
    public static final String REGION = "RegionOne";
    /** Id of the user's application credential. */
    public static final String APPLICATION_CREDENTIAL_ID = "4dd60000000000000000000000000001";
    /** Name of the user's application credential. */
    public static final String APPLICATION_CREDENTIAL_NAME = "testkit";
    /** Secret of the user's application credential. */
    public static final String APPLICATION_CREDENTIAL_SECRET = "testkit-secret";

    private static final String VIP_SUBNET_ID = "6a1c6d50-0000-4000-8000-000000000002";

    private final OctaviaState state;
    private final Tokens tokens;
    private final OctaviaHandler handler;
    private final LocalServer server;

    private OctaviaServer(InstantSource clock) {
        state = new OctaviaState(clock);
        tokens = new Tokens(clock);
        handler = new OctaviaHandler(state, tokens);
        server = LocalServer.started(handler, OctaviaHandler::named);
    }

    /** Starts on a free port of the loopback interface, with the system's clock. */
    public static OctaviaServer start() {
        return start(InstantSource.system());
    }

    /** Starts on a free port of the loopback interface; tokens expire and locks end by this clock. */
    public static OctaviaServer start(InstantSource clock) {
        return new OctaviaServer(clock);
    }

    /** Endpoint of Octavia, as in the catalog: without {@code /v2.0} and without a slash at the end. */
    public URI uri() {
        return server.uri(OctaviaHandler.ENDPOINT);
    }

    /** Keystone's, with {@code /v3}: what a client calls {@code auth_url}. */
    public URI authUri() {
        return server.uri(OctaviaHandler.IDENTITY + "/v3");
    }

    /** Adds an active load balancer, and returns its id. */
    public String addLoadBalancer(String name) {
        return add(Kind.LOAD_BALANCER, null, Json.object("name", name, "vip_subnet_id", VIP_SUBNET_ID));
    }

    /** Adds an active pool that no listener uses, and returns its id. */
    public String addPool(String loadBalancerId, String name) {
        return add(
                Kind.POOL,
                loadBalancerId,
                Json.object("name", name, "protocol", "HTTP", "lb_algorithm", "ROUND_ROBIN"));
    }

    /** Adds an active member of weight 1, and returns its id. */
    public String addMember(String poolId, String address, int port) {
        return add(Kind.MEMBER, poolId, Json.object("address", address, "protocol_port", port));
    }

    /** Somebody else changes the load balancer for so long: it is {@code PENDING_UPDATE}, writes are answered 409. */
    public void lockedByStranger(String loadBalancerId, Duration duration) {
        change(() -> {
            Resource loadBalancer = existing(loadBalancerId);
            loadBalancer.becomes("PENDING_UPDATE");
            state.lock(loadBalancer, duration);
        });
    }

    /** Sets the provisioning status of whatever has this id; a pending one set so stays until it is set again. */
    public void setStatus(String id, String status) {
        change(() -> existing(id).becomes(status));
    }

    /** How long a write, from now on, keeps the load balancer pending. */
    public void lockAfterWrite(Duration duration) {
        change(() -> state.lockAfterWrite(duration));
    }

    /** All tokens given out so far are refused from now on. */
    public void expireTokens() {
        tokens.revokeAll();
    }

    /** How long tokens given out from now on hold; an hour unless told otherwise. */
    public void tokenLifetime(Duration lifetime) {
        tokens.lifetime(lifetime);
    }

    /** The application credential ends then, and so do the tokens got with it: their end is told without a zone. */
    public void applicationCredentialEnds(Instant end) {
        tokens.applicationCredentialEnds(end);
    }

    /** The members of a pool as they are now, in the order in which they were made. */
    public List<OctaviaMember> members(String poolId) {
        return locked(() -> state.all(Kind.MEMBER, existing(poolId)).stream()
                .map(OctaviaMember::of)
                .toList());
    }

    /**
     * Scripts what is answered to a call, before the state is asked.
     *
     * @param call {@code DELETE /v2.0/lbaas/pools/p-1/members/m-1}, or {@code POST /identity/v3/auth/tokens};
     *     {@code *} stands for any one segment
     */
    public Script on(String call) {
        return server.on(call, body -> Fixtures.content(null, body));
    }

    /** Calls to Octavia so far, {@code DELETE /v2.0/lbaas/pools/p-1/members/m-1}, in the order in which they came. */
    public List<String> calls() {
        return calls(false);
    }

    /** Calls to Keystone so far, {@code POST /identity/v3/auth/tokens}, in the order in which they came. */
    public List<String> callsToIdentity() {
        return calls(true);
    }

    /** All requests so far, those to Keystone included, in the order in which they came. */
    public List<RecordedRequest> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }

    private List<String> calls(boolean toIdentity) {
        return server.requests().stream()
                .filter(request -> request.path().startsWith(OctaviaHandler.IDENTITY) == toIdentity)
                .map(RecordedRequest::call)
                .toList();
    }

    private String add(Kind kind, @Nullable String ownerId, Map<String, Object> attributes) {
        return locked(() -> {
            Resource owner = ownerId == null ? null : existing(ownerId);
            Resource resource = state.add(kind, owner, Body.completed(kind, attributes));
            resource.becomes("ACTIVE");
            return resource.id();
        });
    }

    private Resource existing(String id) {
        return state.find(id).orElseThrow(() -> new IllegalArgumentException("There is nothing with the id " + id));
    }

    private void change(Runnable action) {
        locked(() -> {
            action.run();
            return state;
        });
    }

    private <T> T locked(Supplier<T> action) {
        synchronized (handler) {
            state.settle();
            return action.get();
        }
    }
}
