package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Pools: session persistence")
abstract class PersistenceBehaviours extends TreeBehaviours {
    PersistenceBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void persistenceIsKeptAndTakenAway() {
        String id = made("/pools", body("""
                'protocol':'HTTP','lb_algorithm':'ROUND_ROBIN','session_persistence':{'type':'SOURCE_IP'}"""));
        assertThat(Shape.of(lbaas.get("/pools/" + id).one().path("session_persistence")))
                .isEqualTo("{cookie_name: null, persistence_granularity: null, persistence_timeout: null, type: text}");

        assertThat(lbaas.put("/pools/" + id, "{'pool':{'session_persistence':null}}")
                        .told())
                .isEqualTo("200");
        settle();

        assertThat(lbaas.get("/pools/" + id).one().path("session_persistence").isNull())
                .isTrue();
    }

    @Test
    void onlyPersistenceByCookieHasAName() {
        String expected = "400 Validation failure: Field \"cookie_name\" can only be specified with session persistence"
                + " of type \"APP_COOKIE\".";

        assertThat(lbaas.put(
                                "/pools/" + pool,
                                "{'pool':{'session_persistence':{'type':'SOURCE_IP','cookie_name':'x'}}}")
                        .told())
                .isEqualTo(expected);
    }

    @Test
    void onlyPersistenceBelowHttpIsTimed() {
        String timed = "'session_persistence':{'type':'SOURCE_IP','persistence_timeout':5}";

        assertThat(create("'protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'," + timed)
                        .told())
                .isEqualTo("400 Validation failure: persistence_timeout and persistence_granularity is only for UDP and"
                        + " SCTP protocol pools.");
        assertThat(lbaas.put("/pools/" + pool, "{'pool':{" + timed + "}}").told())
                .isEqualTo("400 Validation failure: persistence_timeout and persistence_granularity is only for UDP"
                        + " protocol pools.");
    }

    @Test
    void persistenceByCookieNeedsAName() {
        assertThat(create("'protocol':'HTTP','lb_algorithm':'ROUND_ROBIN','session_persistence':{'type':'APP_COOKIE'}")
                        .told())
                .isEqualTo(
                        "400 Validation failure: Field \"cookie_name\" must be specified when using the \"APP_COOKIE\""
                                + " session persistence type.");
    }

    @Test
    void anUnknownPersistenceIsToldWhichThereAre() {
        assertThat(create("'protocol':'HTTP','lb_algorithm':'ROUND_ROBIN','session_persistence':{'type':'NONE'}")
                        .told())
                .startsWith("400 Invalid input for field/attribute type. Value: 'NONE'. Value should be one of: ");
    }

    @Test
    void persistenceNeedsAType() {
        assertThat(create("'protocol':'HTTP','lb_algorithm':'ROUND_ROBIN','session_persistence':{}")
                        .told())
                .isEqualTo("400 Invalid input for field/attribute type. Value: 'None'. Mandatory field missing.");
    }

    private Said create(String attributes) {
        return lbaas.post("/pools", body(attributes));
    }

    private String body(String attributes) {
        return "{'pool':{'loadbalancer_id':'" + lb + "'," + attributes + "}}";
    }
}
