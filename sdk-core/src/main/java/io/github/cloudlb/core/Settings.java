package io.github.cloudlb.core;

import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a client's builder was told about transport, limits and repetition. Made by {@link ClientBuilder}. */
public final class Settings {
    Duration connectLimit = Duration.ofSeconds(10);
    Duration attemptLimit = Duration.ofSeconds(60);
    Duration callLimit = Duration.ofMinutes(5);
    long maxAnswerBytes = 16L * 1024 * 1024;
    int concurrency = 64;
    boolean plainHttp;
    boolean systemTrust = true;
    List<Path> trusted = List.of();
    List<String> noProxy = List.of();
    Time time = Time.system();

    @Nullable
    URI proxy;

    @Nullable
    Path clientCertificate;

    @Nullable
    Path clientKey;

    @Nullable
    OkHttpClient lentClient;

    @Nullable
    RetryPolicy retries;

    Settings() {}

    public Duration connectLimit() {
        return connectLimit;
    }

    public Duration attemptLimit() {
        return attemptLimit;
    }

    public Duration callLimit() {
        return callLimit;
    }

    public long maxAnswerBytes() {
        return maxAnswerBytes;
    }

    public int concurrency() {
        return concurrency;
    }

    public boolean plainHttp() {
        return plainHttp;
    }

    public boolean systemTrust() {
        return systemTrust;
    }

    public List<Path> trusted() {
        return trusted;
    }

    public List<String> noProxy() {
        return noProxy;
    }

    public Optional<URI> proxy() {
        return Optional.ofNullable(proxy);
    }

    public Optional<Path> clientCertificate() {
        return Optional.ofNullable(clientCertificate);
    }

    public Optional<Path> clientKey() {
        return Optional.ofNullable(clientKey);
    }

    public Optional<OkHttpClient> lentClient() {
        return Optional.ofNullable(lentClient);
    }

    /** The policy given, or a new one of the standard kind that goes by this client's clock. */
    public synchronized RetryPolicy retries() {
        if (retries == null) {
            retries = ExponentialBackoff.builder().time(time).build();
        }
        return retries;
    }

    public Time time() {
        return time;
    }
}
