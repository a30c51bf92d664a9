package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Parameter;
import io.github.cloudlb.core.SdkException.Failure;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class OpenStackErrorsTest {
    private static final ErrorTable TABLE = new ErrorTable();

    private static final String FAULT = "{\"faultcode\": \"Client\", \"faultstring\": \"<text>\", \"debuginfo\": null}";
    private static final String ROUTER =
            "{\"code\": <status>, \"title\": \"Bad Request\", \"description\": \"<text>\"}";
    private static final String PAGE = "<html> <head> <title><status> Bad Request</title> </head> <body>\n"
            + "<h1><status> Bad Request</h1> The server could not comply<br /><br />\n<text>\n</body></html>";
    private static final String PLAIN = "<status> Bad Request\n\n<text>\n";
    private static final String KEYSTONE = "{\"error\":{\"code\":<status>,\"message\":\"<text>\",\"title\":\"No\"}}";
    private static final String GATEWAY =
            "{\"error_msg\":\"<text>\",\"error_code\":\"<code>\",\"request_id\":\"req-body\"}";
    private static final String GATEWAY_TURNED =
            "{\"request_id\":\"req-body\",\"error_code\":\"<code>\",\"error_msg\":\"<text>\"}";
    private static final String OLDER = "{\"error\":{\"code\":\"<code>\",\"message\":\"<text>\"}}";
    private static final String OLDER_TURNED = "{\"error\":{\"message\":\"<text>\",\"code\":\"<code>\"}}";
    private static final String NEUTRON =
            "{\"NeutronError\": {\"type\": \"<code>\", \"message\": \"<text>\", \"detail\": \"\"}}";

    static Stream<Arguments> rows() {
        return TABLE.rows().stream()
                .flatMap(row -> forms(row.dialect()).stream()
                        .map(form -> Arguments.of(row.meaning(), row.code(), row.text(), row.status(), form)));
    }

    @Observed(
            in = Area.ERRORS,
            value = "One error has several shapes: faultstring, description, HTML, plain text; Keystone has its own")
    @ParameterizedTest
    @MethodSource("rows")
    void knowsEachRowInEachFormItComesIn(String meaning, String code, String text, int status, String form) {
        String words = text.isEmpty() ? "Some words." : "It " + text + "X.";
        String body = form.replace("<code>", code).replace("<text>", words).replace("<status>", "" + status);

        ServiceException thrown = thrown(status, body);

        assertThat(thrown.getClass().getSimpleName()).isEqualTo(exceptionOf(meaning));
        assertThat(thrown.code()).isEqualTo(code);
        assertThat(thrown.text()).contains(words).doesNotContain("<");
        assertThat(thrown.rawText()).isEqualTo(body);
        assertThat(thrown.status()).isEqualTo(status);
    }

    static Stream<ErrorTable.Listed> listed() {
        return TABLE.listed().stream();
    }

    @ParameterizedTest
    @MethodSource("listed")
    void knowsEachCodeThatIsDocumented(ErrorTable.Listed listed) {
        String meaning = TABLE.meaning(listed);

        for (String form : List.of(GATEWAY, GATEWAY_TURNED, OLDER, OLDER_TURNED)) {
            ServiceException thrown = thrown(
                    listed.status(), form.replace("<code>", listed.code()).replace("<text>", "Words"));

            assertThat(thrown.getClass().getSimpleName()).isEqualTo(exceptionOf(meaning));
            assertThat(thrown.code()).isEqualTo(listed.code());
            assertThat(thrown.getMessage()).contains(listed.status() + " " + listed.code() + " Words");
        }
    }

    @Observed(in = Area.ERRORS, value = "What stands in front answers errors in HTML or in nothing anybody knows")
    @ParameterizedTest
    @CsvSource({
        "400, InvalidRequest", "401, Unauthenticated", "403, AccessDenied", "404, NotFound", "405, Unsupported",
        "408, ServiceFailure", "409, InUse", "413, InvalidRequest", "429, Throttled", "500, ServiceFailure",
        "501, Unsupported", "502, ServiceFailure", "503, ServiceFailure", "504, ServiceFailure"
    })
    void goesByTheStatusWhereNothingElseIsKnown(int status, String exception) {
        for (String body : List.of(
                "",
                "null",
                "\"v2\"",
                "[1]",
                "{}",
                "{\"error\": null}",
                "{\"error\": [\"x\"]}",
                "{\"message\": {\"a\": 1}}",
                "{\"faultstring\": null}",
                "{\"faultstr",
                "<html>oops",
                "\u0000\u0001")) {
            ServiceException thrown = thrown(status, body);

            assertThat(thrown.getClass().getSimpleName()).isEqualTo(exception + "Exception");
            assertThat(thrown.rawText()).isEqualTo(body);
        }
    }

    @Observed(in = Area.ERRORS, value = "Some errors have no request id")
    @ParameterizedTest
    @CsvSource({"X-Openstack-Request-Id, req-head", "x-openstack-request-id, req-head", "X-Request-Id, req-head"})
    void prefersTheRequestIdOfAHeader(String header, String id) {
        assertThat(explained(400, GATEWAY, new Parameter(header, id)).requestId())
                .isEqualTo("req-head");
        assertThat(explained(400, GATEWAY).requestId()).isEqualTo("req-body");
        assertThat(explained(400, FAULT).requestId()).isEmpty();
    }

    @Observed(
            in = Area.ERRORS,
            value = "The code in a body may be a text, \"503 Service Unavailable\", and the message have markup")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\": \"The server is currently unavailable.<br /><br />\\nKeystone is out of reach.\\n\\n\","
                        + " \"code\": \"503 Service Unavailable\", \"title\": \"Service Unavailable\"}",
                "<html><head><title>503</title></head><body>The server is currently unavailable. Keystone is out of"
                        + " reach.</body></html>"
            })
    void readsTheWordsOfAPageWithoutItsMarkup(String body) {
        ServiceError error = explained(503, body);

        assertThat(error.text()).isEqualTo("The server is currently unavailable. Keystone is out of reach.");
        assertThat(error.code()).isEmpty();
    }

    private static List<String> forms(String dialect) {
        return switch (dialect) {
            case "octavia" -> List.of(FAULT, ROUTER, PAGE, PLAIN);
            case "keystone" -> List.of(KEYSTONE, PLAIN);
            case "neutron" -> List.of(NEUTRON);
            case "otc" -> List.of(GATEWAY, GATEWAY_TURNED, OLDER, OLDER_TURNED);
            default -> List.of(GATEWAY, GATEWAY_TURNED);
        };
    }

    private static String exceptionOf(String meaning) {
        return Stream.of(meaning.split("_"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Exception";
    }

    private static ServiceException thrown(int status, String body) {
        ServiceError error = explained(status, body);
        return error.meaning().exception(Failure.unsent("Asked"), error);
    }

    private static ServiceError explained(int status, String body, Parameter... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return OpenStackErrors.explain(new Answer(status, List.of(headers), bytes), Clients.time());
    }
}
