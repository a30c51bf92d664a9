package io.github.cloudlb.openstack;

import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.VirtualTime;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Clients of clouds in this JVM, and what they sent. */
public final class Clients {
    private Clients() {}

    /** A clock that only pauses move. */
    public static VirtualTime time() {
        return VirtualTime.standingStillAt(Instant.parse("2026-11-22T04:45:59Z"));
    }

    public static OpenStackClient octavia(FakeCloud cloud) {
        return of(cloud).build();
    }

    public static OpenStackClient otc(FakeCloud cloud) {
        return of(cloud).dialect(LbaasDialect.OTC).build();
    }

    /** Of a cloud that is scripted, with a token that somebody else got. */
    public static OpenStackClient.Builder of(FakeCloud cloud) {
        return OpenStackClient.builder()
                .endpoint(cloud.uri())
                .credentials(OpenStackCredentials.token("given-token"))
                .time(time());
    }

    /** Of Keystone and Octavia, which know the user. */
    public static OpenStackClient.Builder of(OctaviaServer server, VirtualTime time) {
        return OpenStackClient.builder()
                .authUrl(server.authUri())
                .credentials(OpenStackCredentials.password(
                        OctaviaServer.DOMAIN, OctaviaServer.USER, OctaviaServer.PASSWORD, OctaviaServer.PROJECT))
                .time(time);
    }

    /** As a user with these variables has it. */
    public static OpenStackClient of(OpenStackClient.Builder builder, Map<String, String> environment) {
        return builder.build(environment);
    }

    /** The only request there was: {@code PUT /path?query body}. */
    public static String sent(FakeCloud cloud) {
        List<RecordedRequest> requests = cloud.requests();
        if (requests.size() != 1) {
            throw new AssertionError("not one request but " + cloud.calls());
        }
        return line(requests.get(0));
    }

    /** A request in one line: {@code PUT /path?query body}. */
    public static String line(RecordedRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        String body = request.body().isEmpty() ? "" : " " + request.body();
        return request.method() + " " + request.path() + query + body;
    }
}
