package io.github.cloudlb.testkit.agreement;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;

import java.time.Duration;

/** The test kit, in virtual time: a write takes a second. */
final class KitCloud implements Cloud, AutoCloseable {
    private static final Duration WRITE = Duration.ofSeconds(1);
    private static final Duration HOLD = Duration.ofMinutes(2);

    private final OctaviaServer octavia = OctaviaServer.start();
    private final VirtualTime time = octavia.time();

    KitCloud() {
        octavia.lockAfterWrite(WRITE);
        offer();
    }

    /** A flavor and a zone, as live/octavia/up makes them. */
    private void offer() {
        String token = Logins.token(Caller.of(authUri()).post("/auth/tokens", Logins.password(administrator())));
        Caller lbaas = Caller.of(octavia.uri() + "/v2.0/lbaas").with("X-Auth-Token", token);
        String flavorProfile = lbaas.post(
                        "/flavorprofiles",
                        "{'flavorprofile':{'name':'single','provider_name':'amphora','flavor_data':'{}'}}")
                .id();
        lbaas.post(
                "/flavors",
                "{'flavor':{'name':'single','description':'one amphora','flavor_profile_id':'%s'}}"
                        .formatted(flavorProfile));
        String zoneProfile = lbaas.post(
                        "/availabilityzoneprofiles",
                        "{'availability_zone_profile':{'name':'az1','provider_name':'amphora','availability_zone_data':'{}'}}")
                .id();
        lbaas.post(
                "/availabilityzones",
                "{'availability_zone':{'name':'az1','description':'a zone','availability_zone_profile_id':'%s'}}"
                        .formatted(zoneProfile));
    }

    @Override
    public boolean isOriginal() {
        return false;
    }

    @Override
    public String authUri() {
        return octavia.authUri().toString();
    }

    @Override
    public User user() {
        return new User(
                OctaviaServer.USER,
                OctaviaServer.USER_ID,
                OctaviaServer.PASSWORD,
                OctaviaServer.PROJECT,
                OctaviaServer.PROJECT_ID);
    }

    @Override
    public User administrator() {
        return new User(
                OctaviaServer.ADMIN,
                OctaviaServer.ADMIN_ID,
                OctaviaServer.ADMIN_PASSWORD,
                OctaviaServer.PROJECT,
                OctaviaServer.PROJECT_ID);
    }

    @Override
    public ApplicationCredential applicationCredential() {
        return new ApplicationCredential(
                OctaviaServer.APPLICATION_CREDENTIAL_ID,
                OctaviaServer.APPLICATION_CREDENTIAL_NAME,
                OctaviaServer.APPLICATION_CREDENTIAL_SECRET);
    }

    @Override
    public String tokenThatEndsIn(int seconds) {
        octavia.applicationCredentialEnds(time.instant().plusSeconds(seconds));
        String token =
                Logins.token(Caller.of(authUri()).post("/auth/tokens", Logins.credential(applicationCredential())));
        octavia.applicationCredentialEnds(time.instant().plus(Duration.ofDays(365)));
        return token;
    }

    @Override
    public void pause(double seconds) {
        time.advance(Duration.ofMillis((long) (seconds * 1000)));
    }

    @Override
    public void whileNothingIsCarriedOut(Runnable action) {
        octavia.lockAfterWrite(HOLD);
        try {
            action.run();
        } finally {
            octavia.lockAfterWrite(WRITE);
            time.advance(HOLD);
        }
    }

    @Override
    public void setStatus(String kind, String id, String status) {
        octavia.setStatus(id, status);
    }

    @Override
    public void close() {
        octavia.close();
    }
}
