package io.github.cloudlb.openstack;

import io.github.cloudlb.core.http.Renewing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a login gave.
 *
 * @param value goes out as {@code X-Auth-Token}
 * @param renewAt from then on a new one is got, ahead of its end
 * @param projectId of the project it is for, if it is for one
 */
record Token(String value, Instant expiresAt, Instant renewAt, List<CatalogEntry> catalog, Optional<String> projectId)
        implements Renewing.Lasting<Token> {
    static final String HEADER = "X-Auth-Token";

    /** One that somebody else got: nothing is known of its end. */
    static Token given(String value, List<CatalogEntry> catalog) {
        return new Token(value, Instant.MAX, Instant.MAX, catalog, Optional.empty());
    }

    @Override
    public Token renewedAt(Instant instant) {
        return new Token(value, expiresAt, instant, catalog, projectId);
    }

    /** Where a service is. */
    record CatalogEntry(String type, String access, String region, String url) {}

    @Override
    public String toString() {
        return "Token{expiresAt=" + expiresAt + "}";
    }
}
