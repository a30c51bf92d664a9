package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A listing whose filters may be longer than the service takes. An item has one of a filter's values, so asking for them
 * in parts is the same.
 *
 * @param <T> the items
 * @param <R> the request
 */
public final class Listings<T, R extends Request<Page<T>>> {
    private final List<R> requests;

    private Listings(List<R> requests) {
        this.requests = requests;
    }

    public static <T, R extends Request<Page<T>>> Listings<T, R> of(R request) {
        return new Listings<>(List.of(request));
    }

    /** Asks for so many of a filter's values at a time; with what is asked for at once, nothing is changed. */
    public Listings<T, R> by(int most, Function<R, List<String>> filter, BiFunction<R, List<String>, R> with) {
        List<R> parts = new ArrayList<>();
        for (R request : requests) {
            List<String> values = filter.apply(request);
            if (values.size() <= most) {
                parts.add(request);
                continue;
            }
            List<String> each = List.copyOf(new LinkedHashSet<>(values));
            Parts.of(each, most).forEach(some -> parts.add(with.apply(request, some)));
        }
        return new Listings<>(parts);
    }

    /** All of it; a part is asked for when the stream reaches it. */
    public Stream<T> from(Caller caller) {
        return caller.stream(requests);
    }
}
