package io.github.cloudlb.openstack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does something at the same time on as many threads as there are things. */
public final class Together {
    private Together() {}

    public static <T, R> List<R> all(List<T> things, Function<T, R> action) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(things.size());
        List<Callable<R>> tasks = new ArrayList<>();
        for (T thing : things) {
            tasks.add(() -> {
                start.countDown();
                start.await();
                return action.apply(thing);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(things.size());
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
