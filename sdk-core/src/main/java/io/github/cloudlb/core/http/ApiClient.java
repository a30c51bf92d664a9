package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.Wire;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Sends requests to one service: the only way there is, for facades, logins, waiters and pages alike. */
public final class ApiClient implements Caller {
    private static final Logger log = LoggerFactory.getLogger(ApiClient.class);

    private final Engine engine;
    private final Service service;
    private final CallOptions options;
    private final @Nullable CallState parent;

    public ApiClient(Engine engine, Service service) {
        this(engine, service, CallOptions.DEFAULTS, null);
    }

    private ApiClient(Engine engine, Service service, CallOptions options, @Nullable CallState parent) {
        this.engine = engine;
        this.service = service;
        this.options = options;
        this.parent = parent;
    }

    @Override
    public ApiClient with(CallOptions options) {
        return new ApiClient(engine, service, options, parent);
    }

    /** The same, for calls that another call needs: they end and stop with it. */
    public ApiClient within(CallState call) {
        return new ApiClient(engine, service, CallOptions.DEFAULTS, call);
    }

    @Override
    public ApiClient together() {
        return new ApiClient(engine, service, options, engine.begins(options, parent));
    }

    @Override
    public ApiClient together(Duration limit) {
        return with(options.withLimit(limit)).together();
    }

    @Override
    public Time time() {
        return engine.settings().time();
    }

    @Override
    public Duration limit() {
        return options.limit().orElse(engine.settings().callLimit());
    }

    @Override
    public Dialect dialect() {
        return service.dialectInFull(engine.begins(options, parent));
    }

    @Override
    public <R> R send(Request<R> request) {
        return run(request, engine.begins(options, parent));
    }

    @Override
    public <R> CompletableFuture<R> sendAsync(Request<R> request) {
        CallState call = engine.begins(options, parent);
        Sending<R> sending = new Sending<>(call);
        engine.start(sending, () -> run(request, call));
        return sending;
    }

    @Override
    public <T> Stream<T> stream(Request<Page<T>> first) {
        return stream(List.of(first));
    }

    @Override
    public <T> Stream<T> stream(List<? extends Request<Page<T>>> listings) {
        return Pages.stream(this, listings);
    }

    @Override
    public void check(Request<?> request) {
        request.wire(service.dialect(engine.begins(options, parent)));
    }

    private <R> R run(Request<R> request, CallState call) {
        call.asks(request);
        engine.enter(call);
        try {
            Wire<R> wire = request.wire(service.dialect(call));
            Repetition repetition = new Repetition(engine, service, wire.message(), call);
            while (true) {
                Exchange exchange = Exchange.of(engine, service, wire.message(), call, this);
                try (Response response = exchange.call().execute()) {
                    return read(wire, exchange.whole(response), call);
                } catch (IOException broken) {
                    repetition.afterOrThrow(exchange.failed(broken));
                } catch (SdkException failure) {
                    repetition.afterOrThrow(failure);
                } finally {
                    exchange.ends();
                }
            }
        } catch (SdkException failure) {
            throw call.failedFor(failure);
        } finally {
            call.leave();
            engine.leave(call);
        }
    }

    private <R> R read(Wire<R> wire, Answer answer, CallState call) {
        if (answer.status() < 200 || answer.status() > 299) {
            ServiceError error = explained(Hidden.in(answer, wire.message()));
            if (error.code().isEmpty() || !error.code().equals(wire.message().answerCode())) {
                throw error.meaning().exception(call.failure(wire.message(), appliedBy(error)), error);
            }
        }
        R value;
        try {
            value = wire.reader().read(answer);
        } catch (RuntimeException unreadable) {
            String what = answer.isEmpty() ? "it is empty" : String.valueOf(unreadable.getMessage());
            String shown = Hidden.in(answer, wire.message()).text();
            throw new MalformedAnswerException(
                    call.failure(wire.message(), Applied.UNKNOWN), what, answer.status(), shown, unreadable);
        }
        log.debug("{}: {} at attempt {}", wire.message(), answer.status(), call.attempts());
        engine.settings().retries().succeeded();
        return value;
    }

    private ServiceError explained(Answer answer) {
        try {
            return service.explain(answer);
        } catch (RuntimeException unreadable) {
            log.debug("no table explains an answer with status {}", answer.status());
            return ServiceError.unexplained(answer);
        }
    }

    private static Applied appliedBy(ServiceError error) {
        boolean failed = error.meaning() == Meaning.SERVICE_FAILURE && !error.untouched();
        return failed ? Applied.UNKNOWN : Applied.NO;
    }
}
