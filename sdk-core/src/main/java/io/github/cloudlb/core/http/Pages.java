package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.SdkException.Failure;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks the pages of listings, one request at a time, no further than its stream is read. */
final class Pages<T> extends AbstractSpliterator<T> {
    private final ApiClient client;
    private final Deque<T> fetched = new ArrayDeque<>();
    private final Deque<Request<Page<T>>> requests;
    private @Nullable Request<Page<T>> mark;
    private int sinceMark;
    private int untilNextMark = 1;

    private Pages(ApiClient client, List<? extends Request<Page<T>>> listings) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.client = client;
        this.requests = new ArrayDeque<>(listings);
    }

    static <T> Stream<T> stream(ApiClient client, List<? extends Request<Page<T>>> listings) {
        return StreamSupport.stream(new Pages<>(client, listings), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        while (fetched.isEmpty() && !requests.isEmpty()) {
            Page<T> page = client.send(requests.remove());
            fetched.addAll(page.items());
            page.next().ifPresent(this::goOn);
        }
        T item = fetched.poll();
        if (item == null) {
            return false;
        }
        action.accept(item);
        return true;
    }

    /**
     * A service that leads back to an earlier page would be asked for ever. However long its circle is, it comes by a mark
     * that is moved on after 1, 2, 4, 8 and so on pages.
     */
    private void goOn(Request<Page<T>> next) {
        if (next.equals(mark)) {
            throw new MalformedAnswerException(
                    new Failure(next.toString(), 1, Applied.NO), "it leads back to an earlier page", 200, "", null);
        }
        if (++sinceMark == untilNextMark) {
            mark = next;
            sinceMark = 0;
            untilNextMark *= 2;
        }
        requests.addFirst(next);
    }
}
