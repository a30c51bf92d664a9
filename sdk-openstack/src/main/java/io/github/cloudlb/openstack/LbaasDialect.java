package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.openstack.wire.LbaasOperations;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which cloud's variant of LBaaS v2.0 is spoken, and what it can do.
 *
 * @param name as the API's tables have it
 * @param minor the highest minor version of the API v2 that the cloud has, such as 26 for v2.26; empty if it was not asked
 * @see <a href="https://docs.openstack.org/api-ref/load-balancer/v2/#api-versions">Octavia's versions</a>
 */
public record LbaasDialect(String name, OptionalInt minor) implements Dialect {
    /** OpenStack Octavia. */
    public static final LbaasDialect OCTAVIA = new LbaasDialect("octavia", OptionalInt.empty());

    /** Open Telekom Cloud, shared load balancers. */
    public static final LbaasDialect OTC = new LbaasDialect("otc", OptionalInt.empty());

    private static final int ADDITIVE_ONLY_SINCE = 11;

    /** What a batch of members means, and whether there is one. */
    public enum Batch {
        /** The members named are the whole set, unless {@code additive_only} says otherwise. */
        WHOLE_SET,
        /** The body says whether its members are added, deleted or the whole set. */
        ACTION,
        /** One call for each member: the cloud's batch would remove all others. */
        NONE
    }

    /** Octavia of a version: {@code octavia(26)} for v2.26. */
    public static LbaasDialect octavia(int minor) {
        return new LbaasDialect(OCTAVIA.name, OptionalInt.of(minor));
    }

    /** The dialect of the cloud that a client calls; asks the cloud, once, if that is not known yet. */
    public static LbaasDialect of(Caller caller) {
        return (LbaasDialect) caller.dialect();
    }

    public boolean isOctavia() {
        return name.equals(OCTAVIA.name);
    }

    /** The greatest weight of a member; the least is 0. */
    public int maxWeight() {
        return isOctavia() ? 256 : 100;
    }

    /** What a batch of members means. */
    public Batch batch() {
        if (!isOctavia()) {
            return Batch.ACTION;
        }
        return minor.orElse(ADDITIVE_ONLY_SINCE) < ADDITIVE_ONLY_SINCE ? Batch.NONE : Batch.WHOLE_SET;
    }

    /** How many members a batch may have; empty if the cloud states no limit. */
    public OptionalInt maxBatch() {
        return isOctavia() ? OptionalInt.empty() : OptionalInt.of(200);
    }

    /** The step in which the time that sessions are kept is counted. */
    public Duration sessionTimeStep() {
        return isOctavia() ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
    }

    /** Whether {@code provisioning_status} and {@code operating_status} tell anything; elsewhere they never change. */
    public boolean hasRealStatus() {
        return isOctavia();
    }

    /** Whether a load balancer can be deleted with all that belongs to it in one call. */
    public boolean hasCascade() {
        return isOctavia();
    }

    /** The operations there are, such as {@code member.batch_update}. */
    public Set<String> operations() {
        return LbaasOperations.of(name);
    }

    /** The name with all that differs, in one line. */
    @Override
    public String toString() {
        return name + (minor.isPresent() ? " v2." + minor.getAsInt() : "") + "{operations="
                + operations().size()
                + ", weight=0.." + maxWeight() + ", batch=" + batch()
                + (maxBatch().isPresent() ? " up to " + maxBatch().getAsInt() : "")
                + ", sessionTimeStep=" + sessionTimeStep() + ", realStatus=" + hasRealStatus() + ", cascade="
                + hasCascade() + "}";
    }
}
