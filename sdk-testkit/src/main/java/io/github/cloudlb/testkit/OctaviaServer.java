package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.octavia.Body;
import io.github.cloudlb.testkit.internal.octavia.Kind;
import io.github.cloudlb.testkit.internal.octavia.OctaviaHandler;
import io.github.cloudlb.testkit.internal.octavia.Resource;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Keystone and Octavia in this JVM, with the state, the texts and the oddities of the real ones (22.0 and 11.0).
 *
 * <p>A write is done at once unless {@link #lockAfterWrite} says otherwise: its answer shows {@code PENDING_UPDATE},
 * the next request sees {@code ACTIVE}. Time is that of the clock handed in, so that a test need not wait for it.
 */
public final class OctaviaServer extends CloudServer<OctaviaHandler> {
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

    private OctaviaServer(InstantSource time, int port) {
        super(time, port, new CopyOnWriteArrayList<>(), OctaviaHandler::new);
    }

    /** Starts on a free port of the loopback interface; its time is that of the machine until {@link #time()} is asked. */
    public static OctaviaServer start() {
        return start(VirtualTime.flowing());
    }

    /** Starts on a free port of the loopback interface; tokens expire and locks end by this clock. */
    public static OctaviaServer start(InstantSource clock) {
        return new OctaviaServer(clock, 0);
    }

    /** Endpoint of Octavia, as in the catalog: without {@code /v2.0} and without a slash at the end. */
    public URI uri() {
        return uri(OctaviaHandler.ENDPOINT);
    }

    /** Keystone's, with {@code /v3}: what a client calls {@code auth_url}. */
    public URI authUri() {
        return uri(OctaviaHandler.IDENTITY + "/v3");
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
            cloud().state().lock(loadBalancer, duration);
        });
    }

    /** Sets the provisioning status of whatever has this id; a pending one set so stays until it is set again. */
    public void setStatus(String id, String status) {
        change(() -> existing(id).becomes(status));
    }

    /** How long a write, from now on, keeps the load balancer pending. */
    public void lockAfterWrite(Duration duration) {
        change(() -> cloud().state().lockAfterWrite(duration));
    }

    /** All tokens given out so far are refused from now on. */
    public void expireTokens() {
        cloud().tokens().revokeAll();
    }

    /** How long tokens given out from now on hold; an hour unless told otherwise. */
    public void tokenLifetime(Duration lifetime) {
        cloud().tokens().lifetime(lifetime);
    }

    /** The application credential ends then, and so do the tokens got with it: their end is told without a zone. */
    public void applicationCredentialEnds(Instant end) {
        cloud().tokens().applicationCredentialEnds(end);
    }

    /** The members of a pool as they are now, in the order in which they were made. */
    public List<OctaviaMember> members(String poolId) {
        return locked(() -> cloud().state().all(Kind.MEMBER, existing(poolId)).stream()
                .map(OctaviaMember::of)
                .toList());
    }

    /** Calls to Keystone so far, {@code POST /identity/v3/auth/tokens}, in the order in which they came. */
    public List<String> callsToIdentity() {
        return requests().stream()
                .filter(request -> !cloud().isForService(request))
                .map(RecordedRequest::call)
                .toList();
    }

    private String add(Kind kind, @Nullable String ownerId, Map<String, Object> attributes) {
        return locked(() -> {
            Resource owner = ownerId == null ? null : existing(ownerId);
            Resource resource = cloud().state().add(kind, owner, Body.completed(kind, attributes));
            resource.becomes("ACTIVE");
            return resource.id();
        });
    }

    private Resource existing(String id) {
        return cloud().state()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("There is nothing with the id " + id));
    }

    private void change(Runnable action) {
        locked(() -> {
            action.run();
            return action;
        });
    }

    private <T> T locked(Supplier<T> action) {
        synchronized (cloud()) {
            cloud().state().settle();
            return action.get();
        }
    }
}
