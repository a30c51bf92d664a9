package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class HiddenTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a -----BEGIN PRIVATE KEY-----x-----END PRIVATE KEY----- b | a *** b",
                "{\"k\": \"-----BEGIN RSA PRIVATE KEY-----\\nx\\n-----END RSA PRIVATE KEY-----\\n\"} | {\"k\": \"***\\n\"}",
                "{\"k\": \"-----BEGIN EC PRIVATE KEY-----\\nx\", \"l\": 1} | {\"k\": \"***\", \"l\": 1}",
                "no '-----BEGIN ENCRYPTED PRIVATE KEY-----x' is read | no '***' is read",
                "-----BEGIN PRIVATE KEY-----x | ***",
                "-----BEGIN CERTIFICATE-----x-----END CERTIFICATE----- | -----BEGIN CERTIFICATE-----x-----END CERTIFICATE-----"
            })
    void noPrivateKeyIsShownWhoeverHasIt(String said, String shown) {
        assertThat(Hidden.in(said, Message.get("x"))).isEqualTo(shown);
    }

    @Test
    void eachLineOfASecretIsHidden() {
        Message message = Message.post("x").secret("first-line\nsecond-line\r\nend");

        assertThat(Hidden.in("'first-line\\nsecond-line' second-line in the end", message))
                .isEqualTo("'***\\n***' *** in the end");
    }

    @Test
    void anAnswerWithoutSecretsIsTheSame() {
        Answer answer = new Answer(400, List.of(), new byte[] {(byte) 0xff, 'a'});

        assertThat(Hidden.in(answer, Message.post("x").secret("not in it"))).isSameAs(answer);
    }

    @Test
    void anAnswerKeepsItsStatus() {
        Answer answer = new Answer(400, List.of(), "so secret-value".getBytes(StandardCharsets.UTF_8));

        Answer hidden = Hidden.in(answer, Message.post("x").secret("secret-value"));

        assertThat(hidden.text()).isEqualTo("so ***");
        assertThat(hidden.status()).isEqualTo(400);
    }
}
