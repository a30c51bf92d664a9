package io.github.cloudlb.openstack.tag;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Page;

/** Tags of load balancers and listeners in Open Telekom Cloud. Thread-safe. */
public final class Tags extends TagOperations {
    private Tags(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Tags of(Caller caller) {
        return new Tags(caller);
    }

    /** Gives a load balancer a tag. One with the same key gets the new value. */
    public void createLoadBalancerTag(String projectId, String loadBalancerId, Tag tag) {
        createLoadBalancerTag(CreateLoadBalancerTag.builder()
                .projectId(projectId)
                .loadBalancerId(loadBalancerId)
                .key(tag.key())
                .value(tag.value())
                .build());
    }

    /** Gives a listener a tag. One with the same key gets the new value. */
    public void createListenerTag(String projectId, String listenerId, Tag tag) {
        createListenerTag(CreateListenerTag.builder()
                .projectId(projectId)
                .listenerId(listenerId)
                .key(tag.key())
                .value(tag.value())
                .build());
    }

    /** Counts what {@link #listLoadBalancersByTag(QueryLoadBalancersByTag)} would list; limit and offset do not matter. */
    public long countLoadBalancersByTag(QueryLoadBalancersByTag query) {
        return total(caller.send(QueryLoadBalancersByTag.builder()
                .projectId(query.projectId())
                .tags(query.tags())
                .matches(query.matches())
                .action(QueryAction.COUNT)
                .build()));
    }

    /** Counts what {@link #listListenersByTag(QueryListenersByTag)} would list; limit and offset do not matter. */
    public long countListenersByTag(QueryListenersByTag query) {
        return total(caller.send(QueryListenersByTag.builder()
                .projectId(query.projectId())
                .tags(query.tags())
                .matches(query.matches())
                .action(QueryAction.COUNT)
                .build()));
    }

    private static long total(Page<TaggedResource> counted) {
        return Long.parseLong(counted.envelope().getOrDefault("total_count", "0"));
    }
}
