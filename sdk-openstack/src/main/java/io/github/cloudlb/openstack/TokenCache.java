package io.github.cloudlb.openstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Renewing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens that several clients share. Clients that log in at the same Keystone as the same user, with the same secret, for
 * the same project log in once; when their token ends or is revoked, one of them renews it for all. Others never get it.
 *
 * <pre>{@code
 * TokenCache tokens = TokenCache.inMemory();
 * OpenStackClient one = OpenStackClient.builder().cloud("otc").tokens(tokens).build();
 * OpenStackClient other = OpenStackClient.builder().cloud("otc").region("eu-nl").tokens(tokens).build();
 * }</pre>
 */
public final class TokenCache {
    /** By what they are got with, which cannot be read from it. */
    private final Map<String, Renewing<Token>> places = new ConcurrentHashMap<>();

    private TokenCache() {}

    /** Keeps tokens as long as it is kept itself. It writes nothing to disk. */
    public static TokenCache inMemory() {
        return new TokenCache();
    }

    Renewing<Token> of(Endpoint keystone, CreateToken login) {
        MessageDigest identity = sha256();
        identity.update(keystone.toString().getBytes(UTF_8));
        identity.update((byte) '\n');
        return places.computeIfAbsent(HexFormat.of().formatHex(identity.digest(login.body())), any -> Tokens.place());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Nothing of what it holds. */
    @Override
    public String toString() {
        return "TokenCache{" + places.size() + "}";
    }
}
