package io.github.cloudlb.openstack;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.ClientBuilder;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.Engine;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancers;
import io.github.cloudlb.openstack.pool.Pools;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
        private @Nullable URI authUrl;
        private @Nullable URI endpoint;
        private @Nullable OpenStackCredentials credentials;
        private @Nullable LbaasDialect dialect;
        private @Nullable String cloud;
        private String access = "";
        String region = "";

        Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * A cloud of {@code clouds.yaml}: looked for in the working directory, {@code ~/.config/openstack} and
         * {@code /etc/openstack}, or where {@code OS_CLIENT_CONFIG_FILE} says. Without this, and without credentials, the
         * variables {@code OS_CLOUD} or {@code OS_AUTH_URL}, {@code OS_USERNAME} and so on are read.
         */
        public Builder cloud(String name) {
            this.cloud = name;
            return this;
        }

        /** Where Keystone is, with or without {@code /v3}. */
        public Builder authUrl(URI authUrl) {
            this.authUrl = authUrl;
            return this;
        }

        public Builder credentials(OpenStackCredentials credentials) {
            this.credentials = credentials;
            return this;
        }

        /** The region whose load balancers are meant; not needed if the cloud has one. */
        public Builder region(String region) {
            this.region = region;
            return this;
        }

        /** Which interface of the catalog is used: {@code public} if not set, {@code internal} or {@code admin}. */
        public Builder catalogInterface(String access) {
            InvalidInputException.require(
                    access.matches("public|internal|admin"), "interface", access, "public, internal or admin is");
            this.access = access;
            return this;
        }

        /** Where the load balancers are, in place of what the catalog says; a version at its end does not matter. */
        public Builder endpoint(URI endpoint) {
            this.endpoint = endpoint;
            return this;
        }

        /** The dialect, in place of what catalog and endpoint tell. */
        public Builder dialect(LbaasDialect dialect) {
            this.dialect = dialect;
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
            if (credentials == null) {
                CloudConfig.of(Optional.ofNullable(cloud), environment).into(this);
            }
            return Login.client(this);
        }

        /** Takes over from a configuration what was not given explicitly. */
        void orElse(URI authUrl, OpenStackCredentials credentials, String region, String access) {
            this.authUrl = this.authUrl == null ? authUrl : this.authUrl;
            this.credentials = credentials;
            this.region = this.region.isEmpty() ? region : this.region;
            this.access = this.access.isEmpty() ? access : this.access;
        }

        OpenStackClient client(ApiClient api, Engine engine) {
            return new OpenStackClient(api, engine);
        }

        Engine engine() {
            return new Engine(settings());
        }

        boolean plainHttp() {
            return settings().plainHttp();
        }

        Optional<URI> authUri() {
            return Optional.ofNullable(authUrl);
        }

        Optional<URI> endpoint() {
            return Optional.ofNullable(endpoint);
        }

        Optional<LbaasDialect> dialect() {
            return Optional.ofNullable(dialect);
        }

        OpenStackCredentials who() {
            return Objects.requireNonNull(credentials);
        }

        String access() {
            return access.isEmpty() ? "public" : access;
        }
    }
}
