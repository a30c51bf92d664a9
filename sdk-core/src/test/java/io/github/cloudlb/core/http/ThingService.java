package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.core.wire.JsonReader;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The cloud of {@link Things}: a number for an identity, and a table of three codes. */
final class ThingService implements Service {
    final AtomicInteger identities = new AtomicInteger();
    final AtomicInteger renewals = new AtomicInteger();
    volatile Predicate<UnauthenticatedException> renews = refused -> false;
    volatile BiPredicate<LockedException, CallState> unlocked = (locked, call) -> true;

    volatile boolean direct;

    private final Endpoint endpoint;
    private final Time time;

    ThingService(Endpoint endpoint, Time time) {
        this.endpoint = endpoint;
        this.time = time;
    }

    @Override
    public Dialect dialect(CallState call) {
        return () -> "things";
    }

    @Override
    public Endpoint endpoint(CallState call) {
        return endpoint;
    }

    @Override
    public boolean isDirect() {
        return direct;
    }

    @Override
    public void identify(Outgoing outgoing, CallState call) {
        outgoing.header("X-Identity", "header-secret-" + identities.incrementAndGet());
    }

    @Override
    public boolean renew(UnauthenticatedException refused, CallState call) {
        renewals.incrementAndGet();
        return renews.test(refused);
    }

    @Override
    public boolean isUnlocked(LockedException locked, Message message, CallState call) {
        return unlocked.test(locked, call);
    }

    @Override
    public ServiceError explain(Answer answer) {
        Map<String, String> said = JsonReader.read(answer, () -> "things", JsonReader::map);
        String code = said.getOrDefault("code", "");
        Meaning meaning = switch (code) {
            case "Gone" -> Meaning.NOT_FOUND;
            case "Twice" -> Meaning.ALREADY_EXISTS;
            case "Locked", "Broken" -> Meaning.LOCKED;
            default -> Meaning.ofStatus(answer.status());
        };
        return new ServiceError(
                meaning,
                answer.status(),
                code,
                said.getOrDefault("message", ""),
                said.getOrDefault("request_id", ""),
                answer.text(),
                RetryAfter.of(answer, time),
                meaning == Meaning.THROTTLED || code.equals("Locked") || code.equals("Busy"));
    }
}
