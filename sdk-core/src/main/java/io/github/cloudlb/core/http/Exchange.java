package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Parameter;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.TransportException;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.BufferedSource;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One attempt: a request on its way and what comes of it. */
final class Exchange {
    private static final Pattern NOUGHT = Pattern.compile("0+");

    /**
     * Tells afterwards whether anything reached a connection. Keeps a Retry-After of 0 from OkHttp, which would send
     * the request again by itself: a write, too, uncounted, and with the signature and nonce it had.
     */
    static final Interceptor GUARD = chain -> {
        Sent sent = chain.request().tag(Sent.class);
        if (sent != null) {
            sent.yes = true;
        }
        Response response = chain.proceed(chain.request());
        boolean atOnce = response.code() == 503
                && NOUGHT.matcher(response.header("Retry-After", "")).matches();
        return atOnce ? response.newBuilder().removeHeader("Retry-After").build() : response;
    };

    private final Call call;
    private final Sent sent;
    private final Message message;
    private final CallState state;
    private final long maxAnswerBytes;

    private Exchange(Call call, Sent sent, Message message, CallState state, long maxAnswerBytes) {
        this.call = call;
        this.sent = sent;
        this.message = message;
        this.state = state;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /** Prepares an attempt; the caller executes {@link #call()}. */
    static Exchange of(Engine engine, Service service, Message message, CallState state) {
        state.throwIfStopped(message);
        throwIfOver(message, state);
        Outgoing outgoing =
                new Outgoing(service.endpoint(state), message, state.options().headers());
        service.identify(outgoing, state);
        outgoing.header("User-Agent", engine.userAgent());
        Sent sent = new Sent();
        Call call = engine.http().newCall(outgoing.toOkHttp(sent));
        Duration left = state.deadline().left();
        Duration most = engine.settings().attemptLimit();
        long limit = (most.compareTo(left) < 0 ? most : left).toNanos();
        call.timeout().timeout(Math.max(limit, 1), TimeUnit.NANOSECONDS);
        state.begins();
        state.enter(call);
        return new Exchange(call, sent, message, state, engine.settings().maxAnswerBytes());
    }

    private static void throwIfOver(Message message, CallState state) {
        if (state.deadline().isOver()) {
            InterruptedIOException over = new InterruptedIOException("timeout");
            throw new TransportException(
                    state.failure(message, Applied.NO), "the limit of the call ran out before it was sent", over);
        }
    }

    Call call() {
        return call;
    }

    /** Reads the whole answer, so that the connection is free again. */
    Answer whole(Response response) throws IOException {
        BufferedSource source = response.body().source();
        boolean tooLong = source.request(maxAnswerBytes + 1);
        if (tooLong) {
            String beginning = source.readString(Math.min(maxAnswerBytes, 64 * 1024), StandardCharsets.UTF_8);
            throw new MalformedAnswerException(
                    state.failure(message, Applied.UNKNOWN),
                    "it is longer than " + maxAnswerBytes + " bytes",
                    response.code(),
                    beginning,
                    null);
        }
        Headers all = response.headers();
        List<Parameter> headers = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            headers.add(new Parameter(all.name(i), all.value(i)));
        }
        return new Answer(response.code(), headers, source.readByteArray());
    }

    SdkException failed(IOException broken) {
        Applied applied = sent.yes ? Applied.UNKNOWN : Applied.NO;
        if (state.isStopped()
                || broken instanceof InterruptedIOException
                        && Thread.currentThread().isInterrupted()) {
            return state.interrupted(message, applied);
        }
        String where = call.request().url().host() + ":" + call.request().url().port();
        return new TransportException(state.failure(message, applied), what(broken, where), broken);
    }

    private String what(IOException broken, String where) {
        String reason = String.valueOf(broken.getMessage());
        if (broken instanceof InterruptedIOException && "timeout".equals(reason)) {
            return "no whole answer from " + where + " in time";
        }
        return (sent.yes ? "the connection to " : "cannot reach ") + where + (sent.yes ? " broke: " : ": ") + reason;
    }

    static final class Sent {
        volatile boolean yes;
    }
}
