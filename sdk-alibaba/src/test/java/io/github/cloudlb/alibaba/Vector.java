package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.TreeMap;

/** What the vendor's own client, com.aliyun:alb20200616:1.2.8, sent. */
public record Vector(JsonNode expected) {
    public static Vector named(String name) {
        return JsonMapper.shared()
                .readTree(Vector.class.getResourceAsStream("alb-wire.json"))
                .path("vectors")
                .valueStream()
                .filter(vector -> vector.path("name").asString().equals(name))
                .map(vector -> new Vector(vector.path("expected")))
                .findFirst()
                .orElseThrow();
    }

    public Map<String, String> query() {
        return pairs("query");
    }

    public Map<String, String> form() {
        return pairs("bodyForm");
    }

    private Map<String, String> pairs(String list) {
        Map<String, String> pairs = new TreeMap<>();
        expected.path(list)
                .valueStream()
                .forEach(pair -> pairs.put(pair.path(0).asString(), pair.path(1).asString()));
        assertThat(pairs).isNotEmpty();
        return pairs;
    }
}
