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

    /** There is one user only, who may do everything. */
    @Override
    public User administrator() {
        return user();
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
