package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AlreadyExistsException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.common.AlpnProtocol;
import io.github.cloudlb.openstack.listener.ClientAuthentication;
import io.github.cloudlb.openstack.listener.CreateListener;
import io.github.cloudlb.openstack.listener.ListListeners;
import io.github.cloudlb.openstack.listener.Listener;
import io.github.cloudlb.openstack.listener.ListenerProtocol;
import io.github.cloudlb.openstack.listener.Listeners;
import io.github.cloudlb.openstack.listener.UpdateListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ListenerOperationsLiveTest extends LiveTest {
    private final Listeners listeners = client.listeners();

    @Observed(
            in = Area.NULLS,
            value = "null sets a listener's limits, headers, networks and pool back, each to something else")
    @Test
    @DisplayName("PUT with null sets back: -1, 50000, {}, null, detached")
    void createsShowsChangesSetsBackAndDeletesAListener() {
        String id = listeners
                .createListener(CreateListener.builder()
                        .protocol(ListenerProtocol.HTTP)
                        .protocolPort(8001)
                        .loadBalancerId(cloud.loadBalancerId())
                        .name(cloud.name() + "-own")
                        .description("to be changed")
                        .connectionLimit(7)
                        .timeoutClientData(Duration.ofMillis(1500))
                        .putInsertHeader("X-Forwarded-For", "true")
                        .addAllowedCidrs("198.51.100.0/24", "198.51.100.7")
                        .addTags("one")
                        .build())
                .id();
        cloud.awaitActive();
        Listener shown = listeners.getListener(id);
        assertThat(shown.protocolPort()).isEqualTo(8001);
        assertThat(shown.loadBalancerIds()).containsExactly(cloud.loadBalancerId());
        assertThat(shown.timeoutClientData()).contains(Duration.ofMillis(1500));
        assertThat(shown.insertHeaders()).isEqualTo(Map.of("X-Forwarded-For", "true"));
        assertThat(shown.allowedCidrs()).hasSize(2);
        assertThat(shown.unlisted()).isEmpty();

        listeners.updateListener(UpdateListener.builder()
                .listenerId(id)
                .adminStateUp(false)
                .defaultPoolId(poolId)
                .timeoutMemberData(Duration.ofSeconds(2))
                .build());
        cloud.awaitActive();
        Listener changed = listeners.getListener(id);
        assertThat(changed.adminStateUp()).contains(false);
        assertThat(changed.defaultPoolId()).contains(poolId);
        assertThat(changed.timeoutMemberData()).contains(Duration.ofSeconds(2));
        assertThat(changed.connectionLimit()).contains(7);

        listeners.updateListener(UpdateListener.builder()
                .listenerId(id)
                .clearDescription()
                .clearConnectionLimit()
                .clearTimeoutClientData()
                .clearInsertHeaders()
                .clearAllowedCidrs()
                .clearDefaultPoolId()
                .tags(List.of())
                .build());
        cloud.awaitActive();
        Listener cleared = listeners.getListener(id);
        assertThat(cleared.description().orElse("")).isEmpty();
        assertThat(cleared.connectionLimit()).contains(-1);
        assertThat(cleared.timeoutClientData()).contains(Duration.ofSeconds(50));
        assertThat(cleared.insertHeaders()).isEmpty();
        assertThat(cleared.allowedCidrs()).isEmpty();
        assertThat(cleared.defaultPoolId()).isEmpty();
        assertThat(cleared.tags()).isEmpty();
        assertThat(cleared.adminStateUp()).contains(false);
        assertThat(cleared.timeoutMemberData()).contains(Duration.ofSeconds(2));

        listeners.deleteListener(id);
        cloud.awaitActive();
        assertThatThrownBy(() -> listeners.getListener(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void showsCertificatesAndAsksForThem() {
        String certificate = Environment.optional("OCTAVIA_TLS_CONTAINER_REF", "a certificate is needed");
        String id = listeners
                .createListener(CreateListener.builder()
                        .protocol(ListenerProtocol.TERMINATED_HTTPS)
                        .protocolPort(8443)
                        .loadBalancerId(cloud.loadBalancerId())
                        .defaultTlsContainerRef(certificate)
                        .addSniContainerRefs(certificate)
                        .clientCaTlsContainerRef(certificate)
                        .clientAuthentication(ClientAuthentication.MANDATORY)
                        .addTlsVersions("TLSv1.3")
                        .addAlpnProtocols(AlpnProtocol.of("http/1.1"))
                        .build())
                .id();
        cloud.awaitActive();

        Listener shown = listeners.getListener(id);
        assertThat(shown.sniContainerRefs()).containsExactly(certificate);
        assertThat(shown.clientAuthentication()).contains(ClientAuthentication.MANDATORY);
        assertThat(shown.tlsVersions()).containsExactly("TLSv1.3");

        listeners.updateListener(UpdateListener.builder()
                .listenerId(id)
                .clearClientAuthentication()
                .clearSniContainerRefs()
                .clearTlsVersions()
                .clearAlpnProtocols()
                .build());
        Listener cleared = listeners.getListener(id);
        assertThat(cleared.clientAuthentication()).contains(ClientAuthentication.NONE);
        assertThat(cleared.sniContainerRefs()).isEmpty();
        assertThat(cleared.tlsVersions()).hasSizeGreaterThan(1);
        assertThat(cleared.alpnProtocols()).contains(AlpnProtocol.H2);
    }

    @Test
    void listsSevenListenersInPagesOfTwo() {
        String tag = cloud.name() + "-seven";
        List<String> made = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            made.add(listeners
                    .createListener(CreateListener.builder()
                            .protocol(ListenerProtocol.TCP)
                            .protocolPort(9000 + i)
                            .loadBalancerId(cloud.loadBalancerId())
                            .name(cloud.name() + "-l" + i)
                            .timeoutMemberConnect(Duration.ofSeconds(i))
                            .addTags(tag)
                            .build())
                    .id());
        }
        cloud.awaitActive();
        wiretap.forget();

        List<Listener> listed = list(ListListeners.builder()
                .loadBalancerId(cloud.loadBalancerId())
                .protocol(ListenerProtocol.TCP)
                .addSort("name:desc")
                .limit(2));

        assertThat(listed).extracting(Listener::id).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed.get(0).name()).contains(cloud.name() + "-l7");
        assertThat(wiretap.seen()).hasSize(4);
        assertThat(list(ListListeners.builder().addTags(tag).timeoutMemberConnect(Duration.ofSeconds(3))))
                .extracting(Listener::id)
                .containsExactly(made.get(2));
        assertThat(list(ListListeners.builder().addTags(tag).protocolPort(9005)))
                .extracting(Listener::id)
                .containsExactly(made.get(4));
        assertThat(list(ListListeners.builder().addTags(tag).adminStateUp(false)))
                .isEmpty();
    }

    @Test
    void countersAreThere() {
        String id = list(ListListeners.builder().name(cloud.name())).get(0).id();

        assertThat(listeners.getListenerStats(id).unlisted()).isEmpty();
        assertThat(listeners.getListenerStats(id).activeConnections()).isNotNegative();
    }

    @Test
    @DisplayName("409 is a duplicate, too: another listener with this protocol and port")
    void saysWhatTheServiceRefuses() {
        CreateListener taken = CreateListener.of(ListenerProtocol.HTTP, 80, cloud.loadBalancerId());
        assertThatThrownBy(() -> listeners.createListener(taken))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("already using protocol HTTP and protocol_port 80");
        assertThatThrownBy(() -> listeners.createListener(CreateListener.builder()
                        .from(taken)
                        .protocolPort(81)
                        .putInsertHeader("X-Nope", "true")
                        .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is not a valid option for insert_headers");
    }

    private List<Listener> list(ListListeners.Builder filter) {
        return listeners.listListeners(filter.build()).toList();
    }
}
