package io.github.cloudlb.alibaba;

import io.github.cloudlb.alibaba.acl.Acls;
import io.github.cloudlb.alibaba.ascript.AScripts;
import io.github.cloudlb.alibaba.certificate.Certificates;
import io.github.cloudlb.alibaba.healthchecktemplate.HealthCheckTemplates;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.alibaba.listener.Listeners;
import io.github.cloudlb.alibaba.loadbalancer.LoadBalancers;
import io.github.cloudlb.alibaba.region.Regions;
import io.github.cloudlb.alibaba.resourcegroup.ResourceGroups;
import io.github.cloudlb.alibaba.rule.Rules;
import io.github.cloudlb.alibaba.securitypolicy.SecurityPolicies;
import io.github.cloudlb.alibaba.servergroup.ServerGroups;
import io.github.cloudlb.alibaba.tag.Tags;
import io.github.cloudlb.alibaba.wire.AlbEndpoints;
import io.github.cloudlb.alibaba.wire.AlbErrors;
import io.github.cloudlb.core.CallOptions;

/**
 * The client for Alibaba Cloud's Application Load Balancer. Thread-safe; one serves a whole application.
 *
 * <pre>{@code
 * try (AlbClient alb = AlbClient.builder().region("cn-hangzhou").build()) {
 *     alb.serverGroups().removeServers(groupId, List.of(ServerRef.ecs("i-bp1", 80)), false).await(Duration.ofMinutes(2));
 * }
 * }</pre>
 *
 * @see <a href="https://www.alibabacloud.com/help/en/slb/application-load-balancer/developer-reference/api-alb-2020-06-16-overview">ALB API</a>
 */
public final class AlbClient extends AlibabaClient {
    static final RpcApi API = new RpcApi("ALB", "2020-06-16", AlbErrors.TABLE);

    private final Jobs jobs;

    private AlbClient(Setup setup, Jobs jobs) {
        super(setup);
        this.jobs = jobs;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Load balancers, their access logs, bandwidth and capacity. */
    public LoadBalancers loadBalancers() {
        return LoadBalancers.of(caller(), jobs);
    }

    /** Listeners: the ports of load balancers. */
    public Listeners listeners() {
        return Listeners.of(caller());
    }

    /** Forwarding rules of listeners. */
    public Rules rules() {
        return Rules.of(caller(), jobs);
    }

    /** The certificates of listeners. */
    public Certificates certificates() {
        return Certificates.of(caller(), jobs);
    }

    /** Server groups and their servers. */
    public ServerGroups serverGroups() {
        return ServerGroups.of(caller(), jobs);
    }

    /** Access control lists and their entries. */
    public Acls acls() {
        return Acls.of(caller(), jobs);
    }

    /** Scripts of listeners. */
    public AScripts aScripts() {
        return AScripts.of(caller(), jobs);
    }

    /** Security policies, the account's own and the service's. */
    public SecurityPolicies securityPolicies() {
        return SecurityPolicies.of(caller());
    }

    /** Health check templates. */
    public HealthCheckTemplates healthCheckTemplates() {
        return HealthCheckTemplates.of(caller(), jobs);
    }

    /** Tags of resources. */
    public Tags tags() {
        return Tags.of(caller(), jobs);
    }

    /** The service's asynchronous tasks. */
    public Jobs jobs() {
        return jobs;
    }

    /** The regions that have the service, and the zones of this one. */
    public Regions regions() {
        return Regions.of(caller());
    }

    /** The groups that an account's resources are kept in. */
    public ResourceGroups resourceGroups() {
        return ResourceGroups.of(caller());
    }

    /** The same client with other options for its calls; it shares all with this one, and is closed with it. */
    @Override
    public AlbClient with(CallOptions options) {
        Setup other = setup().with(options);
        return new AlbClient(other, jobs.on(other.caller()));
    }

    /** Says which region, who asks, and what differs from the defaults. */
    public static final class Builder extends AlibabaClientBuilder<AlbClient, Builder> {
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
            return AlbEndpoints.host(region);
        }

        @Override
        AlbClient client(Setup setup) {
            return new AlbClient(setup, Jobs.of(setup.caller()));
        }
    }
}
