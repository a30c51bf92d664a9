package io.github.cloudlb.testkit.internal.http;

import static com.github.tomakehurst.wiremock.common.DataTruncationSettings.NO_TRUNCATION;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Hands what WireMock receives to Java code, and its answer back, in place of WireMock's stubs. */
final class Bridge extends StubRequestHandler {

    private final Function<Request, Answer> cloud;

    /** Nothing of what WireMock wants for its stubs is used by {@link #handle}. */
    Bridge(Function<Request, Answer> cloud) {
        super(null, null, null, Map.of(), Map.of(), null, List.of(), List.of(), true, NO_TRUNCATION, null);
        this.cloud = cloud;
    }

    @Override
    public void handle(Request request, HttpResponder responder, @Nullable ServeEvent unused) {
        responder.respond(request, onTheWire(cloud.apply(request)), Map.of());
    }

    static Response onTheWire(Answer answer) {
        if (answer.fault() != null) {
            return Response.response().fault(onTheWire(answer.fault())).build();
        }
        byte[] body = answer.body().getBytes(UTF_8);
        List<HttpHeader> headers = new ArrayList<>();
        answer.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        // The length promised is that of the whole: a connection whose answer is cut ends too early.
        headers.add(new HttpHeader("Content-Length", String.valueOf(body.length)));
        int arriving = answer.cut() < 0 ? body.length : Math.min(answer.cut(), body.length);
        return Response.response()
                .status(answer.status())
                .statusMessage(answer.reason())
                .headers(new HttpHeaders(headers))
                .body(arriving == body.length ? body : Arrays.copyOf(body, arriving))
                .build();
    }

    private static Fault onTheWire(io.github.cloudlb.testkit.Fault fault) {
        return switch (fault) {
            case RESET -> Fault.CONNECTION_RESET_BY_PEER;
            case EMPTY -> Fault.EMPTY_RESPONSE;
            case GARBAGE -> Fault.MALFORMED_RESPONSE_CHUNK;
        };
    }

    /** For the paths below which WireMock has its administration: no cloud has them. */
    static final class NoAdministration extends AdminRequestHandler {
        private static final Answer NOT_FOUND =
                Answer.of(404, "text/plain; charset=UTF-8", "WireMock's administration is not here.\n");

        NoAdministration() {
            super(null, null, null, null, false, List.of(), List.of(), NO_TRUNCATION);
        }

        @Override
        public void handle(Request request, HttpResponder responder, @Nullable ServeEvent unused) {
            responder.respond(request, onTheWire(NOT_FOUND), Map.of());
        }
    }
}
