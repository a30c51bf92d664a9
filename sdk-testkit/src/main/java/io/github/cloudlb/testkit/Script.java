package io.github.cloudlb.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers to come for one call, in the order in which they were added; each is given once. {@code then} is another
 * word for {@code answers}.
 */
public final class Script {
    private static final Duration FOREVER = Duration.ofDays(1000);

    private final String call;
    private final Pattern pattern;
    private final UnaryOperator<String> fixtures;
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean lastStays;

    Script(String call, UnaryOperator<String> fixtures) {
        this.call = call;
        this.fixtures = fixtures;
        this.pattern = Pattern.compile(
                Stream.of(call.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/?]*")));
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

    /** Nothing is carried out, and no answer arrives. */
    public Script fault(Fault fault) {
        return add(Answer.fault(fault));
    }

    /** Nothing is carried out, and no answer comes before the server is closed. */
    public Script hangs() {
        return fault(Fault.RESET).after(FOREVER);
    }

    /** Lets one request through to the cloud behind, as if nothing were scripted for it. */
    public Script passes() {
        return add(new Step(Supplier::get, Duration.ZERO));
    }

    /** The cloud carries one request out, but its answer is lost on the way. */
    public Script loses(Fault fault) {
        return add(new Step(cloud -> cloud.get().lost(fault), Duration.ZERO));
    }

    /** Delays the answer added last: it is carried out, and answered, when that time has passed. */
    public synchronized Script after(Duration delay) {
        if (steps.isEmpty()) {
            throw new IllegalStateException("Say first what is to come late: answers(...).after(delay)");
        }
        steps.addLast(new Step(steps.removeLast().action(), delay));
        return this;
    }

    /** The answer added last is given again and again. */
    public synchronized Script always() {
        lastStays = true;
        return this;
    }

    String call() {
        return call;
    }

    synchronized int left() {
        return steps.size();
    }

    boolean matches(RecordedRequest request) {
        String asked = request.call();
        return pattern.matcher(call.contains("?") ? asked + "?" + request.query() : asked)
                .matches();
    }

    synchronized Optional<Step> next() {
        return Optional.ofNullable(lastStays && steps.size() == 1 ? steps.peekFirst() : steps.pollFirst());
    }

    private Script add(Answer answer) {
        return add(new Step(cloud -> answer, Duration.ZERO));
    }

    private synchronized Script add(Step step) {
        steps.addLast(step);
        return this;
    }

    /** One answer, and how long it takes to come. */
    record Step(Action action, Duration delay) {}

    /** Makes an answer, with or without the cloud behind. */
    @FunctionalInterface
    interface Action {
        Answer answer(Supplier<Answer> cloud);
    }
}
