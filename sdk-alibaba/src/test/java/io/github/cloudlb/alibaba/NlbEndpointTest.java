package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.nlb.wire.NlbEndpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.stream.Stream;

class NlbEndpointTest {
    static Stream<Arguments> regions() {
        return JsonMapper.shared()
                .readTree(Path.of("api", "nlb-2022-04-30.json"))
                .path("endpoint")
                .path("regions")
                .path("public")
                .properties()
                .stream()
                .map(region -> Arguments.of(region.getKey(), region.getValue().asString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("regions")
    void followsFromTheRegion(String region, String host) {
        assertThat(NlbEndpoints.host(region)).isEqualTo(host);
    }

    @Test
    void isListedForThirtyFourRegions() {
        assertThat(regions()).hasSize(34);
    }
}
