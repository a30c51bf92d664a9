package io.github.cloudlb.alibaba;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/** The table the code was generated from. */
final class ApiTable {
    private ApiTable() {}

    static JsonNode read() {
        return JsonMapper.shared().readTree(Path.of("api", "alb-2020-06-16.json"));
    }
}
