package io.github.cloudlb.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Calls a second of several clients, each of which makes the next call when it has the answer to the one before. */
final class Rate {
    private static final int WARM_UP = 40_000;

    private Rate() {}

    /** One call, and the number of it: the calls of all clients are numbered from 0. */
    @FunctionalInterface
    interface Call<C> {
        void make(C client, int number) throws IOException;
    }

    /** After a warm-up, whose calls are numbered first. */
    static <C> double of(List<C> clients, int calls, Call<C> call) throws InterruptedException {
        AtomicInteger number = new AtomicInteger();
        run(clients, WARM_UP, number, call);
        long start = System.nanoTime();
        run(clients, WARM_UP + calls, number, call);
        return calls / ((System.nanoTime() - start) / 1e9);
    }

    private static <C> void run(List<C> clients, int last, AtomicInteger number, Call<C> call)
            throws InterruptedException {
        CountDownLatch done = new CountDownLatch(clients.size());
        AtomicReference<Exception> failure = new AtomicReference<>();
        for (C client : clients) {
            new Thread(() -> {
                        try {
                            for (int i = number.getAndIncrement(); i < last; i = number.getAndIncrement()) {
                                call.make(client, i);
                            }
                        } catch (IOException | RuntimeException failed) {
                            failure.set(failed);
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
        number.set(last);
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }
}
