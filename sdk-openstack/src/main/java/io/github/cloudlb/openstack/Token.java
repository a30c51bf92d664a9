package io.github.cloudlb.openstack;

import java.time.Instant;
import java.util.List;

/**
 * What a login gave.
 *
 * @param value goes out as {@code X-Auth-Token}
 * @param renewAt from then on a new one is got, ahead of its end
 */
record Token(String value, Instant expiresAt, Instant renewAt, List<CatalogEntry> catalog) {
    /** The same token, renewed at another time. */
    Token renewedAt(Instant instant) {
        return new Token(value, expiresAt, instant, catalog);
    }

    /** Where a service is. */
    record CatalogEntry(String type, String access, String region, String url) {}

    @Override
    public String toString() {
        return "Token{expiresAt=" + expiresAt + "}";
    }
}
