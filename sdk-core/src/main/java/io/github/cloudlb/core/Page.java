package io.github.cloudlb.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param next the request for the page after this one; empty on the last. A page may be empty and yet have a next one.
 * @param envelope what the answer says beside the items, such as {@code TotalCount} or {@code RequestId}, under the service's names
 */
public record Page<T>(List<T> items, Optional<Request<Page<T>>> next, Map<String, String> envelope) {
    public Page {
        items = List.copyOf(items);
        envelope = Map.copyOf(envelope);
    }
}
