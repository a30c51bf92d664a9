package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.ServiceError;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Errors as the services answer them. */
final class Explained {
    private Explained() {}

    /** A code, and a status with which some operation lists it. */
    record Listed(int status, String code) {}

    static Stream<Listed> pairs(RpcApi api) {
        return ApiTable.read(api)
                .path("errors")
                .valueStream()
                .flatMap(error -> error.path("status")
                        .valueStream()
                        .map(status ->
                                new Listed(status.asInt(), error.path("code").asString())));
    }

    static ServiceError by(RpcApi api, int status, String code) {
        String body = "{\"Code\": \"" + code + "\", \"Message\": \"words\", \"RequestId\": \"req-1\"}";
        return new RpcErrors(api, new VirtualTime())
                .explain(new Answer(status, List.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
