package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.ServiceFailureException;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What is logged, and what must not be. */
class LogsTest extends CallTest {
    private static final String BODY = "body-secret";

    @Test
    void noLineHoldsAHeaderAQueryOrABody() {
        ApiClient client = against(
                        Replies.json(500, "{\"message\":\"" + BODY + "\"}"),
                        Replies.whole(502, "<html>" + BODY, "Set-Cookie: " + BODY),
                        Replies.json(429, "{\"message\":\"" + BODY + "\"}"),
                        Replies.json(200, BODY))
                .with(CallOptions.header("X-Key", "header-secret"));

        List<String> lines = Logs.of(() -> {
            failure(MalformedAnswerException.class, client, new Things.Get("t-1"));
            failure(MalformedAnswerException.class, client, new Things.Create("body-secret"));
        });

        assertThat(lines).isNotEmpty();
        assertThat(String.join("\n", lines)).doesNotContain("query-secret", "header-secret", BODY, "html");
    }

    @Test
    void theStoryOfACallIsTold() {
        ApiClient client = against(Replies.error(500, "Oops"), Replies.named("t"));

        List<String> lines = Logs.of(() -> client.send(new Things.Get("t-1")));

        assertThat(lines)
                .containsExactly(
                        "DEBUG GET /things/t-1: ServiceFailureException with 500 at attempt 1",
                        "DEBUG attempt 2 of GET /things/t-1 in PT0.1S",
                        "DEBUG GET /things/t-1: 200 at attempt 2");
    }

    @Test
    void anAnswerNoTableExplainsIsLoggedByItsStatus() {
        ApiClient client = against(Replies.html(502));

        List<String> lines = Logs.of(() -> failure(ServiceFailureException.class, client, new Things.Create("t")));

        assertThat(lines)
                .containsExactly(
                        "DEBUG no table explains an answer with status 502",
                        "DEBUG POST /things: ServiceFailureException with 502 at attempt 1");
    }
}
