package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Yaml;
import io.github.cloudlb.testkit.internal.otc.OtcHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

/** A landscape built from a file, and written down again. */
class OtcLandscapeTest {
    private static final String WEB = """
            certificates:
              - name: cert
                certificate: |-
                  -----BEGIN CERTIFICATE-----
                  -----END CERTIFICATE-----
                private_key: |-
                  -----BEGIN PRIVATE KEY-----
                  -----END PRIVATE KEY-----
            load_balancers:
              - id: lb-1
                name: web
                tags: {team: red}
                listeners:
                  - name: plain
                    protocol: HTTP
                    protocol_port: 80
                    default_pool_id: web
                    whitelist: {whitelist: 10.0.0.0/8}
                    l7policies:
                      - {name: up, action: REDIRECT_TO_LISTENER, redirect_listener_id: secure,
                         rules: [{type: PATH, compare_type: EQUAL_TO, value: /}]}
                  - {name: secure, protocol: TERMINATED_HTTPS, protocol_port: 443, default_tls_container_ref: cert}
                pools:
                  - name: web
                    protocol: HTTP
                    lb_algorithm: ROUND_ROBIN
                    healthmonitor: {type: HTTP, delay: 5, timeout: 3, max_retries: 3}
                    members:
                      - {address: 10.0.0.1, protocol_port: 80, weight: 5}
                      - {address: 10.0.0.2, protocol_port: 80}
            """;

    private final OtcHandler cloud = empty();

    private static OtcHandler empty() {
        SetClock clock = new SetClock();
        return new OtcHandler(clock, new Journal(clock));
    }

    @Test
    void whatIsWrittenDownBuildsTheSameAgain() {
        cloud.seed(Yaml.read(WEB));
        Map<String, Object> written = cloud.export();
        OtcHandler other = empty();

        other.seed(Yaml.read(Yaml.write(written)));

        assertThat(other.export()).isEqualTo(written);
        assertThat(Yaml.write(written)).contains("name: plain", "team: red", "weight: 5", "value: /", "10.0.0.0/8");
        assertThat(cloud.members(String.valueOf(poolId(written)))).hasSize(2);
    }

    @Test
    void whatIsMadeAfterwardsHasIdsOfItsOwn() {
        cloud.seed(Yaml.read(WEB));
        Map<String, Object> written = cloud.export();
        OtcHandler other = empty();
        other.seed(written);
        String pool = String.valueOf(poolId(written));

        for (int i = 3; i < 20; i++) {
            other.add("member", pool, Json.object("address", "10.0.0." + i, "protocol_port", 80));
        }

        assertThat(other.members(pool)).hasSize(19);
    }

    private static Object poolId(Map<String, Object> landscape) {
        Map<?, ?> lb = (Map<?, ?>) ((List<?>) landscape.getOrDefault("load_balancers", List.of())).get(0);
        return ((Map<?, ?>) ((List<?>) lb.get("pools")).get(0)).get("id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lbs: [] | the landscape has no lbs, only [certificates, load_balancers]
            load_balancers: [{nam: a}] | load_balancers[0] has no nam, only
            load_balancers: [a] | load_balancers[0] is no map but a
            load_balancers: [{name: a, pools: [{protocol: HTTP}]}] | loadbalancer a: pools[0]: [lb_algorithm] is null
            load_balancers: [{name: a, listeners: [{protocol: HTTP, protocol_port: 0}]}] | loadbalancer a: listeners[0]: [protocol_port]'s value 0
            """)
    void whatCannotBeBuiltIsRefusedWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> cloud.seed(Yaml.read(yaml)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
