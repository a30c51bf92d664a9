package io.github.cloudlb.core.http;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Client;
import io.github.cloudlb.core.Deadline;
import io.github.cloudlb.core.Parameter;
import io.github.cloudlb.core.Settings;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
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
public final class Engine implements Client.Resources {
    private static final Parameter USER_AGENT = new Parameter("User-Agent", "cloudlb-sdk-java");
    private static final int IDLE_CONNECTIONS = 32;
    /** Below the 60 to 75 seconds after which servers close theirs. */
    private static final int IDLE_SECONDS = 50;

    private static final String CLOSED = "the client was closed";

    private final Settings settings;
    private final OkHttpClient http;
    private final boolean lent;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ExecutorService executor;
    private final Set<Sending<?>> sendings = ConcurrentHashMap.newKeySet();
    private final Set<CallState> underway = ConcurrentHashMap.newKeySet();
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
                .addInterceptor(Engine::interruptible)
                .addNetworkInterceptor(this::guarded)
                .build();
    }

    public Settings settings() {
        return settings;
    }

    OkHttpClient http() {
        return http;
    }

    /** The same, with the same connections and threads, but past any proxy. */
    OkHttpClient direct() {
        return http.newBuilder().proxy(Proxy.NO_PROXY).build();
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

    /** In Kotlin nobody has to declare an interrupt: one while OkHttp connects comes as what no method of ours throws. */
    private static Response interruptible(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /**
     * Notes that something may reach a server now. Keeps a Retry-After of 0 from OkHttp, which would send the request
     * again by itself: a write, too, uncounted, and with the signature and nonce it had.
     */
    private Response guarded(Interceptor.Chain chain) throws IOException {
        sent.add(chain.call());
        Response response = chain.proceed(chain.request());
        boolean atOnce = response.code() == 503 && isNought(response.header("Retry-After", ""));
        return atOnce ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }

    private static boolean isNought(String seconds) {
        return !seconds.isEmpty() && seconds.chars().allMatch(digit -> digit == '0');
    }

    CallState begins(CallOptions options, @Nullable CallState parent) {
        if (parent != null) {
            // If we are closed it will say so when it is on its way.
            return parent.nested(options);
        }
        requireOpen();
        Deadline deadline = Deadline.in(options.limit().orElse(settings.callLimit()), settings.time());
        return new CallState(settings.time(), deadline, options);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
    }

    /** A call goes on its way, and stops when we are closed. */
    void enter(CallState call) {
        underway.add(call);
        if (closed) {
            call.stop(CLOSED);
        }
    }

    void leave(CallState call) {
        underway.remove(call);
        if (closed && !lent) {
            http.connectionPool().evictAll();
        }
    }

    /** Runs a call on a thread of ours. */
    <R> void start(Sending<R> sending, Supplier<R> call) {
        lock.lock();
        try {
            requireOpen();
            if (executor == null) {
                executor = threads(settings.concurrency());
            }
            sendings.add(sending);
            executor.execute(() -> {
                sending.completeWith(call);
                sendings.remove(sending);
            });
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
            underway.forEach(call -> call.stop(CLOSED));
            sendings.forEach(sending -> sending.cancel(true));
            sendings.clear();
            if (executor != null) {
                executor.shutdownNow();
            }
        } finally {
            lock.unlock();
        }
        if (!lent) {
            http.connectionPool().evictAll();
        }
    }
}
