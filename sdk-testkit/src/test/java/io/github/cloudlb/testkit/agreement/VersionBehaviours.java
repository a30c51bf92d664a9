package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Octavia: versions")
abstract class VersionBehaviours extends TreeBehaviours {
    VersionBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void theVersionsAreTold() {
        Said said = octavia.get("/");

        assertThat(said.told()).isEqualTo("200");
        assertThat(said.type()).isEqualTo("application/json");
        assertThat(Shape.of(said.json()))
                .isEqualTo("{versions: [{id: text, links: [{href: url, rel: text}], status: text, updated: text}]}");
        assertThat(said.one().at("/0/links/0/href").asText()).isEqualTo(octavia.base() + "/v2");
    }

    @Test
    void thereAreVersionsToChooseFrom() {
        Said said = octavia.get("/");

        assertThat(said.each("id")).hasSize(27).startsWith("v2.0", "v2.1").endsWith("v2.25", "v2.26");
        assertThat(said.each("status"))
                .startsWith("SUPPORTED")
                .endsWith("CURRENT")
                .containsOnlyOnce("CURRENT");
        assertThat(said.each("updated")).startsWith("2016-12-11T00:00:00Z").endsWith("2022-08-29T00:00:00Z");
    }

    @Test
    void theVersionAloneIsATextOfItsOwn() {
        assertThat(octavia.get("/v2.0").body()).isEqualTo("\"v2\"");
        assertThat(octavia.get("/v2.0/lbaas").body()).isEqualTo("\"v2\"");
    }

    @Test
    void theVersionHasTwoNames() {
        assertThat(octavia.get("/v2/lbaas/pools/" + pool).json())
                .isEqualTo(lbaas.get("/pools/" + pool).json());
    }

    @Test
    void aMinorVersionIsNoPath() {
        assertThat(octavia.get("/v2.26/lbaas/pools").told()).startsWith("404 [routing] Not Found:");
    }
}
