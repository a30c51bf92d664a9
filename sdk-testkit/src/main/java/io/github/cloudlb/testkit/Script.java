package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Fixtures;
import io.github.cloudlb.testkit.internal.http.Handler;

import java.time.Duration;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * What is to happen to the calls of one kind, in the order in which it was added; each step is used up by one call.
 * The first steps of a script are for the first calls; {@link #at} leaves some out. A call for which no step is left
 * is answered by the cloud as if there were no script.
 *
 * <p>A temper that lets the cloud carry out the call says so; all others keep the call from it.
 */
public final class Script {
    static final Duration FOREVER = Duration.ofDays(1000);

    private final String call;
    private final BiPredicate<RecordedRequest, Handler> matching;
    private final UnaryOperator<String> fixtures;
    private final Steps steps = new Steps();
    private volatile String about = "";

    Script(String call, BiPredicate<RecordedRequest, Handler> matching, UnaryOperator<String> fixtures) {
        this.call = call;
        this.matching = matching;
        this.fixtures = fixtures;
    }

    /** Only calls that name this id, in their path or in a parameter. */
    public Script about(String id) {
        about = id;
        return this;
    }

    /** The step added next is for the call of this number, counted from 1; those before that have no step pass. */
    public Script at(int number) {
        if (number <= steps.size()) {
            throw new IllegalArgumentException("The call of number " + number + " has a step already");
        }
        while (steps.size() < number - 1) {
            add(Step.NONE);
        }
        return this;
    }

    /** Answers without a body. */
    public Script answers(int status) {
        return add(Answer.of(status));
    }

    /**
     * The type of the content is guessed from the body.
     *
     * @param body the body itself, or the name of a resource beside the test: {@code member-not-found.json}
     */
    public Script answers(int status, String body) {
        String content = fixtures.apply(body);
        return add(Answer.of(status, Fixtures.contentType(content), content));
    }

    /**
     * Answers exactly this.
     *
     * @param body the body itself, or the name of a resource beside the test: {@code bad-gateway.html}
     * @param headers name, value, name, value
     */
    public Script answers(int status, String contentType, String body, String... headers) {
        Answer answer = Answer.of(status, contentType, fixtures.apply(body));
        for (int i = 0; i + 1 < headers.length; i += 2) {
            answer = answer.with(headers[i], headers[i + 1]);
        }
        return add(answer);
    }

    /** After the answers so far, this one. */
    public Script then(int status) {
        return answers(status);
    }

    /** After the answers so far, this one. */
    public Script then(int status, String body) {
        return answers(status, body);
    }

    /** No answer arrives. */
    public Script fault(Fault fault) {
        return add(Answer.fault(fault));
    }

    /** The connection breaks before the cloud has seen the call. */
    public Script dropBeforeCommit() {
        return fault(Fault.RESET);
    }

    /** The cloud carries the call out, and the connection breaks before a byte of the answer is there. */
    public Script dropAfterCommit() {
        return loses(Fault.RESET);
    }

    /** The cloud carries the call out, but its answer is lost in this way. */
    public Script loses(Fault fault) {
        return add((cloud, request) -> cloud.answer(request).lost(fault));
    }

    /** The cloud carries the call out; of the body of its answer only so many bytes arrive before the connection ends. */
    public Script cutAfterBytes(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("There are no " + bytes + " bytes");
        }
        return add((cloud, request) -> cloud.answer(request).cutAfter(bytes));
    }

    /**
     * The cloud carries the call out so much later. On a server whose time stands still the clock is moved on instead:
     * limits for one exchange, which a client counts by a clock of its own, are not reached then.
     */
    public Script slow(Duration duration) {
        return passes().after(duration);
    }

    /** No answer comes before the server is closed or reset. */
    public Script hang() {
        return fault(Fault.RESET).after(FOREVER);
    }

    /** A proxy in front answers so many calls with a page that says 502. */
    public Script htmlBadGateway(int times) {
        return repeated(times, (cloud, request) -> Strange.badGateway());
    }

    /** So many calls are too many; the answer asks to come again after that time, unless it is zero. */
    public Script throttle(int times, Duration retryAfter) {
        return repeated(times, (cloud, request) -> cloud.throttled(retryAfter));
    }

    /** The service fails so many times, in its own form. */
    public Script serverError(int times) {
        return repeated(times, (cloud, request) -> cloud.failed());
    }

    /** The cloud carries the call out; its answer has a field in each object that nobody has heard of. */
    public Script unknownField() {
        return add((cloud, request) -> Strange.withUnknownField(cloud.answer(request)));
    }

    /** The cloud carries the call out; the states in its answer are ones that nobody has heard of. */
    public Script unknownEnum() {
        return add((cloud, request) -> Strange.withUnknownStates(cloud.answer(request)));
    }

    /** Lets one call through to the cloud, as if nothing were scripted for it. */
    public Script passes() {
        return add(Handler::answer);
    }

    /** Delays the step added last: it is carried out, and answered, when that time has passed. */
    public Script after(Duration delay) {
        steps.delayLast(delay);
        return this;
    }

    /** The step added last is used again and again. */
    public Script always() {
        steps.keepLast();
        return this;
    }

    String call() {
        return call;
    }

    Steps steps() {
        return steps;
    }

    boolean matches(RecordedRequest request, Handler cloud) {
        return matching.test(request, cloud) && (about.isEmpty() || request.names(about));
    }

    private Script repeated(int times, Step.Temper temper) {
        for (int i = 0; i < times; i++) {
            add(temper);
        }
        return this;
    }

    private Script add(Answer answer) {
        return add((cloud, request) -> answer);
    }

    private Script add(Step.Temper temper) {
        steps.add(temper);
        return this;
    }
}
