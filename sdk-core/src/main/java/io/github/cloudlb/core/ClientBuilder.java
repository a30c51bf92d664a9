package io.github.cloudlb.core;

import okhttp3.OkHttpClient;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The options that clients of all clouds share: limits, repetition, proxy, TLS. All have defaults that are on.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
    private final Settings settings = new Settings();

    protected ClientBuilder() {}

    protected abstract B self();

    protected final Settings settings() {
        return settings;
    }

    /** How long connecting may take, TLS included; 10 s if not set. */
    public final B connectLimit(Duration limit) {
        settings.connectLimit = positive("connectLimit", limit);
        return self();
    }

    /** How long one attempt may take, from connecting to the last byte of the answer; 60 s if not set. */
    public final B attemptLimit(Duration limit) {
        settings.attemptLimit = positive("attemptLimit", limit);
        return self();
    }

    /** How long a call may take: all attempts, pauses, logins and waits for locks together; 5 minutes if not set. */
    public final B callLimit(Duration limit) {
        settings.callLimit = positive("callLimit", limit);
        return self();
    }

    /** Which failures are followed by another attempt; {@link RetryPolicy#standard()} if not set. */
    public final B retries(RetryPolicy retries) {
        settings.retries = retries;
        return self();
    }

    /** The greatest answer that is read, in bytes; 16 MiB if not set. */
    public final B maxAnswerBytes(long bytes) {
        InvalidInputException.require(
                bytes > 0 && bytes <= Integer.MAX_VALUE, "maxAnswerBytes", bytes, "1 to 2147483647 is");
        settings.maxAnswerBytes = bytes;
        return self();
    }

    /** How many asynchronous calls run at the same time, each on a thread; further ones wait, within their limit. 64 if not set. */
    public final B concurrency(int calls) {
        InvalidInputException.require(calls > 0, "concurrency", calls, "1 or more is");
        settings.concurrency = calls;
        return self();
    }

    /** {@code http://host:port} of a proxy, with {@code user:password@} if it asks for one; the JVM's own proxy settings if not set. */
    public final B proxy(URI proxy) {
        InvalidInputException.require(
                "http".equals(proxy.getScheme()) && proxy.getHost() != null && proxy.getPort() > 0,
                "proxy",
                proxy.getScheme() + "://" + proxy.getHost(),
                "http://host:port is");
        settings.proxy = proxy;
        return self();
    }

    /** Hosts the proxy is not for: a name, {@code .suffix}, an address, a range such as {@code 10.0.0.0/8}, or {@code *}. */
    public final B noProxy(List<String> hosts) {
        settings.noProxy = List.copyOf(hosts);
        return self();
    }

    /** Trusts the certificates of these PEM files beside those the JVM trusts. */
    public final B trust(Path... pemFiles) {
        settings.trusted = List.of(pemFiles);
        settings.systemTrust = true;
        return self();
    }

    /** Trusts the certificates of these PEM files and no others. */
    public final B trustOnly(Path... pemFiles) {
        InvalidInputException.require(pemFiles.length > 0, "trustOnly", "no file", "at least one PEM file is");
        settings.trusted = List.of(pemFiles);
        settings.systemTrust = false;
        return self();
    }

    /** Shows this certificate to servers that ask for one: PEM files of the chain and of its PKCS#8 key, not encrypted. */
    public final B clientCertificate(Path chainPem, Path keyPem) {
        settings.clientCertificate = chainPem;
        settings.clientKey = keyPem;
        return self();
    }

    /** Allows {@code http} beyond loopback addresses: whoever is on the way reads tokens and changes what is asked. */
    public final B plainHttp(boolean allowed) {
        settings.plainHttp = allowed;
        return self();
    }

    /** Uses the connections, proxy and TLS of this client, and never closes it; the options above for those are then not used. */
    public final B httpClient(OkHttpClient lent) {
        settings.lentClient = lent;
        return self();
    }

    /** The clock to go by and the way to pause, for tests. */
    public final B time(Time time) {
        settings.time = time;
        return self();
    }

    private static Duration positive(String field, Duration limit) {
        InvalidInputException.require(!limit.isNegative() && !limit.isZero(), field, limit, "a positive duration is");
        return limit;
    }
}
