package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks the pages of a listing, one request at a time, no further than its stream is read. */
final class Pages<T> extends AbstractSpliterator<T> {
    private final ApiClient client;
    private final Deque<T> fetched = new ArrayDeque<>();
    private @Nullable Request<Page<T>> next;

    private Pages(ApiClient client, Request<Page<T>> first) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.client = client;
        this.next = first;
    }

    static <T> Stream<T> stream(ApiClient client, Request<Page<T>> first) {
        return StreamSupport.stream(new Pages<>(client, first), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        while (fetched.isEmpty() && next != null) {
            Page<T> page = client.send(next);
            fetched.addAll(page.items());
            next = page.next().orElse(null);
        }
        T item = fetched.poll();
        if (item == null) {
            return false;
        }
        action.accept(item);
        return true;
    }
}
