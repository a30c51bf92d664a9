package io.github.cloudlb.core.http;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Deadline;
import io.github.cloudlb.core.Parameter;
import io.github.cloudlb.core.Settings;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What all calls of a client share: connections, threads, settings. Closing it leaves nothing behind. */
public final class Engine implements AutoCloseable {
    private static final Parameter USER_AGENT = new Parameter("User-Agent", "cloudlb-sdk-java");
    private static final int IDLE_CONNECTIONS = 32;
    /** Below the 60 to 75 seconds after which servers close theirs. */
    private static final int IDLE_SECONDS = 50;

    private final Settings settings;
    private final OkHttpClient http;
    private final boolean lent;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ExecutorService executor;
    private final Set<Sending<?>> underway = ConcurrentHashMap.newKeySet();
    /** Exchanges of which something may have reached a server. A tag of the request would drag in Kotlin's reflection. */
    private final Set<Call> sent = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    public Engine(Settings settings) {
        this.settings = settings;
        this.lent = settings.lentClient().isPresent();
        OkHttpClient.Builder builder = lent
                ? settings.lentClient().get().newBuilder()
                : new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS));
        if (!lent) {
            Transport.configure(builder, settings);
        }
        // Repeating is the loop's business: OkHttp's own would send a write twice unasked.
        this.http = builder.retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(chain -> {
                    sent.add(chain.call());
                    return chain.proceed(chain.request());
                })
                .build();
    }

    public Settings settings() {
        return settings;
    }

    OkHttpClient http() {
        return http;
    }

    boolean isSent(Call exchange) {
        return sent.contains(exchange);
    }

    void forget(Call exchange) {
        sent.remove(exchange);
    }

    Parameter userAgent() {
        return USER_AGENT;
    }

    CallState begins(CallOptions options, @Nullable CallState parent) {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        if (parent != null) {
            return parent.nested();
        }
        Deadline deadline = Deadline.in(options.limit().orElse(settings.callLimit()), settings.time());
        return new CallState(settings.time(), deadline, options);
    }

    /** Runs a call on a thread of ours. */
    <R> void start(Sending<R> sending, Supplier<R> call) {
        underway.add(sending);
        executor().execute(() -> {
            sending.completeWith(call);
            underway.remove(sending);
        });
    }

    private ExecutorService executor() {
        lock.lock();
        try {
            if (executor == null) {
                executor = threads(settings.concurrency());
            }
            return executor;
        } finally {
            lock.unlock();
        }
    }

    private static ExecutorService threads(int most) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(most, most, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "cloudlb-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Ends what is under way, and the threads; a lent client is left as it is. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (executor != null) {
                executor.shutdownNow();
            }
        } finally {
            lock.unlock();
        }
        underway.forEach(sending -> sending.cancel(true));
        if (!lent) {
            http.dispatcher().cancelAll();
            http.connectionPool().evictAll();
        }
    }
}
