package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Amphorae")
abstract class AmphoraBehaviours extends TreeBehaviours {
    private Caller amphorae = Caller.of("");

    AmphoraBehaviours(Cloud cloud) {
        super(cloud);
    }

    @BeforeAll
    final void logInAsAdministrator() {
        String token = Logins.token(keystone.post("/auth/tokens", Logins.password(cloud.administrator())));
        amphorae = octavia.with("X-Auth-Token", token).at("/v2.0/octavia/amphorae");
    }

    @Test
    void aLoadBalancerHasOne() {
        Said said = amphorae.get("?loadbalancer_id=" + lb);

        assertThat(said.told()).isEqualTo("200");
        assertThat(said.each("loadbalancer_id")).containsExactly(lb);
        assertThat(said.each("status")).containsExactly("ALLOCATED");
        assertThat(said.each("role")).containsExactly("STANDALONE");
        assertThat(amphorae.get("/" + said.one().get(0).path("id").asText()).one())
                .isEqualTo(said.one().get(0));
    }

    @Test
    void oneLooksLikeThis() {
        assertThat(Shape.of(amphorae.get("?loadbalancer_id=" + lb).one()))
                .isEqualTo(
                        "[{cached_zone: null, cert_busy: flag, cert_expiration: time, compute_flavor: null, compute_id: uuid,"
                                + " created_at: time, ha_ip: text, ha_port_id: uuid, id: uuid, image_id: null, lb_network_ip: text,"
                                + " loadbalancer_id: uuid, role: text, status: text, updated_at: time, vrrp_id: number,"
                                + " vrrp_interface: null, vrrp_ip: text, vrrp_port_id: uuid, vrrp_priority: null}]");
    }

    @ParameterizedTest
    @CsvSource({"GET, '', ''", "GET, /stats, ' stats for'", "PUT, /config, ''", "PUT, /failover, ''", "DELETE, '', ''"})
    void anUnknownOneIsNotFound(String method, String below, String what) {
        assertThat(amphorae.send(method, "/" + NOBODY + below, "").told())
                .isEqualTo("404 Amphora" + what + " " + NOBODY + " not found.");
    }

    @Test
    void oneThatIsInUseIsNotDeleted() {
        String id =
                amphorae.get("?loadbalancer_id=" + lb).one().get(0).path("id").asText();

        assertThat(amphorae.delete("/" + id).told())
                .isEqualTo("409 amphora " + id + " is immutable and cannot be updated.");
    }

    @Differs(
            original = "404 Amphora stats for … not found.",
            kit = "200",
            because = "the original's amphorae are dummies here, which report nothing; the test kit's do, as real ones")
    @Test
    void statisticsOfOneThatServedNobody() {
        String id =
                amphorae.get("?loadbalancer_id=" + lb).one().get(0).path("id").asText();

        assertThat(amphorae.get("/" + id + "/stats").told().replace(id, "…")).isEqualTo(difference());
    }

    @Test
    void nobodyMakesOne() {
        assertThat(amphorae.post("", "{'amphora':{}}").told()).isEqualTo("405 [routing] Method Not Allowed: ");
    }

    @Test
    void anUnknownFilterIsRefused() {
        assertThat(amphorae.get("?bogus=1").told())
                .isEqualTo("400 One or more arguments are either duplicate or invalid");
    }
}
