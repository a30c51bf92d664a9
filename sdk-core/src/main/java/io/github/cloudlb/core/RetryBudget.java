package io.github.cloudlb.core;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Repetitions that are left: each takes one, each success gives a tenth back, each second one, up to where it began. */
final class RetryBudget {
    private static final double PER_SUCCESS = 0.1;
    private static final double PER_SECOND = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private final double capacity;
    private final Time time;
    private double left;
    private long last;

    RetryBudget(int capacity, Time time) {
        this.capacity = capacity;
        this.time = time;
        this.left = capacity;
        this.last = time.nanos();
    }

    boolean take() {
        lock.lock();
        try {
            add(0);
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void refill() {
        lock.lock();
        try {
            if (left < capacity) {
                add(PER_SUCCESS);
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(double tokens) {
        long now = time.nanos();
        double seconds = (now - last) / (double) TimeUnit.SECONDS.toNanos(1);
        last = now;
        left = Math.min(capacity, left + tokens + seconds * PER_SECOND);
    }
}
