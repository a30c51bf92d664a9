package io.github.cloudlb.benchmarks;

import io.github.cloudlb.alibaba.AlbClient;
import io.github.cloudlb.alibaba.AlibabaCredentials;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.OpenStackCredentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Clients of the loopback server, and what they send it. */
final class Clients {
    private Clients() {}

    static OpenStackClient.Builder openStack(URI endpoint) {
        return OpenStackClient.builder()
                .endpoint(endpoint)
                .dialect(LbaasDialect.OCTAVIA)
                .credentials(OpenStackCredentials.token("gAAAAABmVt0kZb5tHqVbWw8KzvJ4m6xYc1nR2sQpUoTeLdAfGhIjKlMn"));
    }

    static AlbClient.Builder alb(URI endpoint) {
        return AlbClient.builder()
                .endpoint(endpoint)
                .credentials(AlibabaCredentials.of("LTAI5tExampleExampleExam", "ExampleSecretExampleSecretExam"));
    }

    /** Without the SDK, but with its limits: one for the call, none for each read and write. */
    static OkHttpClient floor() {
        return new OkHttpClient.Builder()
                .callTimeout(Duration.ofSeconds(60))
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** The request that a call of the SDK becomes, to send the same bytes without the SDK. */
    static Request captured(Consumer<OkHttpClient> call) {
        AtomicReference<Request> seen = new AtomicReference<>();
        OkHttpClient watched = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.set(chain.request());
                    return chain.proceed(chain.request());
                })
                .build();
        call.accept(watched);
        Request request = Objects.requireNonNull(seen.get(), "nothing was sent");
        return new Request.Builder()
                .url(request.url())
                .headers(request.headers())
                .method(request.method(), request.body())
                .build();
    }
}
