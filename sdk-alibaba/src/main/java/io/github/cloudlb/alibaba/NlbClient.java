package io.github.cloudlb.alibaba;

import io.github.cloudlb.alibaba.nlb.certificate.Certificates;
import io.github.cloudlb.alibaba.nlb.job.Jobs;
import io.github.cloudlb.alibaba.nlb.listener.Listeners;
import io.github.cloudlb.alibaba.nlb.loadbalancer.LoadBalancers;
import io.github.cloudlb.alibaba.nlb.monitor.Monitoring;
import io.github.cloudlb.alibaba.nlb.region.Regions;
import io.github.cloudlb.alibaba.nlb.resourcegroup.ResourceGroups;
import io.github.cloudlb.alibaba.nlb.securitypolicy.SecurityPolicies;
import io.github.cloudlb.alibaba.nlb.servergroup.ServerGroups;
import io.github.cloudlb.alibaba.nlb.tag.Tags;
import io.github.cloudlb.alibaba.nlb.wire.NlbEndpoints;
import io.github.cloudlb.alibaba.nlb.wire.NlbErrors;
import io.github.cloudlb.core.CallOptions;

/**
 * The client for Alibaba Cloud's Network Load Balancer. Thread-safe; one serves a whole application.
 *
 * <pre>{@code
 * try (NlbClient nlb = NlbClient.builder().region("cn-hangzhou").build()) {
 *     nlb.serverGroups().removeServers(groupId, List.of(ServerRef.ecs("i-bp1", 80)), false).await(Duration.ofMinutes(2));
 * }
 * }</pre>
 *
 * @see <a href="https://www.alibabacloud.com/help/en/slb/network-load-balancer/developer-reference/api-nlb-2022-04-30-overview">NLB API</a>
 */
public final class NlbClient extends AlibabaClient {
    static final RpcApi API = new RpcApi("NLB", "2022-04-30", NlbErrors.TABLE);

    private final Jobs jobs;

    private NlbClient(Setup setup, Jobs jobs) {
        super(setup);
        this.jobs = jobs;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Load balancers, their addresses, zones, protections and bandwidth. */
    public LoadBalancers loadBalancers() {
        return LoadBalancers.of(caller());
    }

    /** Listeners, and the health of the servers behind them. */
    public Listeners listeners() {
        return Listeners.of(caller());
    }

    /** The certificates of listeners that take TLS. */
    public Certificates certificates() {
        return Certificates.of(caller());
    }

    /** Server groups and their servers. */
    public ServerGroups serverGroups() {
        return ServerGroups.of(caller(), jobs);
    }

    /** Choices of versions and ciphers of TLS. */
    public SecurityPolicies securityPolicies() {
        return SecurityPolicies.of(caller());
    }

    /** The service's asynchronous tasks. */
    public Jobs jobs() {
        return jobs;
    }

    /** Regions that have the service, and their zones. */
    public Regions regions() {
        return Regions.of(caller());
    }

    /** Which resource group something belongs to. */
    public ResourceGroups resourceGroups() {
        return ResourceGroups.of(caller());
    }

    /** Tags, and the resources that have them. */
    public Tags tags() {
        return Tags.of(caller());
    }

    /** Where what is measured by the second goes. */
    public Monitoring monitoring() {
        return Monitoring.of(caller());
    }

    /** The same client with other options for its calls; it shares all with this one, and is closed with it. */
    @Override
    public NlbClient with(CallOptions options) {
        Setup other = setup().with(options);
        return new NlbClient(other, jobs.on(other.caller()));
    }

    /** Says which region, who asks, and what differs from the defaults. */
    public static final class Builder extends AlibabaClientBuilder<NlbClient, Builder> {
        Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        RpcApi api() {
            return API;
        }

        @Override
        String host(String region) {
            return NlbEndpoints.host(region);
        }

        @Override
        NlbClient client(Setup setup) {
            return new NlbClient(setup, Jobs.of(setup.caller()));
        }
    }
}
