package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.octavia.LbaasCloud;
import io.github.cloudlb.testkit.internal.octavia.Neutron;
import io.github.cloudlb.testkit.internal.octavia.OctaviaHandler;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Keystone and Octavia in this JVM, with the state, the texts and the oddities of the real ones (22.0 and 11.0); or, with
 * {@link Dialect#OTC}, Open Telekom Cloud's shared load balancers as their documentation has them.
 *
 * <p>A write is done at once unless {@link #lockAfterWrite} says otherwise: its answer shows {@code PENDING_UPDATE},
 * the next request sees {@code ACTIVE}; Open Telekom Cloud shows {@code ACTIVE} always. Time is that of the clock handed
 * in, so that a test need not wait for it.
 */
public final class OctaviaServer extends StatefulServer<LbaasCloud> {
    /** Name of the one user. */
    public static final String USER = "demo";
    /** Id of the one user. */
    public static final String USER_ID = "1e29c0de00000000000000000000d00d";
    /** Password of the one user. */
    public static final String PASSWORD = "testkit-password";
    /** Name of the administrator of Octavia, who may set quotas and offer flavors. */
    public static final String ADMIN = "admin";
    /** Id of the administrator. */
    public static final String ADMIN_ID = "ad3100de00000000000000000000d00d";
    /** Password of the administrator. */
    public static final String ADMIN_PASSWORD = "testkit-admin-password";
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
    /** Id of a subnet for load balancers; any other UUID is as good, for no networks are behind this cloud. */
    public static final String VIP_SUBNET_ID = "6a1c6d50-0000-4000-8000-000000000002";
    /** Name of the one project, and of the one region, on Open Telekom Cloud. */
    public static final String OTC_PROJECT = "eu-de";
    /** Id of the user's access key on Open Telekom Cloud. */
    public static final String ACCESS_KEY_ID = "TESTKITACCESSKEYID00";
    /** Secret of the user's access key. */
    public static final String ACCESS_KEY_SECRET = "testkit-access-key-secret";
    /** Id of the user's temporary access key on Open Telekom Cloud. */
    public static final String TEMPORARY_ACCESS_KEY_ID = "TESTKITTEMPORARYKEY0";
    /** Secret of the user's temporary access key. */
    public static final String TEMPORARY_ACCESS_KEY_SECRET = "testkit-temporary-secret";
    /** What a request that is signed with the temporary access key has to bring along. */
    public static final String SECURITY_TOKEN = "testkit-security-token";
    /** Id of the user's application credential. */
    public static final String APPLICATION_CREDENTIAL_ID = "4dd60000000000000000000000000001";
    /** Name of the user's application credential. */
    public static final String APPLICATION_CREDENTIAL_NAME = "testkit";
    /** Secret of the user's application credential. */
    public static final String APPLICATION_CREDENTIAL_SECRET = "testkit-secret";

    private OctaviaServer(InstantSource time, int port, Dialect dialect) {
        super(time, port, dialect::newCloud);
    }

    /** Starts on a free port of the loopback interface; its time is that of the machine until {@link #time()} is asked. */
    public static OctaviaServer start() {
        return start(Dialect.OCTAVIA);
    }

    /** Starts on a free port of the loopback interface; tokens expire and locks end by this clock. */
    public static OctaviaServer start(InstantSource clock) {
        return start(Dialect.OCTAVIA, clock);
    }

    /** Starts as the cloud of this dialect; its time is that of the machine until {@link #time()} is asked. */
    public static OctaviaServer start(Dialect dialect) {
        return start(dialect, VirtualTime.flowing());
    }

    /** Starts as the cloud of this dialect; tokens and signatures expire and locks end by this clock. */
    public static OctaviaServer start(Dialect dialect, InstantSource clock) {
        return new OctaviaServer(clock, 0, dialect);
    }

    /** In the machine's time, on this port. */
    static OctaviaServer start(Dialect dialect, int port) {
        return new OctaviaServer(VirtualTime.flowing(), port, dialect);
    }

    /** Endpoint of the load balancers, as in the catalog: without {@code /v2.0} and without a slash at the end. */
    public URI uri() {
        return uri(cloud().endpoint());
    }

    /** Keystone's, with {@code /v3}: what a client calls {@code auth_url}. */
    public URI authUri() {
        return uri(OctaviaHandler.IDENTITY + "/v3");
    }

    /** Adds an active load balancer, and returns its id. */
    public String addLoadBalancer(String name) {
        return cloud().add("loadbalancer", null, Json.object("name", name, "vip_subnet_id", VIP_SUBNET_ID));
    }

    /** Adds an active listener for HTTP that has no pool, and returns its id. */
    public String addListener(String loadBalancerId, String name, int port) {
        return cloud().add(
                        "listener",
                        loadBalancerId,
                        Json.object("name", name, "protocol", "HTTP", "protocol_port", port));
    }

    /** Adds an active pool that no listener uses, and returns its id. */
    public String addPool(String loadBalancerId, String name) {
        return cloud().add(
                        "pool",
                        loadBalancerId,
                        Json.object("name", name, "protocol", "HTTP", "lb_algorithm", "ROUND_ROBIN"));
    }

    /** Adds an active member of weight 1, and returns its id. */
    public String addMember(String poolId, String address, int port) {
        return cloud().add("member", poolId, Json.object("address", address, "protocol_port", port));
    }

    /** Adds an active health monitor that connects by TCP, and returns its id. */
    public String addHealthMonitor(String poolId) {
        return cloud().add(
                        "healthmonitor",
                        poolId,
                        Json.object("type", "TCP", "delay", 5, "timeout", 3, "max_retries", 3));
    }

    /**
     * The next change of the member does not end: it stays {@code PENDING_UPDATE} or {@code PENDING_DELETE}, and with it
     * pool and load balancer, until {@link #setStatus} gives it another status.
     *
     * @throws IllegalStateException on Open Telekom Cloud, where members have no such status
     */
    public void memberStuck(String memberId) {
        cloud().memberStuck(memberId);
    }

    /**
     * Somebody else changes the load balancer for so long: writes are answered 409. On Octavia it is {@code
     * PENDING_UPDATE} meanwhile.
     */
    public void lockedByStranger(String loadBalancerId, Duration duration) {
        cloud().lock(loadBalancerId, duration);
        journal()
                .note("somebody else has load balancer " + loadBalancerId + " for " + duration.toMillis() / 1000.0
                        + " s");
    }

    /**
     * Sets the provisioning status of whatever has this id. A pending one stays until it is set again, or until the next
     * change in its load balancer's tree is done.
     */
    public void setStatus(String id, String status) {
        cloud().setStatus(id, status);
    }

    /** How long a write, from now on, keeps the load balancer from others: on Octavia it is pending so long. */
    public void lockAfterWrite(Duration duration) {
        cloud().lockAfterWrite(duration);
    }

    /**
     * How many there may be; no limit unless told otherwise.
     *
     * @param kind as bodies name it, {@code listener}: of the project; {@code member} on Open Telekom Cloud: of one pool
     */
    public void quota(String kind, int most) {
        cloud().quota(kind, most);
    }

    /**
     * The temporary access key of Open Telekom Cloud ends then, and its security token with it; never unless told so.
     *
     * @throws IllegalStateException on Octavia, which takes no access keys
     */
    public void temporaryAccessKeyEnds(Instant end) {
        cloud().temporaryAccessKeyEnds(end);
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
        return cloud().members(poolId).stream().map(OctaviaMember::of).toList();
    }

    /** Calls to Keystone so far, {@code POST /identity/v3/auth/tokens}, in the order in which they came. */
    public List<String> callsToIdentity() {
        return requests().stream()
                .filter(request ->
                        !cloud().isForService(request) && !request.path().startsWith(Neutron.ENDPOINT))
                .map(RecordedRequest::call)
                .toList();
    }
}
