package io.github.cloudlb.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The steps of a script that are left. Several threads use them up. */
final class Steps {
    private final Deque<Step> left = new ArrayDeque<>();
    private boolean lastStays;

    synchronized void add(Step.Temper temper) {
        left.addLast(new Step(temper, Duration.ZERO));
    }

    synchronized void delayLast(Duration delay) {
        if (left.isEmpty()) {
            throw new IllegalStateException("Say first what is to come late: answers(...).after(delay)");
        }
        Step last = left.removeLast();
        left.addLast(new Step(last.temper(), last.delay().plus(delay)));
    }

    synchronized void keepLast() {
        lastStays = true;
    }

    synchronized int size() {
        return left.size();
    }

    synchronized Optional<Step> next() {
        return Optional.ofNullable(lastStays && left.size() == 1 ? left.peekFirst() : left.pollFirst());
    }
}
