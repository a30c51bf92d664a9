package io.github.cloudlb.testkit.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import java.util.Arrays;
import java.util.function.Function;

/** Hands what WireMock receives to Java code, and its answer back. */
public final class Bridge implements ResponseDefinitionTransformerV2 {
    private final Function<Request, Answer> cloud;

    public Bridge(Function<Request, Answer> cloud) {
        this.cloud = cloud;
    }

    @Override
    public String getName() {
        return "cloudlb-testkit";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Answer answer = cloud.apply(event.getRequest());
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition();
        if (answer.fault() != null) {
            return response.withFault(onTheWire(answer.fault())).build();
        }
        response.withStatus(answer.status());
        if (answer.reason() != null) {
            response.withStatusMessage(answer.reason());
        }
        answer.headers().forEach(response::withHeader);
        byte[] body = answer.body().getBytes(UTF_8);
        // The length promised is that of the whole: a connection whose answer is cut ends too early.
        response.withHeader("Content-Length", String.valueOf(body.length));
        int arriving = answer.cut() < 0 ? body.length : Math.min(answer.cut(), body.length);
        if (arriving > 0) {
            response.withBody(arriving == body.length ? body : Arrays.copyOf(body, arriving));
        }
        return response.build();
    }

    private static Fault onTheWire(io.github.cloudlb.testkit.Fault fault) {
        return switch (fault) {
            case RESET -> Fault.CONNECTION_RESET_BY_PEER;
            case EMPTY -> Fault.EMPTY_RESPONSE;
            case GARBAGE -> Fault.MALFORMED_RESPONSE_CHUNK;
        };
    }
}
