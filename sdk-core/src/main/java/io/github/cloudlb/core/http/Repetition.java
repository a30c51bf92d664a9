package io.github.cloudlb.core.http;

import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.ServiceException;
import io.github.cloudlb.core.UnauthenticatedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Decides for one call whether a failed attempt is followed by another, and lets the time pass until then. */
final class Repetition {
    private static final Logger log = LoggerFactory.getLogger(ApiClient.class);

    private final Engine engine;
    private final Service service;
    private final Message message;
    private final CallState call;
    private int locks;
    private int faults;
    private boolean renewed;

    Repetition(Engine engine, Service service, Message message, CallState call) {
        this.engine = engine;
        this.service = service;
        this.message = message;
        this.call = call;
    }

    /** Returns when the message may be sent again; throws the failure when it may not. */
    void afterOrThrow(SdkException failure) {
        call.leave();
        // The message of a failure quotes the request and the answer: both may hold what no log may.
        log.debug("{}: {} at attempt {}", message, kind(failure), call.attempts());
        boolean last = call.options().attempts().isPresent()
                && call.attempts() >= call.options().attempts().getAsInt();
        if (last || failure instanceof CallInterruptedException) {
            throw failure;
        }
        if (failure instanceof UnauthenticatedException refused) {
            renewOrThrow(refused);
        } else if (failure instanceof LockedException locked) {
            boolean unlocked;
            do {
                Duration pause = pauseOrThrow(++locks, failure);
                // Looks before it rests: what does not end by itself is not waited for at all.
                unlocked = service.isUnlocked(locked, message, call);
                rest(pause);
            } while (!unlocked);
        } else {
            rest(pauseOrThrow(++faults, failure));
        }
    }

    private static String kind(SdkException failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof ServiceException answered ? name + " with " + answered.status() : name;
    }

    private void renewOrThrow(UnauthenticatedException refused) {
        if (renewed || message.isAnonymous() || !service.renew(refused, call)) {
            throw refused;
        }
        renewed = true;
    }

    private Duration pauseOrThrow(int attempt, SdkException failure) {
        Duration pause = engine.settings()
                .retries()
                .pauseAfter(attempt, message, failure)
                .orElseThrow(() -> failure);
        if (pause.compareTo(call.deadline().left()) >= 0) {
            throw failure;
        }
        return pause;
    }

    private void rest(Duration pause) {
        log.debug("attempt {} of {} in {}", call.attempts() + 1, message, pause);
        call.pause(pause, message);
    }
}
