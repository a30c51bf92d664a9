package io.github.cloudlb.openstack.live;

import io.github.cloudlb.openstack.OpenStackClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.UUID;

/** A client of the administrator whom {@code OCTAVIA_ADMIN_*} names; skipped without. */
@Tag("live")
@TestInstance(Lifecycle.PER_CLASS)
abstract class AdminTest {
    final OpenStackClient admin = client();
    /** Of all that is made, unlike any other's. */
    final String name = "cloudlb-live-" + getClass().getSimpleName() + "-"
            + UUID.randomUUID().toString().substring(0, 8);

    @AfterAll
    void close() {
        admin.close();
    }

    static OpenStackClient client() {
        return OpenStackClient.builder()
                .authUrl(Environment.keystone())
                .credentials(Environment.user(
                        "OCTAVIA_ADMIN",
                        Environment.optional(
                                "OCTAVIA_ADMIN_PROJECT_NAME", "the project of an administrator is needed")))
                .region(System.getenv().getOrDefault("OS_REGION_NAME", ""))
                .build();
    }
}
