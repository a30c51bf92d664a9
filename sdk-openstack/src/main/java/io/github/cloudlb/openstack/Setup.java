package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a client's builder was told of its cloud; what was not said there may be taken over from a configuration. */
final class Setup {
    @Nullable
    URI authUrl;

    @Nullable
    URI endpoint;

    @Nullable
    OpenStackCredentials credentials;

    @Nullable
    LbaasDialect dialect;

    @Nullable
    String cloud;

    @Nullable
    TokenCache tokens;

    String region = "";
    List<String> accesses = List.of();
    List<String> types = CatalogSearch.TYPES;

    Setup copy() {
        Setup copy = new Setup();
        copy.authUrl = authUrl;
        copy.endpoint = endpoint;
        copy.credentials = credentials;
        copy.dialect = dialect;
        copy.cloud = cloud;
        copy.tokens = tokens;
        copy.region = region;
        copy.accesses = accesses;
        copy.types = types;
        return copy;
    }

    /** By a configuration's words for it, which may be {@code publicURL}. */
    static String access(String name) {
        String access = name.replaceFirst("URL$", "");
        InvalidInputException.require(
                access.matches("public|internal|admin"), "interface", name, "public, internal or admin is");
        return access;
    }

    /** Whether a configuration is asked: not if all is said in code. */
    boolean isIncomplete() {
        return credentials == null || cloud != null;
    }

    Optional<URI> authUri() {
        return Optional.ofNullable(authUrl);
    }

    URI neededAuthUri() {
        return authUri().orElseThrow(() -> new InvalidInputException("authUrl", "", "Keystone's URL is, to log in"));
    }

    OpenStackCredentials who() {
        return Objects.requireNonNull(credentials);
    }

    CatalogSearch search() {
        return new CatalogSearch(types, accesses.isEmpty() ? List.of("public") : accesses, region);
    }
}
