package io.github.cloudlb.alibaba;

import io.github.cloudlb.alibaba.Chain.Member;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.signing.AccessKey;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the vendor's own SDKs look, in their order and under the same names.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/sdk/developer-reference/v2-manage-access-credentials">Manage access
 *     credentials</a>
 */
final class DefaultChain {
    private static final String KEY_ID = "ACCESS_KEY_ID";
    private static final String KEY_SECRET = "ACCESS_KEY_SECRET";
    private static final String KEY_TOKEN = "SECURITY_TOKEN";
    private static final String URI_VARIABLE = "CREDENTIALS_URI";

    private final Surroundings around;

    private DefaultChain(Surroundings around) {
        this.around = around;
    }

    static KeySource of(Surroundings around) {
        DefaultChain chain = new DefaultChain(around);
        return new Chain(List.of(
                member("environment", chain::variables),
                member("OIDC role", chain::oidcRole),
                member("CLI profile", new CliConfig(around, Optional.empty())::source),
                member("credentials file", new CredentialsFile(around, Optional.empty())::source),
                new Member("ECS instance role", new LookedUp("ECS instance role", chain::instanceRole), true),
                member("credentials URI", chain::uri)));
    }

    /** A profile of the CLI's file or of the shared one. */
    static KeySource profile(String name, Surroundings around) {
        return new Chain(List.of(
                member("CLI profile", new CliConfig(around, Optional.of(name))::source),
                member("credentials file", new CredentialsFile(around, Optional.of(name))::source)));
    }

    private static Member member(String name, LookedUp.Lookup lookup) {
        return new Member(name, new LookedUp(name, lookup), false);
    }

    /** All three under one prefix: a secret of another key would be refused, and nobody would know why. */
    private KeySource variables() throws NotSetUpException {
        String prefix = around.prefixOf(KEY_ID);
        String id = around.value(prefix, KEY_ID);
        String secret = around.value(prefix, KEY_SECRET);
        String token = around.value(prefix, KEY_TOKEN);
        if (id.isEmpty() || secret.isEmpty()) {
            throw new NotSetUpException(prefix + (id.isEmpty() ? KEY_ID : KEY_SECRET) + " is not set");
        }
        for (String value : List.of(id, secret, token.isEmpty() ? secret : token)) {
            if (!Printable.is(value)) {
                throw new NotSetUpException("a variable " + prefix + KEY_ID + ", …SECRET or " + KEY_TOKEN
                        + " holds blanks or characters beyond ASCII");
            }
        }
        return new StaticKey(
                prefix + KEY_ID, token.isEmpty() ? AccessKey.of(id, secret) : AccessKey.temporary(id, secret, token));
    }

    private KeySource oidcRole() throws NotSetUpException {
        String arn = around.needed("ROLE_ARN");
        String provider = around.needed("OIDC_PROVIDER_ARN");
        Path token = Path.of(around.needed("OIDC_TOKEN_FILE"));
        return OidcRole.of(Role.of(arn), provider, token, around);
    }

    private KeySource instanceRole() throws NotSetUpException {
        return InstanceRole.of(around.value("ECS_METADATA"), around);
    }

    private KeySource uri() throws NotSetUpException {
        return CredentialsUri.of(uri(around.needed(URI_VARIABLE), Surroundings.shown(URI_VARIABLE)));
    }

    /** Reads an address without showing it: it may hold a secret. */
    static URI uri(String text, String field) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException none) {
            throw new InvalidInputException(field, "(not shown)", "an http(s) URL is");
        }
    }
}
