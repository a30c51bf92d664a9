package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.RetryPolicy;
import io.github.cloudlb.core.TransportException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;

class ProxyTest extends CallTest {
    private static final List<String> EXCEPTIONS = List.of(
            "here.example", ".inner.example", "*.star.example", "10.1.0.0/16", "192.0.2.7", "2001:db8::/32", "");

    private Stub proxy = Stub.replying(Replies.named("t"));

    @AfterEach
    void closeProxy() throws IOException {
        proxy.close();
    }

    @Test
    void aRequestGoesThroughTheProxyWhichResolvesTheName() {
        ApiClient client = client(URI.create("http://cloud.invalid"), with -> with.proxy(proxy.uri()));

        assertThat(client.send(new Things.Create("t"))).isEqualTo("t");
        assertThat(proxy.seen()).extracting(Stub.Seen::asked).containsExactly("POST http://cloud.invalid/things");
    }

    @Test
    void thisMachineIsNeverBehindTheProxy() {
        against(Replies.named("t"));

        client(cloud.uri(), with -> with.proxy(proxy.uri())).send(new Things.Create("t"));

        assertThat(proxy.seen()).isEmpty();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aServiceThatIsDirectIsReachedPastAnyProxy() {
        OkHttpClient behindProxy = new OkHttpClient.Builder()
                .proxy(new Proxy(
                        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                .build();
        against(Replies.named("t"));
        ApiClient client = client(cloud.uri(), with -> with.httpClient(behindProxy));

        client.send(new Things.Create("t"));
        service.direct = true;
        client.send(new Things.Create("t"));

        assertThat(proxy.seen()).hasSize(1);
        assertThat(asked()).containsExactly("POST /things");
    }

    @Test
    void credentialsAreSentWhenAskedForAndNotAgainWhenRefused() throws IOException {
        proxy.close();
        proxy = Stub.replying(Replies.whole(407, "", "Proxy-Authenticate: Basic realm=\"x\""), Replies.named("t"));
        ApiClient client = client(URI.create("http://cloud.invalid"), with -> with.proxy(withUser(proxy)));

        assertThat(client.send(new Things.Create("t"))).isEqualTo("t");
        assertThat(proxy.seen().get(1).headers()).contains("Proxy-Authorization: Basic dXNlcjpwQHNz");
    }

    @Test
    void credentialsAreSentWithTheFirstRequestOfATunnel() throws IOException {
        proxy.close();
        proxy = Stub.replying(Replies.whole(502, ""));
        ApiClient client = client(
                URI.create("https://cloud.invalid"),
                with -> with.proxy(withUser(proxy)).retries(RetryPolicy.never()));

        assertThat(failure(TransportException.class, client, new Things.Create("t")))
                .isNotNull();
        assertThat(proxy.seen()).extracting(Stub.Seen::asked).containsExactly("CONNECT cloud.invalid:443");
        assertThat(proxy.seen().get(0).headers()).contains("Proxy-Authorization: Basic dXNlcjpwQHNz");
    }

    private static URI withUser(Stub proxy) {
        return URI.create("http://user:p%40ss@127.0.0.1:" + proxy.port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "here.example",
                "HERE.example",
                "a.here.example",
                "a.inner.example",
                "a.b.star.example",
                "10.1.2.3",
                "192.0.2.7",
                "[2001:db8:1::5]",
                "localhost",
                "127.0.0.2",
                "[::1]"
            })
    void exceptionsAreReachedDirectly(String host) {
        assertThat(routeTo(host, EXCEPTIONS)).isEqualTo(Proxy.Type.DIRECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"there.example", "nothere.example", "inner.example", "10.2.0.1", "192.0.2.70", "[2001:db9::5]"})
    void allOthersAreReachedThroughTheProxy(String host) {
        assertThat(routeTo(host, EXCEPTIONS)).isEqualTo(Proxy.Type.HTTP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"there.example", "10.2.0.1", "[2001:db9::5]"})
    void aStarExceptsAll(String host) {
        assertThat(routeTo(host, List.of("*"))).isEqualTo(Proxy.Type.DIRECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "example.com/8", "/8", "10.0.0.0/", "::/129"})
    void aRangeThatIsNoneIsRefusedBeforeAnyCall(String range) {
        assertThatThrownBy(() ->
                        new Builder().proxy(proxy.uri()).noProxy(List.of(range)).engine())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("noProxy: \"" + range + "\"");
    }

    private static Proxy.Type routeTo(String host, List<String> exceptions) {
        return new ProxyRules(URI.create("http://proxy.invalid:3128"), exceptions)
                .select(URI.create("https://" + host + "/x"))
                .get(0)
                .type();
    }
}
