package io.github.cloudlb.alibaba;

import io.github.cloudlb.alibaba.wire.AlbErrors;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;

import java.net.URI;
import java.time.Duration;

/**
 * The service that lets somebody act in a role, and where it is.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-endpoint">Endpoints</a>
 */
record Sts(URI endpoint, String sessionName) {
    /** Its codes are those of the gateway that all services share; the rest is told by the status. */
    static final RpcApi API = new RpcApi("STS", "2015-04-01", AlbErrors.TABLE);

    static final String ROLE_SESSION_NAME = "ROLE_SESSION_NAME";
    private static final String SESSION_NAME = "cloudlb-sdk-java";
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);

    /**
     * Where the role says, or in a region, or where the process is told.
     *
     * @throws InvalidInputException if the service would surely refuse the role
     */
    static Sts of(Role role, Surroundings around) {
        String told = around.value(ROLE_SESSION_NAME);
        String name = role.sessionName().orElse(told.isEmpty() ? SESSION_NAME : told);
        InvalidInputException.require(!role.arn().isBlank(), "RoleArn", role.arn(), "the ARN of a role is");
        InvalidInputException.require(
                name.matches("[A-Za-z0-9.@_-]{2,64}"), "RoleSessionName", name, "2 to 64 of A-Z a-z 0-9 . @ _ - is");
        role.duration()
                .ifPresent(value -> InvalidInputException.require(
                        value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0,
                        "DurationSeconds",
                        value,
                        "PT15M to PT12H is"));
        URI usual = in(around.value("STS_REGION"), around.isTrue("VPC_ENDPOINT_ENABLED"));
        return new Sts(role.stsEndpoint().orElse(usual), name);
    }

    /** The address in a region; without one, that for all regions. */
    static URI in(String region, boolean vpc) {
        if (region.isEmpty()) {
            return URI.create("https://sts.aliyuncs.com");
        }
        AlibabaClientBuilder.checked("sts_region", region);
        return URI.create("https://" + (vpc ? "sts-vpc." : "sts.") + region + ".aliyuncs.com");
    }

    IssuedKey send(Request<IssuedKey> request, KeySource who, CallState call, Origin origin) {
        Endpoint where = Endpoint.of(endpoint, origin.engine().settings().plainHttp());
        return new ApiClient(origin.engine(), new RpcService(API, where, who, origin))
                .within(call)
                .send(request);
    }
}
