package io.github.cloudlb.openstack;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.ClientBuilder;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.http.Engine;
import io.github.cloudlb.openstack.healthmonitor.HealthMonitors;
import io.github.cloudlb.openstack.l7policy.L7Policies;
import io.github.cloudlb.openstack.listener.Listeners;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancers;
import io.github.cloudlb.openstack.pool.Pools;
import io.github.cloudlb.openstack.quota.Quotas;
import io.github.cloudlb.openstack.version.Versions;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The client for LBaaS v2.0 of OpenStack Octavia and Open Telekom Cloud. Thread-safe; one serves a whole application.
 *
 * <pre>{@code
 * try (OpenStackClient openstack = OpenStackClient.builder().cloud("otc").build()) {
 *     openstack.pools().removeMember(poolId, memberId);
 * }
 * }</pre>
 *
 * @see <a href="https://docs.openstack.org/api-ref/load-balancer/v2/">Octavia API</a>
 * @see <a href="https://docs.otc.t-systems.com/elastic-load-balancing/api-ref/">Elastic Load Balancing API</a>
 */
public final class OpenStackClient extends FurtherFacades {
    private OpenStackClient(Caller caller, Resources resources) {
        super(caller, resources);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Pools and their members. */
    public Pools pools() {
        return Pools.of(caller());
    }

    /** Load balancers. */
    public LoadBalancers loadBalancers() {
        return LoadBalancers.of(caller());
    }

    /** Listeners. */
    public Listeners listeners() {
        return Listeners.of(caller());
    }

    /** Health monitors. */
    public HealthMonitors healthMonitors() {
        return HealthMonitors.of(caller());
    }

    /** L7 policies and their rules. */
    public L7Policies l7Policies() {
        return L7Policies.of(caller());
    }

    /** Quotas. */
    public Quotas quotas() {
        return Quotas.of(caller());
    }

    /** Versions of the API. */
    public Versions versions() {
        return Versions.of(caller());
    }

    /** What this cloud speaks and can do; asks it, once, if that was not given. Printable. */
    @Override
    public LbaasDialect dialect() {
        return LbaasDialect.of(caller());
    }

    /** The same client with other options for its calls; it shares all with this one, and is closed with it. */
    @Override
    public OpenStackClient with(CallOptions options) {
        return new OpenStackClient(caller().with(options), resources());
    }

    /** Says which cloud, who logs in there, and what differs from the defaults. */
    public static final class Builder extends ClientBuilder<Builder> {
        private final Setup setup = new Setup();

        Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * A cloud of {@code clouds.yaml}, read as OpenStack's own client reads it: looked for where
         * {@code OS_CLIENT_CONFIG_FILE} says, in the working directory, in {@code ~/.config/openstack} and
         * {@code /etc/openstack}, with {@code secure.yaml} merged over it. What is given in code goes before what is
         * written there. Of the vendors' {@code profile}s {@code otc} and {@code otc-swiss} are known, and those of a
         * {@code clouds-public.yaml}; {@code verify: false} is refused.
         *
         * <p>Without this, and without {@link #credentials}: the cloud that {@code OS_CLOUD} names; else
         * {@code OS_AUTH_URL}, {@code OS_USERNAME} and so on; else the only cloud of {@code clouds.yaml}. The variables
         * are a cloud of their own and change nothing of one that is in a file.
         *
         * @see <a href="https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html">Configuring OpenStack SDK applications</a>
         */
        public Builder cloud(String name) {
            setup.cloud = name;
            return this;
        }

        /** Where Keystone is, with or without {@code /v3}. */
        public Builder authUrl(URI authUrl) {
            setup.authUrl = authUrl;
            return this;
        }

        public Builder credentials(OpenStackCredentials credentials) {
            setup.credentials = credentials;
            return this;
        }

        /**
         * The region whose load balancers are meant; not needed if the cloud has one. Of a configuration that lists
         * regions it must be one of those, and is the first if not set.
         */
        public Builder region(String region) {
            setup.region = region;
            return this;
        }

        /** Which interface of the catalog is used: {@code public} if not set, {@code internal} or {@code admin}. */
        public Builder catalogInterface(String access) {
            setup.accesses = List.of(Setup.access(access));
            return this;
        }

        /** Where the load balancers are, in place of what the catalog says; a version at its end does not matter. */
        public Builder endpoint(URI endpoint) {
            setup.endpoint = endpoint;
            return this;
        }

        /** The dialect, in place of what catalog and endpoint tell. */
        public Builder dialect(LbaasDialect dialect) {
            setup.dialect = dialect;
            return this;
        }

        /** Shares the token with the other clients that are given the same cache, if they are the same identity. */
        public Builder tokens(TokenCache shared) {
            setup.tokens = shared;
            return this;
        }

        /**
         * Makes the client. Nothing is sent before its first call.
         *
         * @throws InvalidInputException if it is not known who logs in or where
         */
        public OpenStackClient build() {
            return build(System.getenv());
        }

        OpenStackClient build(Map<String, String> environment) {
            Setup complete = setup.copy();
            if (complete.isIncomplete()) {
                CloudConfig config = CloudConfig.of(complete, environment);
                config.into(complete);
                new TlsConfig(config.section()).into(this, settings());
            }
            Engine engine = new Engine(settings());
            Identity identity = Login.identity(complete, engine);
            Whereabouts whereabouts = new Whereabouts(complete, settings().plainHttp());
            return new OpenStackClient(new Lbaas(whereabouts, identity, engine).api(), engine);
        }
    }
}
