package io.github.cloudlb.testkit;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import java.util.function.Function;

/** Hands what WireMock receives to Java code, and its answer back. */
final class Bridge implements ResponseDefinitionTransformerV2 {
    private final Function<Request, Answer> cloud;

    Bridge(Function<Request, Answer> cloud) {
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
        Fault fault = answer.fault();
        if (fault != null) {
            return response.withFault(fault.onTheWire()).build();
        }
        response.withStatus(answer.status());
        if (answer.reason() != null) {
            response.withStatusMessage(answer.reason());
        }
        answer.headers().forEach(response::withHeader);
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        } else {
            response.withHeader("Content-Length", "0");
        }
        return response.build();
    }
}
