package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.ClientBuilder;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Engine;
import io.github.cloudlb.core.http.ServiceClock;
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
    private static final String REGION = "REGION_ID";

    private @Nullable String region;
    private @Nullable URI endpoint;
    private @Nullable AlibabaCredentials credentials;
    private AlibabaSignature signature = AlibabaSignature.ACS3_HMAC_SHA256;

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

    /** Who asks; {@link AlibabaCredentials#chain()} if not set. */
    public final B credentials(AlibabaCredentials credentials) {
        this.credentials = credentials;
        return self();
    }

    /** How requests are signed; {@link AlibabaSignature#ACS3_HMAC_SHA256} if not set. */
    public final B signature(AlibabaSignature signature) {
        this.signature = signature;
        return self();
    }

    /**
     * Makes the client. Nothing is sent, and no credentials are looked for, before its first call.
     *
     * @throws InvalidInputException if it is not known where the service is
     */
    public final C build() {
        return build(Surroundings.ofProcess());
    }

    final C build(Map<String, String> environment) {
        return build(Surroundings.of(environment));
    }

    final C build(Surroundings around) {
        AlibabaCredentials who = credentials == null ? AlibabaCredentials.chain(around) : credentials;
        Endpoint where = Endpoint.of(address(around), settings().plainHttp());
        Engine engine = new Engine(settings());
        Origin origin = new Origin(engine, new ServiceClock(settings().time()), signature);
        ApiClient api = new ApiClient(engine, new RpcService(api(), where, who.source(), origin));
        return client(new Setup(api, origin, who));
    }

    abstract RpcApi api();

    /** The host of the service in a region. */
    abstract String host(String region);

    abstract C client(Setup setup);

    private URI address(Surroundings around) {
        if (endpoint != null) {
            return endpoint;
        }
        return URI.create("https://" + host(region == null ? regionOf(around) : region));
    }

    private static String regionOf(Surroundings around) {
        String variable = around.prefixOf(REGION) + REGION;
        String id = around.value(REGION);
        if (id.isEmpty()) {
            throw new InvalidInputException(
                    "it is not known where the service is: neither region(…) nor endpoint(…) was given, and " + variable
                            + " is not set");
        }
        return checked(variable, id);
    }

    /** It becomes part of a host's name, so it can hold nothing that leads to another host. */
    static String checked(String field, String region) {
        InvalidInputException.require(
                region.matches("[a-z0-9]+(-[a-z0-9]+)*"), field, region, "a region id such as cn-hangzhou is");
        return region;
    }
}
