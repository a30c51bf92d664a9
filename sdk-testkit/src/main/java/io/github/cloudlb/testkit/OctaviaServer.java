package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Json;

import java.net.URI;
import java.time.Duration;
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
public final class OctaviaServer extends IdentityServer {

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
     * How many there may be, -1 for any number; no limit unless told otherwise.
     *
     * @param kind as bodies name it, {@code listener}: of the project; {@code member} on Open Telekom Cloud: of one pool
     */
    public void quota(String kind, int most) {
        cloud().quota(kind, most);
    }

    /** The members of a pool as they are now, in the order in which they were made. */
    public List<OctaviaMember> members(String poolId) {
        return cloud().members(poolId).stream().map(OctaviaMember::of).toList();
    }
}
