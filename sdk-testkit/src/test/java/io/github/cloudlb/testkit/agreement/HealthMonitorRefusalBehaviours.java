package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Health monitors: what is refused")
abstract class HealthMonitorRefusalBehaviours extends TreeBehaviours {
    private static final String PLAIN = "'type':'HTTP','delay':5,'timeout':3,'max_retries':2";

    HealthMonitorRefusalBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void theNumbersCannotBeNull() {
        String id = monitor(newPool());

        for (String number : new String[] {"delay", "timeout", "max_retries"}) {
            assertThat(lbaas.put("/healthmonitors/" + id, "{'healthmonitor':{'" + number + "':null}}")
                            .told())
                    .isEqualTo("400 None is not a valid option for " + number);
        }
    }

    @Test
    void typeAndPoolCannotBeChanged() {
        String id = monitor(newPool());

        for (String fixed : new String[] {"type", "pool_id"}) {
            assertThat(lbaas.put("/healthmonitors/" + id, "{'healthmonitor':{'" + fixed + "':null}}")
                            .told())
                    .isEqualTo("400 Unknown attribute for argument health_monitor_.healthmonitor: " + fixed);
        }
    }

    @Test
    void oneForTcpTakesNothingOfHttp() {
        assertThat(create(pool, "'type':'TCP','delay':5,'timeout':3,'max_retries':2,'url_path':'/'")
                        .told())
                .isEqualTo("400 url_path is not a valid option for health monitors of type TCP");
    }

    @Test
    void anUnknownTypeIsToldWhichThereAre() {
        assertThat(create(pool, "'type':'NOPE','delay':5,'timeout':3,'max_retries':2")
                        .told()
                        .replaceAll(".*one of: ", "")
                        .split(", "))
                .containsExactlyInAnyOrder("TCP", "PING", "UDP-CONNECT", "HTTP", "SCTP", "HTTPS", "TLS-HELLO");
    }

    @Test
    void theCodesMustLookLikeCodes() {
        assertThat(create(pool, PLAIN + ",'expected_codes':'x'").told())
                .isEqualTo("400 Invalid input for field/attribute expected_codes. Value: 'x'. Value should match the"
                        + " pattern ^(\\d{3}(\\s*,\\s*\\d{3})*)$|^(\\d{3}-\\d{3})$");
    }

    @Test
    void itNeedsAPool() {
        assertThat(lbaas.post("/healthmonitors", "{'healthmonitor':{" + PLAIN + "}}")
                        .told())
                .isEqualTo("400 Invalid input for field/attribute pool_id. Value: 'None'. Mandatory field missing.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'delay':5,'timeout':3,'max_retries':2 | type. Value: 'None'. Mandatory field missing.
        'type':'HTTP','timeout':3,'max_retries':2 | delay. Value: 'None'. Mandatory field missing.
        'type':'HTTP','delay':5,'timeout':3 | max_retries. Value: 'None'. Mandatory field missing.
        'type':'HTTP','delay':5,'timeout':3,'max_retries':11 | max_retries. Value: '11'. Value should be lower or equal to 10
        'type':'HTTP','delay':5,'timeout':3,'max_retries':0 | max_retries. Value: '0'. Value should be greater or equal to 1
        'type':'HTTP','delay':-1,'timeout':3,'max_retries':2 | delay. Value: '-1'. Value should be greater or equal to 0
        'type':'HTTP','delay':5,'timeout':3,'max_retries':2,'url_path':'x' | url_path. Value: 'x'. Value must be a valid URL Path string
        """)
    void aBadValueIsNamed(String attributes, String text) {
        assertThat(create(pool, attributes).told()).isEqualTo("400 Invalid input for field/attribute " + text);
    }

    @Test
    void anUnknownPoolIsNotFound() {
        assertThat(create(NOBODY, PLAIN).told()).isEqualTo("404 Pool " + NOBODY + " not found.");
    }

    private String monitor(String poolId) {
        return made("/healthmonitors", body(poolId, PLAIN));
    }

    private Said create(String poolId, String attributes) {
        return lbaas.post("/healthmonitors", body(poolId, attributes));
    }

    private static String body(String poolId, String attributes) {
        return "{'healthmonitor':{'pool_id':'" + poolId + "'," + attributes + "}}";
    }
}
