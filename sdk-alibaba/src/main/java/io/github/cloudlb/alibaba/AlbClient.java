package io.github.cloudlb.alibaba;

import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.alibaba.servergroup.ServerGroups;
import io.github.cloudlb.alibaba.wire.AlbEndpoints;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Client;
import io.github.cloudlb.core.ClientBuilder;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Engine;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Map;

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
public final class AlbClient extends Client {
    private AlbClient(Caller caller, Resources resources) {
        super(caller, resources);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Server groups and their servers. */
    public ServerGroups serverGroups() {
        return ServerGroups.of(caller());
    }

    /** The service's asynchronous tasks. */
    public Jobs jobs() {
        return Jobs.of(caller());
    }

    /** The same client with other options for its calls; it shares all with this one, and is closed with it. */
    @Override
    public AlbClient with(CallOptions options) {
        return new AlbClient(caller().with(options), resources());
    }

    /** Says which region, who asks, and what differs from the defaults. */
    public static final class Builder extends ClientBuilder<Builder> {
        private static final String REGION = "ALIBABA_CLOUD_REGION_ID";

        private @Nullable String region;
        private @Nullable URI endpoint;
        private @Nullable AlibabaCredentials credentials;

        Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * The region, such as {@code cn-hangzhou}: the service's host follows from it. Without this and without an
         * endpoint, the variable {@code ALIBABA_CLOUD_REGION_ID} is read.
         */
        public Builder region(String region) {
            this.region = checked("region", region);
            return this;
        }

        /** Where the service is, in place of what the region tells. */
        public Builder endpoint(URI endpoint) {
            this.endpoint = endpoint;
            return this;
        }

        /** Who asks; without this, the variables {@code ALIBABA_CLOUD_ACCESS_KEY_ID} and so on are read. */
        public Builder credentials(AlibabaCredentials credentials) {
            this.credentials = credentials;
            return this;
        }

        /**
         * Makes the client. Nothing is sent before its first call.
         *
         * @throws InvalidInputException if it is not known who asks or where
         */
        public AlbClient build() {
            return build(System.getenv());
        }

        AlbClient build(Map<String, String> environment) {
            AlibabaCredentials who = credentials == null ? AlibabaCredentials.ofEnvironment(environment) : credentials;
            Endpoint where = Endpoint.of(address(environment), settings().plainHttp());
            Engine engine = new Engine(settings());
            return new AlbClient(
                    new ApiClient(engine, new AlbService(where, who, settings().time())), engine);
        }

        private URI address(Map<String, String> environment) {
            if (endpoint != null) {
                return endpoint;
            }
            return URI.create("https://" + AlbEndpoints.host(region == null ? regionOf(environment) : region));
        }

        private static String regionOf(Map<String, String> environment) {
            String id = environment.getOrDefault(REGION, "");
            if (id.isEmpty()) {
                throw new InvalidInputException(
                        "it is not known where the service is: neither region(…) nor endpoint(…)" + " was given, and "
                                + REGION + " is not set");
            }
            return checked(REGION, id);
        }

        /** It becomes part of a host's name, so it can hold nothing that leads to another host. */
        private static String checked(String field, String region) {
            InvalidInputException.require(
                    region.matches("[a-z0-9]+(-[a-z0-9]+)*"), field, region, "a region id such as cn-hangzhou is");
            return region;
        }
    }
}
