package io.github.cloudlb.alibaba;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.Locale;

/** The tables the code was generated from. */
final class ApiTable {
    private ApiTable() {}

    static JsonNode read(RpcApi api) {
        return JsonMapper.shared().readTree(Path.of("api", fileName(api) + "-" + api.version() + ".json"));
    }

    static String fileName(RpcApi api) {
        return api.name().toLowerCase(Locale.ROOT);
    }
}
