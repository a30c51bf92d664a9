package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class EndpointTest extends CallTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com", "http://10.0.0.1:9696", "http://127.0.0.1.example.com", "http://[::2]"})
    void plainHttpGoesNoFurtherThanThisMachine(String endpoint) {
        assertThatThrownBy(() -> Endpoint.of(URI.create(endpoint), false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(endpoint)
                .hasMessageContaining("plainHttp(true)");
        assertThatCode(() -> Endpoint.of(URI.create(endpoint), true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1", "http://localhost", "http://LOCALHOST", "http://[::1]:80", "https://a.b"})
    void whatStaysHereOrIsEncryptedIsTaken(String endpoint) {
        assertThatCode(() -> Endpoint.of(URI.create(endpoint), false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.b", "a.b", "https://u:p@a.b", "https://a.b?x=1", "https://a.b#c", "https:///x"})
    void whatIsNoAddressOfAServiceIsRefused(String endpoint) {
        assertThatThrownBy(() -> Endpoint.of(URI.create(endpoint), true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("u:p");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.b,'',a.b",
        "https://a.b/,'',a.b",
        "https://a.b:443//,'',a.b",
        "https://a.b:8443/v2.0/,/v2.0,a.b:8443",
        "https://[::2]/v2.0//,/v2.0,[::2]"
    })
    void pathAndAuthorityAreAsSignersWantThem(String endpoint, String path, String authority) {
        assertThat(Endpoint.of(URI.create(endpoint), false))
                .returns(path, Endpoint::path)
                .returns(authority, Endpoint::authority);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2", "/v2/", "/v2//"})
    void thereIsOneSlashBetweenEndpointAndPath(String path) {
        against(Replies.named("t"));

        client(cloud.uri().resolve(path), settings -> settings).send(new Things.Create("t"));

        assertThat(asked()).containsExactly("POST /v2/things");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "/", "a\nb", "%2e%2e", "%2F", "é", "a b", "a?b", "a#b", "a\\b"})
    void anIdCannotReachAnotherPath(String id) {
        ApiClient client = against(Replies.named("t"));

        assertThat(failure(InvalidInputException.class, client, new Things.Delete(id)))
                .hasMessageStartingWith("path segment: \"")
                .hasMessageEndingWith("printable ASCII, not empty, without / \\ % ? # or blanks, not . or ..")
                .returns(id.replace('\n', '\uFFFD'), InvalidInputException::value);
        assertThat(asked()).isEmpty();
    }

    @Test
    void anIdIsEncodedWhereItMustBe() {
        against(Replies.whole(204, "")).send(new Things.Delete("a+b:c@d=e~f"));

        assertThat(asked()).containsExactly("DELETE /things/a%2Bb%3Ac%40d%3De~f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b", "/a/b/"})
    void anAddressThatIsAllThereIsToAskForKeepsItsSlash(String path) {
        against(Replies.named("t"));
        service = new ThingService(Endpoint.exactly(cloud.uri().resolve(path), true), time);

        new ApiClient(engine, service).send(dialect -> Message.get().answer(answer -> "t"));

        assertThat(asked()).containsExactly("GET " + path);
    }
}
