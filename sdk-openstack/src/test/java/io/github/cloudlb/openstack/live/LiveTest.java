package io.github.cloudlb.openstack.live;

import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.pool.Pools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One load balancer for all tests of a class; before each of them it is ready for changes. */
@Tag("live")
@TestInstance(Lifecycle.PER_CLASS)
abstract class LiveTest {
    final LiveCloud cloud = new LiveCloud(getClass());
    final OpenStackClient client = cloud.client();
    final Pools pools = client.pools();
    final String poolId = cloud.poolId();
    final Wiretap wiretap = cloud.wiretap();

    @BeforeEach
    void whenItIsReady() {
        cloud.awaitActive();
        wiretap.forget();
    }

    @AfterAll
    void leaveNothingBehind() {
        cloud.close();
    }
}
