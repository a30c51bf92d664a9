package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.ClientBuilder;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Engine;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Map;

/**
 * Says which region, who asks, and what differs from the defaults.
 *
 * @param <C> the client it makes
 * @param <B> the builder itself
 */
public abstract class AlibabaClientBuilder<C extends AlibabaClient, B extends AlibabaClientBuilder<C, B>>
        extends ClientBuilder<B> {
    private static final String REGION = "ALIBABA_CLOUD_REGION_ID";

    private @Nullable String region;
    private @Nullable URI endpoint;
    private @Nullable AlibabaCredentials credentials;

    AlibabaClientBuilder() {}

    /**
     * The region, such as {@code cn-hangzhou}: the service's host follows from it. Without this and without an
     * endpoint, the variable {@code ALIBABA_CLOUD_REGION_ID} is read.
     */
    public final B region(String region) {
        this.region = checked("region", region);
        return self();
    }

    /** Where the service is, in place of what the region tells. */
    public final B endpoint(URI endpoint) {
        this.endpoint = endpoint;
        return self();
    }

    /** Who asks; without this, the variables {@code ALIBABA_CLOUD_ACCESS_KEY_ID} and so on are read. */
    public final B credentials(AlibabaCredentials credentials) {
        this.credentials = credentials;
        return self();
    }

    /**
     * Makes the client. Nothing is sent before its first call.
     *
     * @throws InvalidInputException if it is not known who asks or where
     */
    public final C build() {
        return build(System.getenv());
    }

    final C build(Map<String, String> environment) {
        AlibabaCredentials who = credentials == null ? AlibabaCredentials.ofEnvironment(environment) : credentials;
        Endpoint where = Endpoint.of(address(environment), settings().plainHttp());
        Engine engine = new Engine(settings());
        RpcService service = new RpcService(api(), where, who, settings().time());
        return client(new Setup(new ApiClient(engine, service), engine));
    }

    abstract RpcApi api();

    /** The host of the service in a region. */
    abstract String host(String region);

    abstract C client(Setup setup);

    private URI address(Map<String, String> environment) {
        if (endpoint != null) {
            return endpoint;
        }
        return URI.create("https://" + host(region == null ? regionOf(environment) : region));
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
