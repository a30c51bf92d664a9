package io.github.cloudlb.core.signing;

import org.jspecify.annotations.Nullable;

/**
 * An access key: its id, which is no secret, its secret, and the security token that a temporary one comes with. Keeps
 * the prepared MAC of the secret, so sign with one instance for as long as the key is valid. Immutable and thread-safe.
 */
public final class AccessKey {

    private final String id;
    private final String secret;
    private final @Nullable String securityToken;

    // Made when first needed, as no cloud uses both. Two threads may each make one; either will do.
    private volatile @Nullable Hmac sha256;
    private volatile @Nullable Hmac sha1;

    private AccessKey(String id, String secret, @Nullable String securityToken) {
        this.id = id;
        this.secret = secret;
        this.securityToken = securityToken;
        if (id.isBlank() || secret.isBlank() || (securityToken != null && securityToken.isBlank())) {
            throw new IllegalArgumentException("a blank part in " + this);
        }
    }

    /**
     * A key that does not expire.
     *
     * @throws IllegalArgumentException if a part is blank
     */
    public static AccessKey of(String id, String secret) {
        return new AccessKey(id, secret, null);
    }

    /**
     * A key that is valid only with its token, and only for a while.
     *
     * @throws IllegalArgumentException if a part is blank
     */
    public static AccessKey temporary(String id, String secret, String securityToken) {
        return new AccessKey(id, secret, securityToken);
    }

    public String id() {
        return id;
    }

    public boolean isTemporary() {
        return securityToken != null;
    }

    String secret() {
        return secret;
    }

    @Nullable
    String securityToken() {
        return securityToken;
    }

    /** Keyed with the secret as it is. */
    Hmac sha256() {
        Hmac hmac = sha256;
        if (hmac == null) {
            hmac = Hmac.sha256(secret);
            sha256 = hmac;
        }
        return hmac;
    }

    /** Keyed with the secret and {@code &}, as {@link RpcSigner} needs it. */
    Hmac sha1() {
        Hmac hmac = sha1;
        if (hmac == null) {
            hmac = Hmac.sha1(secret + "&");
            sha1 = hmac;
        }
        return hmac;
    }

    /** Shows the id, never the secret or the token. */
    @Override
    public String toString() {
        return "AccessKey{id=" + id + ", secret=REDACTED" + (isTemporary() ? ", securityToken=REDACTED}" : "}");
    }
}
