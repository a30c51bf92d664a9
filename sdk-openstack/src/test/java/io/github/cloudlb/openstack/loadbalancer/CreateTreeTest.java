package io.github.cloudlb.openstack.loadbalancer;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.AlpnProtocol;
import io.github.cloudlb.openstack.healthmonitor.HealthMonitorType;
import io.github.cloudlb.openstack.healthmonitor.NewHealthMonitor;
import io.github.cloudlb.openstack.l7policy.L7Action;
import io.github.cloudlb.openstack.l7policy.L7CompareType;
import io.github.cloudlb.openstack.l7policy.L7RuleType;
import io.github.cloudlb.openstack.l7policy.NewL7Policy;
import io.github.cloudlb.openstack.l7policy.NewL7Rule;
import io.github.cloudlb.openstack.listener.ListenerProtocol;
import io.github.cloudlb.openstack.listener.NewListener;
import io.github.cloudlb.openstack.pool.LbAlgorithm;
import io.github.cloudlb.openstack.pool.NewMember;
import io.github.cloudlb.openstack.pool.NewPool;
import io.github.cloudlb.openstack.pool.PersistenceType;
import io.github.cloudlb.openstack.pool.PoolProtocol;
import io.github.cloudlb.openstack.pool.SessionPersistence;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;

/** A load balancer and all below it, made by one call. */
class CreateTreeTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    /** As Octavia 11 answered it, with fewer fields. */
    private static final String ANSWER = """
            {"loadbalancer": {"listeners": [{"l7policies": [{"rules": [{"id": "r-1", "type": "PATH",
                  "compare_type": "STARTS_WITH", "key": null, "value": "/images", "tags": []}], "id": "y-1",
                "action": "REDIRECT_TO_POOL", "listener_id": "l-1", "redirect_pool_id": "p-2", "position": 1, "tags": []}],
                "id": "l-1", "name": "web", "provisioning_status": "PENDING_CREATE", "protocol": "HTTP",
                "protocol_port": 80, "sni_container_refs": [], "insert_headers": {"X-Forwarded-For": "true"},
                "timeout_client_data": 60000, "allowed_cidrs": null}],
              "pools": [{"members": [{"id": "m-1", "address": "192.0.2.1", "protocol_port": 80, "weight": 0}],
                  "healthmonitor": null, "id": "p-1", "name": "main", "listeners": [{"id": "l-1"}]},
                {"members": [], "healthmonitor": null, "id": "p-2", "name": "images", "session_persistence": null}],
              "id": "lb-1", "name": "a", "provisioning_status": "PENDING_CREATE", "additional_vips": []}}""";

    @Observed(
            in = Area.LOAD_BALANCERS,
            value =
                    "Whoever makes a whole tree gets whole objects, later only ids; a health monitor is null though it is made")
    @Test
    @Pins(value = "loadbalancer.create", in = "octavia")
    @DisplayName("A POST with nested listeners and pools answers with full nested objects, of which the ids are kept")
    void makesAWholeTree() {
        cloud.on("POST /v2.0/lbaas/loadbalancers").answers(201, ANSWER);

        LoadBalancer made = octavia.loadBalancers()
                .createLoadBalancer(CreateLoadBalancer.builder()
                        .name("a")
                        .vipSubnetId("s-1")
                        .addListeners(listener())
                        .addPools(NewPool.builder()
                                .name("spare")
                                .protocol(PoolProtocol.TCP)
                                .lbAlgorithm(LbAlgorithm.SOURCE_IP)
                                .build())
                        .build());

        assertThat(made.listenerIds()).containsExactly("l-1");
        assertThat(made.poolIds()).containsExactly("p-1", "p-2");
        assertThat(made.unlisted()).isEmpty();
        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/loadbalancers {\"loadbalancer\":{\"name\":\"a\",\"vip_subnet_id\":\"s-1\","
                        + "\"listeners\":[{\"name\":\"web\",\"protocol\":\"HTTP\",\"protocol_port\":80,"
                        + "\"default_pool\":{\"name\":\"main\",\"protocol\":\"HTTP\",\"lb_algorithm\":\"ROUND_ROBIN\","
                        + "\"session_persistence\":{\"type\":\"SOURCE_IP\",\"persistence_timeout\":90},"
                        + "\"healthmonitor\":{\"type\":\"HTTP\",\"delay\":5,\"timeout\":3,\"max_retries\":2,"
                        + "\"url_path\":\"/up\"},"
                        + "\"members\":[{\"address\":\"192.0.2.1\",\"protocol_port\":80,\"weight\":0}]},"
                        + "\"l7policies\":[{\"action\":\"REDIRECT_TO_POOL\","
                        + "\"redirect_pool\":{\"name\":\"images\",\"protocol\":\"HTTP\","
                        + "\"lb_algorithm\":\"ROUND_ROBIN\",\"members\":[{\"address\":\"2001:db8::9\","
                        + "\"protocol_port\":8080,\"backup\":true}]},\"position\":1,"
                        + "\"rules\":[{\"type\":\"PATH\",\"compare_type\":\"STARTS_WITH\",\"value\":\"/images\"}]},"
                        + "{\"action\":\"REDIRECT_TO_POOL\",\"redirect_pool\":{\"name\":\"spare\"}}],"
                        + "\"insert_headers\":{\"X-Forwarded-For\":\"true\"},\"timeout_client_data\":60000,"
                        + "\"alpn_protocols\":[\"h2\"],\"hsts_max_age\":86400}],"
                        + "\"pools\":[{\"name\":\"spare\",\"protocol\":\"TCP\",\"lb_algorithm\":\"SOURCE_IP\"}]}}");
    }

    private static NewListener listener() {
        return NewListener.builder()
                .name("web")
                .protocol(ListenerProtocol.HTTP)
                .protocolPort(80)
                .putInsertHeader("X-Forwarded-For", "true")
                .timeoutClientData(Duration.ofMinutes(1))
                .hstsMaxAge(Duration.ofDays(1))
                .addAlpnProtocol(AlpnProtocol.H2)
                .defaultPool(mainPool())
                .addL7Policies(NewL7Policy.builder()
                        .action(L7Action.REDIRECT_TO_POOL)
                        .position(1)
                        .redirectPool(pool("images")
                                .addMembers(NewMember.builder()
                                        .address("2001:db8::9")
                                        .protocolPort(8080)
                                        .backup(true)
                                        .build())
                                .build())
                        .addRules(NewL7Rule.builder()
                                .type(L7RuleType.PATH)
                                .compareType(L7CompareType.STARTS_WITH)
                                .value("/images")
                                .build())
                        .build())
                .addL7Policies(NewL7Policy.builder()
                        .action(L7Action.REDIRECT_TO_POOL)
                        .redirectPool(NewPool.named("spare"))
                        .build())
                .build();
    }

    private static NewPool mainPool() {
        return pool("main")
                .sessionPersistence(SessionPersistence.builder()
                        .type(PersistenceType.SOURCE_IP)
                        .persistenceTimeout(Duration.ofSeconds(90))
                        .build())
                .healthMonitor(NewHealthMonitor.builder()
                        .type(HealthMonitorType.HTTP)
                        .delay(Duration.ofSeconds(5))
                        .timeout(Duration.ofSeconds(3))
                        .maxRetries(2)
                        .urlPath("/up")
                        .build())
                .addMembers(NewMember.builder()
                        .address("192.0.2.1")
                        .protocolPort(80)
                        .weight(0)
                        .build())
                .build();
    }

    private static NewPool.Builder pool(String name) {
        return NewPool.builder().name(name).protocol(PoolProtocol.HTTP).lbAlgorithm(LbAlgorithm.ROUND_ROBIN);
    }
}
