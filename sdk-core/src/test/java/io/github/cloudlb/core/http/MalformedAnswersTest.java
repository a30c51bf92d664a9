package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of good answers that cannot be read. */
class MalformedAnswersTest extends CallTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "{\"name\":\"t", "{\"name\":", "[1]", "\"t\"", "{\"name\":{}}", "{}", "<html></html>", "no"})
    void aValueThatIsNotThereMayHaveBeenCreatedAllTheSame(String body) {
        ApiClient client = against(Replies.json(200, body));

        assertThat(failure(MalformedAnswerException.class, client, new Things.Create("t")))
                .hasMessageStartingWith("Create[name=t]: the answer with status 200 cannot be read: ")
                .returns(200, MalformedAnswerException::status)
                .returns(body, MalformedAnswerException::rawText)
                .returns(Applied.UNKNOWN, SdkException::applied)
                .returns(1, SdkException::attempts);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aReadIsRepeatedAndSaysWhatIsMissing() {
        ApiClient client = against(Replies.json(200, ""));

        assertThat(failure(MalformedAnswerException.class, client, new Things.Get("t")))
                .hasMessageEndingWith("cannot be read: it is empty")
                .returns(Applied.NO, SdkException::applied)
                .returns(4, SdkException::attempts);
        assertThat(asked()).hasSize(4);
    }

    @Test
    void aPageOfAProxyIsNoSuccessfulRemoval() {
        assertThat(failure(MalformedAnswerException.class, against(Replies.html(200)), new Things.Delete("t")))
                .hasMessageEndingWith("it is a page, not the service's answer")
                .returns(Applied.UNKNOWN, SdkException::applied);
    }

    @Test
    void anAnswerWithoutContentTypeIsRead() {
        ApiClient client = against(Replies.whole(200, "{\"name\":\"t\"}"));

        assertThat(client.send(new Things.Create("t"))).isEqualTo("t");
    }

    @Test
    void fieldsThatAreNotKnownAreNoFailure() {
        ApiClient client = against(Replies.json(200, "{\"new\":{\"a\":[1,{}]},\"name\":\"t\",\"more\":null}"));

        assertThat(client.send(new Things.Create("t"))).isEqualTo("t");
    }

    @Test
    void aBodyShorterThanPromisedIsABrokenConnection() {
        ApiClient client = against(Replies.cutShort("{\"name\":\"t\"}"));

        assertThat(failure(TransportException.class, client, new Things.Create("t")))
                .hasMessageStartingWith("Create[name=t]: the connection to 127.0.0.1:" + cloud.port() + " broke: ")
                .returns(Applied.UNKNOWN, SdkException::applied)
                .returns(1, SdkException::attempts);
    }

    @Test
    void anAnswerLongerThanTheLimitIsNotReadOn() {
        ApiClient client = configured(with -> with.maxAnswerBytes(10), Replies.json(200, "{\"name\":\"t-12345\"}"));

        assertThat(failure(MalformedAnswerException.class, client, new Things.Create("t")))
                .hasMessageEndingWith("cannot be read: it is longer than 10 bytes")
                .returns("{\"name\":\"t", MalformedAnswerException::rawText)
                .returns(Applied.UNKNOWN, SdkException::applied);
    }

    @Test
    void anAnswerAsLongAsTheLimitIsRead() {
        ApiClient client = configured(with -> with.maxAnswerBytes(12), Replies.json(200, "{\"name\":\"t\"}"));

        assertThat(client.send(new Things.Create("t"))).isEqualTo("t");
    }
}
