package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AlreadyExistsException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.healthmonitor.CreateHealthMonitor;
import io.github.cloudlb.openstack.healthmonitor.HealthMonitor;
import io.github.cloudlb.openstack.healthmonitor.HealthMonitorType;
import io.github.cloudlb.openstack.healthmonitor.HealthMonitors;
import io.github.cloudlb.openstack.healthmonitor.HttpMethod;
import io.github.cloudlb.openstack.healthmonitor.ListHealthMonitors;
import io.github.cloudlb.openstack.healthmonitor.UpdateHealthMonitor;
import io.github.cloudlb.openstack.pool.CreatePool;
import io.github.cloudlb.openstack.pool.LbAlgorithm;
import io.github.cloudlb.openstack.pool.PoolProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class HealthMonitorOperationsLiveTest extends LiveTest {
    private final HealthMonitors monitors = client.healthMonitors();
    private final List<String> extraPools = new ArrayList<>();

    /** A pool takes its monitor with it. */
    @AfterEach
    void deletePools() {
        for (String pool : extraPools) {
            pools.deletePool(pool);
            cloud.awaitActive();
        }
        extraPools.clear();
    }

    @Test
    void createsShowsChangesAndDeletesAMonitor() {
        HealthMonitor made = monitors.createHealthMonitor(of(poolId, HealthMonitorType.HTTP)
                .name(cloud.name())
                .maxRetriesDown(4)
                .httpVersion(1.1)
                .domainName("www.example.com")
                .urlPath("/h?x=1")
                .expectedCodes("200-204")
                .httpMethod(HttpMethod.HEAD)
                .addTags("a")
                .build());
        cloud.awaitActive();

        HealthMonitor shown = monitors.getHealthMonitor(made.id());
        assertThat(shown.type()).contains(HealthMonitorType.HTTP);
        assertThat(shown.delay()).contains(Duration.ofSeconds(5));
        assertThat(shown.timeout()).contains(Duration.ofSeconds(3));
        assertThat(shown.maxRetries()).contains(2);
        assertThat(shown.maxRetriesDown()).contains(4);
        assertThat(shown.httpVersion()).contains(1.1);
        assertThat(shown.httpMethod()).contains(HttpMethod.HEAD);
        assertThat(shown.expectedCodes()).contains("200-204");
        assertThat(shown.poolIds()).containsExactly(poolId);
        assertThat(shown.unlisted()).isEmpty();
        assertThat(pools.getPool(poolId).healthMonitorId()).contains(made.id());

        monitors.updateHealthMonitor(change(made)
                .delay(Duration.ZERO)
                .adminStateUp(false)
                .expectedCodes("200,202")
                .build());
        HealthMonitor changed = monitors.getHealthMonitor(made.id());
        assertThat(changed.delay()).contains(Duration.ZERO);
        assertThat(changed.adminStateUp()).contains(false);
        assertThat(changed.expectedCodes()).contains("200,202");
        assertThat(changed.urlPath()).contains("/h?x=1");

        monitors.updateHealthMonitor(change(made)
                .clearName()
                .clearMaxRetriesDown()
                .clearExpectedCodes()
                .clearUrlPath()
                .clearHttpMethod()
                .clearDomainName()
                .clearHttpVersion()
                .tags(List.of())
                .build());
        HealthMonitor cleared = monitors.getHealthMonitor(made.id());
        assertThat(cleared.name().orElse("")).isEmpty();
        assertThat(cleared.maxRetriesDown()).contains(3);
        assertThat(cleared.expectedCodes()).contains("200");
        assertThat(cleared.urlPath()).contains("/");
        assertThat(cleared.httpMethod()).contains(HttpMethod.GET);
        assertThat(cleared.domainName()).isEmpty();
        assertThat(cleared.httpVersion()).isEmpty();
        assertThat(cleared.tags()).isEmpty();
        assertThat(cleared.adminStateUp()).contains(false);

        assertThatThrownBy(() -> monitors.createHealthMonitor(
                        of(poolId, HealthMonitorType.TCP).build()))
                .isInstanceOfSatisfying(
                        AlreadyExistsException.class,
                        there -> assertThat(there.text()).isEqualTo("This pool already has a health monitor"));

        monitors.deleteHealthMonitor(made.id());
        cloud.awaitActive();
        assertThatThrownBy(() -> monitors.getHealthMonitor(made.id())).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, HTTP",
        "HTTP, HTTPS",
        "TCP, PING",
        "TCP, TCP",
        "HTTP, TLS-HELLO",
        "UDP, UDP-CONNECT",
        "UDP, HTTP",
        "UDP, TCP",
        "SCTP, SCTP",
        "SCTP, UDP-CONNECT"
    })
    void thereIsAMonitorOfEachType(String protocol, String type) {
        HealthMonitorType known = HealthMonitorType.of(type);

        HealthMonitor made =
                monitors.createHealthMonitor(of(pool(protocol, type), known).build());
        cloud.awaitActive();

        assertThat(monitors.getHealthMonitor(made.id()).type()).contains(known);
        assertThat(monitors.listHealthMonitors(
                        ListHealthMonitors.builder().type(known).build()))
                .extracting(HealthMonitor::id)
                .contains(made.id());
    }

    @Test
    void whatTheServiceRefusesIsToldInItsWords() {
        assertRefused(of(poolId, HealthMonitorType.UDP_CONNECT), "only supported for pools of type UDP/SCTP");
        assertRefused(of(poolId, HealthMonitorType.SCTP), "only supported for pools of type UDP/SCTP");
        assertRefused(of(poolId, HealthMonitorType.TCP).urlPath("/"), "url_path is not a valid option");
    }

    @Test
    void listsSevenMonitorsInPagesOfTwoAndByAnyFilter() {
        List<String> made = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            made.add(monitors.createHealthMonitor(of(pool("HTTP", "p" + i), HealthMonitorType.HTTP)
                            .name(cloud.name() + "-" + i)
                            .delay(Duration.ofSeconds(40 + i))
                            .addTags(cloud.name(), i % 2 == 0 ? "even" : "odd")
                            .domainName("www.example.com")
                            .httpVersion(1.1)
                            .build())
                    .id());
        }
        cloud.awaitActive();
        wiretap.forget();

        List<HealthMonitor> listed = monitors.listHealthMonitors(
                        mine().addSort("name:desc").limit(2).build())
                .toList();

        assertThat(listed).extracting(HealthMonitor::id).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed.get(0).name()).contains(cloud.name() + "-7");
        assertThat(wiretap.seen()).hasSize(4);
        assertThat(found(mine().delay(Duration.ofSeconds(43)))).containsExactly(made.get(2));
        assertThat(found(mine().poolId(extraPools.get(4)))).containsExactly(made.get(4));
        assertThat(found(mine().name(cloud.name() + "-6"))).containsExactly(made.get(5));
        assertThat(found(mine().addTags("even"))).hasSize(3);
        assertThat(found(mine().addNotTags("even"))).hasSize(4);
        assertThat(found(mine().timeout(Duration.ofSeconds(3)).maxRetries(2).maxRetriesDown(3)))
                .hasSize(7);
        assertThat(found(mine().domainName("www.example.com").urlPath("/").expectedCodes("200")))
                .hasSize(7);
        assertThat(found(mine().httpMethod(HttpMethod.PUT))).isEmpty();
        assertThat(found(mine().adminStateUp(false))).isEmpty();
        assertThat(found(mine().adminStateUp(true))).hasSize(7);
    }

    private ListHealthMonitors.Builder mine() {
        ListHealthMonitors.Builder mine = ListHealthMonitors.builder();
        mine.addTags(cloud.name());
        return mine;
    }

    private List<String> found(ListHealthMonitors.Builder request) {
        return monitors.listHealthMonitors(request.build())
                .map(HealthMonitor::id)
                .toList();
    }

    private void assertRefused(CreateHealthMonitor.Builder request, String words) {
        assertThatThrownBy(() -> monitors.createHealthMonitor(request.build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.text()).contains(words));
    }

    private String pool(String protocol, String name) {
        String id = pools.createPool(CreatePool.builder()
                        .loadBalancerId(cloud.loadBalancerId())
                        .protocol(PoolProtocol.of(protocol))
                        .lbAlgorithm(LbAlgorithm.ROUND_ROBIN)
                        .name(cloud.name() + "-" + name)
                        .build())
                .id();
        extraPools.add(id);
        cloud.awaitActive();
        return id;
    }

    private static CreateHealthMonitor.Builder of(String pool, HealthMonitorType type) {
        CreateHealthMonitor.Builder create = CreateHealthMonitor.builder();
        create.poolId(pool)
                .type(type)
                .delay(Duration.ofSeconds(5))
                .timeout(Duration.ofSeconds(3))
                .maxRetries(2);
        return create;
    }

    private static UpdateHealthMonitor.Builder change(HealthMonitor made) {
        UpdateHealthMonitor.Builder change = UpdateHealthMonitor.builder();
        change.healthMonitorId(made.id());
        return change;
    }
}
