package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.pool.Pool;
import io.github.cloudlb.openstack.pool.ShowPool;
import io.github.cloudlb.openstack.state.ShowTreeStatus;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at what locks a load balancer's tree. The same answer, 409, comes while a change is under way and when something
 * is in ERROR, which waiting does not mend.
 */
final class LockLook {
    private static final Pattern LOAD_BALANCER = Pattern.compile("(?i)load ?balancer(?: resource)? ([0-9a-f-]{32,36})");

    private static final Set<String> MADE_BELOW = Set.of("listeners", "pools");

    private ProvisioningStatus status = ProvisioningStatus.ACTIVE;
    private String what = "";

    LockLook(ApiClient api, String text, Message refused) {
        try {
            look(api, text, refused.path());
        } catch (SdkException unseen) {
            // Sending the change again will tell.
            status = ProvisioningStatus.ACTIVE;
        }
    }

    /** Whether it is an amphora that cannot be changed: what it waits for is no change under way. */
    static boolean isOfAmphora(String text) {
        return text.regionMatches(true, 0, "amphora ", 0, "amphora ".length());
    }

    boolean isInError() {
        return status.equals(ProvisioningStatus.ERROR);
    }

    boolean isGone() {
        return status.equals(ProvisioningStatus.DELETED);
    }

    boolean isFree() {
        return status.equals(ProvisioningStatus.ACTIVE);
    }

    String what() {
        return what;
    }

    private void look(ApiClient api, String text, List<String> path) {
        Matcher named = LOAD_BALANCER.matcher(text);
        Optional<String> loadBalancer = named.find() ? Optional.of(named.group(1)) : idAfter("loadbalancers", path);
        Optional<String> poolId = idAfter("pools", path);
        if (loadBalancer.isEmpty() && poolId.isPresent()) {
            Pool pool = api.send(ShowPool.of(poolId.get()));
            sees("pool " + pool.id(), pool.provisioningStatus());
            loadBalancer = pool.loadBalancerIds().stream().findFirst();
        }
        if (loadBalancer.isPresent() && !isInError()) {
            lookAt(api, loadBalancer.get(), path);
        }
    }

    /** What is to be made below a load balancer that is gone is answered like a lock; what is there already is gone, too. */
    private void lookAt(ApiClient api, String loadBalancerId, List<String> path) {
        try {
            sees(
                    "load balancer " + loadBalancerId,
                    api.send(new ShowTreeStatus(loadBalancerId)).provisioningStatus());
        } catch (NotFoundException gone) {
            boolean isNew = MADE_BELOW.contains(path.get(path.size() - 1));
            sees(
                    "load balancer " + loadBalancerId,
                    Optional.of(isNew ? ProvisioningStatus.DELETED : ProvisioningStatus.ACTIVE));
        }
    }

    private void sees(String resource, Optional<ProvisioningStatus> seen) {
        what = resource;
        status = seen.orElse(ProvisioningStatus.ACTIVE);
    }

    private static Optional<String> idAfter(String collection, List<String> path) {
        int at = path.indexOf(collection);
        return at >= 0 && at + 1 < path.size() ? Optional.of(path.get(at + 1)) : Optional.empty();
    }
}
