package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Landscape;
import io.github.cloudlb.testkit.internal.keystone.Tokens;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A cloud that speaks a dialect of LBaaS v2.0, and what a test does to it without asking it. */
public interface LbaasCloud extends Landscape {

    /** The tokens given out by its Keystone. */
    Tokens tokens();

    /** Where the service is on the server: the address in the catalog, without a version. */
    String endpoint();

    /**
     * Adds something that is ready for use, and returns its id.
     *
     * @param kind as bodies name it: {@code loadbalancer}, {@code listener}, {@code pool}, {@code member}
     * @param ownerId the load balancer of a listener or pool, the pool of a member
     */
    String add(String kind, @Nullable String ownerId, Map<String, Object> attributes);

    /** The attributes of the members of a pool, in the order in which they were made. */
    List<Map<String, Object>> members(String poolId);

    /** Somebody else changes the load balancer for so long. */
    void lock(String loadBalancerId, Duration duration);

    /** Sets the provisioning status of anything. */
    void setStatus(String id, String status);

    /** How long a write keeps the load balancer from others. */
    void lockAfterWrite(Duration duration);

    /** The next change of the member does not end. */
    default void memberStuck(String memberId) {
        throw new IllegalStateException("Members of this cloud have no states: " + memberId + " cannot be stuck");
    }

    /** How many of a kind there may be. */
    void quota(String kind, int most);

    /** The temporary access key ends then. */
    default void temporaryAccessKeyEnds(Instant end) {
        throw new IllegalStateException("This cloud takes no access keys: none ends " + end);
    }
}
