package io.github.cloudlb.testkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class YamlTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, Object> landscape =
                Json.object("load_balancers", List.of(Json.object("name", "web", "pools", List.of())), "port", 80);

        assertThat(Yaml.write(landscape)).startsWith("load_balancers:\n  - name: web\n");
        assertThat(Yaml.read(Yaml.write(landscape))).isEqualTo(landscape);
    }

    @Test
    void anEmptyTextIsAnEmptyLandscape() {
        assertThat(Yaml.read("")).isEmpty();
    }

    @Test
    void whatIsNoMapIsRefused() {
        assertThatThrownBy(() -> Yaml.read("- web"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[web]");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Yaml.read("a: [1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the landscape, line 1");
    }
}
