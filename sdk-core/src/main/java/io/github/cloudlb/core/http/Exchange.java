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
import okhttp3.Response;
import okio.BufferedSource;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.AbstractList;
import java.util.concurrent.TimeUnit;

/** One attempt: a request on its way and what comes of it. */
final class Exchange {
    private final Engine engine;
    private final Call call;
    private final Message message;
    private final CallState state;

    private Exchange(Engine engine, Call call, Message message, CallState state) {
        this.engine = engine;
        this.call = call;
        this.message = message;
        this.state = state;
    }

    /** Prepares an attempt; the caller executes {@link #call()}. */
    static Exchange of(Engine engine, Service service, Message message, CallState state, ApiClient client) {
        state.throwIfStopped(message);
        throwIfOver(message, state);
        Outgoing outgoing = new Outgoing(
                service.endpoint(state), message, state.options().headers(), message.body(client.within(state)));
        if (!message.isAnonymous()) {
            service.identify(outgoing, state);
        }
        outgoing.headers().add(engine.userAgent());
        Call call = (service.isDirect() ? engine.direct() : engine.http()).newCall(outgoing.toOkHttp());
        Duration left = state.deadline().left();
        Duration most = engine.settings().attemptLimit();
        long limit = (most.compareTo(left) < 0 ? most : left).toNanos();
        call.timeout().timeout(Math.max(limit, 1), TimeUnit.NANOSECONDS);
        state.begins();
        state.enter(call);
        return new Exchange(engine, call, message, state);
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
        long maxAnswerBytes = engine.settings().maxAnswerBytes();
        BufferedSource source = response.body().source();
        boolean tooLong = source.request(maxAnswerBytes + 1);
        if (tooLong) {
            String beginning = source.readString(Math.min(maxAnswerBytes, 64 * 1024), StandardCharsets.UTF_8);
            throw new MalformedAnswerException(
                    state.failure(message, Applied.UNKNOWN),
                    "it is longer than " + maxAnswerBytes + " bytes",
                    response.code(),
                    Hidden.in(beginning, message),
                    null);
        }
        return new Answer(response.code(), new HeaderList(response.headers()), source.readByteArray());
    }

    SdkException failed(IOException broken) {
        Applied applied = engine.isSent(call) ? Applied.UNKNOWN : Applied.NO;
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
        return engine.isSent(call)
                ? "the connection to " + where + " broke: " + reason
                : "cannot reach " + where + ": " + reason;
    }

    /** Has to come last, whatever came of it. */
    void ends() {
        engine.forget(call);
        state.leave();
    }

    /** Makes a header when it is asked for: of most answers none is. */
    private static final class HeaderList extends AbstractList<Parameter> {
        private final Headers headers;

        HeaderList(Headers headers) {
            this.headers = headers;
        }

        @Override
        public Parameter get(int index) {
            return new Parameter(headers.name(index), headers.value(index));
        }

        @Override
        public int size() {
            return headers.size();
        }
    }
}
