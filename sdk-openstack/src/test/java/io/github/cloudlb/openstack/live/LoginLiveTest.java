package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.OpenStackCredentials;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import io.github.cloudlb.openstack.pool.Removal;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class LoginLiveTest extends LiveTest {
    @Test
    void findsThatTheCloudSpeaksOctavia() {
        List<String> dialects = new ArrayList<>();
        Request<String> asksForTheDialect = dialect -> {
            dialects.add(dialect.name());
            return Message.get("v2.0", "lbaas").answer(Answer::text);
        };

        client.check(asksForTheDialect);

        assertThat(dialects).containsOnly("octavia").isNotEmpty();
    }

    @Test
    void renewsATokenThatIsNotValidAnyMoreUnseen() {
        String memberId = pools.createMember(poolId, "192.0.2.111", 8080).id();
        cloud.awaitActive();
        String old = wiretap.token();
        assertThat(cloud.http()
                        .send("DELETE", wiretap.logins(), "", "X-Auth-Token", old, "X-Subject-Token", old)
                        .status())
                .isEqualTo(204);
        if (cloud.plain("GET", "/pools/" + poolId, "").status() != 401) {
            throw new TestAbortedException("this cloud goes on believing in a revoked token (token_cache_time)");
        }
        wiretap.forget();

        assertThat(pools.removeMember(poolId, memberId)).isEqualTo(Removal.REMOVED);

        assertThat(wiretap.count(401)).isEqualTo(1);
        assertThat(wiretap.countLogins()).isEqualTo(1);
        assertThat(wiretap.token()).isNotEqualTo(old);
    }

    @Test
    void manyThreadsLogInOnce() throws Exception {
        Wiretap own = new Wiretap();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (OpenStackClient fresh =
                OpenStackClient.builder().httpClient(own.client()).build()) {
            List<Future<String>> names = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                names.add(threads.submit(() -> fresh.pools().getPool(poolId).id()));
            }
            for (Future<String> name : names) {
                assertThat(name.get()).isEqualTo(poolId);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(own.countLogins()).isEqualTo(1);
    }

    @Test
    void takesATokenThatWasGiven() {
        try (OpenStackClient given = as(OpenStackCredentials.token(wiretap.token()))) {
            assertThat(given.pools().getPool(poolId).id()).isEqualTo(poolId);
        }
    }

    @Test
    void doesNotRenewATokenThatWasGiven() throws Exception {
        String token = Ctl.run("rawtoken", "4");
        try (OpenStackClient given = as(OpenStackCredentials.token(token))) {
            assertThat(given.pools().getPool(poolId).id()).isEqualTo(poolId);

            Thread.sleep(Duration.ofSeconds(5).toMillis());

            assertThatThrownBy(() ->
                            given.pools().removeMember(poolId, UUID.randomUUID().toString()))
                    .isInstanceOfSatisfying(UnauthenticatedException.class, refused -> {
                        assertThat(refused.applied()).isEqualTo(Applied.NO);
                        assertThat(refused).hasMessageNotContaining(token);
                    });
        }
    }

    @Test
    void aTokenThatNeverWasIsRefused() {
        try (OpenStackClient given = as(OpenStackCredentials.token("gAAAAA-never"))) {
            assertThatThrownBy(() -> given.pools().getPool(poolId)).isInstanceOf(UnauthenticatedException.class);
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        String user = Environment.optional("OS_USERNAME", "a user to log in as with a wrong password");
        OpenStackCredentials wrong =
                OpenStackCredentials.password("Default", user, "not the password", Environment.project());

        assertRefused(wrong, "not the password");
    }

    @Observed(in = Area.KEYSTONE, value = "An unknown application credential is 404, a wrong secret of a known one 401")
    @Test
    void anUnknownApplicationCredentialIsRefused() {
        assertRefused(
                OpenStackCredentials.applicationCredential(
                        UUID.randomUUID().toString().replace("-", ""), "no secret of anybody's"),
                "no secret of anybody's");
    }

    @Test
    void soIsAWrongSecretOfAKnownOne() {
        String id = Environment.optional("OCTAVIA_APP_CRED_ID", "an application credential is needed");

        assertRefused(OpenStackCredentials.applicationCredential(id, "not its secret"), "not its secret");
    }

    @Test
    void logsInWithAnApplicationCredential() {
        String secret = Environment.optional("OCTAVIA_APP_CRED_SECRET", "an application credential is needed");
        String id = Environment.optional("OCTAVIA_APP_CRED_ID", "an application credential is needed");
        String memberId = pools.createMember(poolId, "192.0.2.112", 8080).id();

        try (OpenStackClient it = as(OpenStackCredentials.applicationCredential(id, secret))) {
            assertThat(it.pools().removeMember(poolId, memberId)).isEqualTo(Removal.REMOVED);
        }
    }

    @Test
    void orWithOneByItsName() {
        String secret = Environment.optional("OCTAVIA_APP_CRED_SECRET", "an application credential is needed");
        String name = Environment.optional("OCTAVIA_APP_CRED_NAME", "its name, to find it by that");
        Who owner = Who.named(Environment.optional("OS_USERNAME", "whose application credential it is"), "Default");

        try (OpenStackClient it = as(OpenStackCredentials.applicationCredential(name, owner, secret))) {
            assertThat(it.pools().getPool(poolId).id()).isEqualTo(poolId);
        }
    }

    private static OpenStackClient as(OpenStackCredentials credentials) {
        return OpenStackClient.builder()
                .authUrl(Environment.keystone())
                .credentials(credentials)
                .region(System.getenv().getOrDefault("OS_REGION_NAME", ""))
                .build();
    }

    private void assertRefused(OpenStackCredentials credentials, String secret) {
        try (OpenStackClient stranger = as(credentials)) {
            assertThatThrownBy(() -> stranger.pools().getPool(poolId))
                    .isInstanceOfSatisfying(UnauthenticatedException.class, refused -> {
                        assertThat(refused.applied()).isEqualTo(Applied.NO);
                        assertThat(refused).hasMessageNotContaining(secret);
                    });
        }
    }
}
