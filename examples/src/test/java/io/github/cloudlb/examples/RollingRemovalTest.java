package io.github.cloudlb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.OpenStackCredentials;
import io.github.cloudlb.testkit.OctaviaMember;
import io.github.cloudlb.testkit.OctaviaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.List;

class RollingRemovalTest {
    @RegisterExtension
    static final OctaviaServer octavia = OctaviaServer.start();

    private final String loadBalancer = octavia.addLoadBalancer("web");
    private final String pool = octavia.addPool(loadBalancer, "web");

    @Test
    void oldServersLeaveOneByOneInSpiteOfALock() throws Exception {
        String first = octavia.addMember(pool, "192.0.2.10", 8080);
        String second = octavia.addMember(pool, "192.0.2.11", 8080);
        octavia.addMember(pool, "192.0.2.12", 8080);
        octavia.lockAfterWrite(Duration.ofSeconds(2));
        octavia.time()
                .after(Duration.ofSeconds(10), () -> octavia.lockedByStranger(loadBalancer, Duration.ofMinutes(3)));

        try (OpenStackClient openstack = client()) {
            new RollingRemoval(openstack.pools(), octavia.time(), Duration.ofSeconds(30))
                    .remove(pool, List.of(first, second));
        }

        assertThat(octavia.members(pool)).extracting(OctaviaMember::address).containsExactly("192.0.2.12");
        assertThat(octavia.time().elapsed()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(6));
        octavia.verify().neverWiped(pool).noDoubleCreate().everySignatureFresh();
    }

    private static OpenStackClient client() {
        return OpenStackClient.builder()
                .authUrl(octavia.authUri())
                .credentials(OpenStackCredentials.password(
                        OctaviaServer.DOMAIN, OctaviaServer.USER, OctaviaServer.PASSWORD, OctaviaServer.PROJECT))
                .time(octavia.time())
                .build();
    }
}
