package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.keystone.Tokens;
import io.github.cloudlb.testkit.internal.octavia.LbaasCloud;
import io.github.cloudlb.testkit.internal.octavia.Neutron;
import io.github.cloudlb.testkit.internal.octavia.OctaviaHandler;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/** The side of {@link OctaviaServer} that knows who calls: its Keystone, and the keys of Open Telekom Cloud. */
abstract class IdentityServer extends StatefulServer<LbaasCloud> {
    /** Name of the one user. */
    public static final String USER = "demo";
    /** Id of the one user. */
    public static final String USER_ID = "1e29c0de00000000000000000000d00d";
    /** Password of the one user. */
    public static final String PASSWORD = "testkit-password";
    /** Name of the administrator of Octavia, who may set quotas and offer flavors. */
    public static final String ADMIN = "admin";
    /** Id of the administrator. */
    public static final String ADMIN_ID = "ad3100de00000000000000000000d00d";
    /** Password of the administrator. */
    public static final String ADMIN_PASSWORD = "testkit-admin-password";
    /** Name of the one project. */
    public static final String PROJECT = "demo";
    /** Id of the one project. */
    public static final String PROJECT_ID = "326d0000000000000000000000000001";
    /** Name of the domain that user and project are in. */
    public static final String DOMAIN = "Default";
    /** Id of the domain that user and project are in. */
    public static final String DOMAIN_ID = "default";
    /** The one region of the catalog. */
    public static final String REGION = "RegionOne";
    /** Id of a subnet for load balancers; any other UUID is as good, for no networks are behind this cloud. */
    public static final String VIP_SUBNET_ID = "6a1c6d50-0000-4000-8000-000000000002";
    /** Name of the one project, and of the one region, on Open Telekom Cloud. */
    public static final String OTC_PROJECT = "eu-de";
    /** Id of the user's access key on Open Telekom Cloud. */
    public static final String ACCESS_KEY_ID = "TESTKITACCESSKEYID00";
    /** Secret of the user's access key. */
    public static final String ACCESS_KEY_SECRET = "testkit-access-key-secret";
    /** Id of the user's temporary access key on Open Telekom Cloud. */
    public static final String TEMPORARY_ACCESS_KEY_ID = "TESTKITTEMPORARYKEY0";
    /** Secret of the user's temporary access key. */
    public static final String TEMPORARY_ACCESS_KEY_SECRET = "testkit-temporary-secret";
    /** What a request that is signed with the temporary access key has to bring along. */
    public static final String SECURITY_TOKEN = "testkit-security-token";
    /** Id of the user's application credential. */
    public static final String APPLICATION_CREDENTIAL_ID = "4dd60000000000000000000000000001";
    /** Name of the user's application credential. */
    public static final String APPLICATION_CREDENTIAL_NAME = "testkit";
    /** Secret of the user's application credential. */
    public static final String APPLICATION_CREDENTIAL_SECRET = "testkit-secret";

    IdentityServer(InstantSource time, int port, BiFunction<InstantSource, Journal, LbaasCloud> newCloud) {
        super(time, port, newCloud);
    }

    /** Keystone's, with {@code /v3}: what a client calls {@code auth_url}. */
    public URI authUri() {
        return uri(OctaviaHandler.IDENTITY + "/v3");
    }

    /**
     * The temporary access key of Open Telekom Cloud ends then, and its security token with it; never unless told so.
     *
     * @throws IllegalStateException on Octavia, which takes no access keys
     */
    public void temporaryAccessKeyEnds(Instant end) {
        cloud().temporaryAccessKeyEnds(end);
    }

    /** As new, but that tokens given out so far hold as before: a client may outlive a test. */
    @Override
    public void reset() {
        Tokens before = cloud().tokens();
        super.reset();
        cloud().tokens().adopt(before);
    }

    /** All tokens given out so far are refused from now on. */
    public void expireTokens() {
        cloud().tokens().revokeAll();
    }

    /** How long tokens given out from now on hold; an hour unless told otherwise. */
    public void tokenLifetime(Duration lifetime) {
        cloud().tokens().lifetime(lifetime);
    }

    /** The application credential ends then, and so do the tokens got with it: their end is told without a zone. */
    public void applicationCredentialEnds(Instant end) {
        cloud().tokens().applicationCredentialEnds(end);
    }

    /** Calls to Keystone so far, {@code POST /identity/v3/auth/tokens}, in the order in which they came. */
    public List<String> callsToIdentity() {
        return requests().stream()
                .filter(request ->
                        !cloud().isForService(request) && !request.path().startsWith(Neutron.ENDPOINT))
                .map(RecordedRequest::call)
                .toList();
    }
}
