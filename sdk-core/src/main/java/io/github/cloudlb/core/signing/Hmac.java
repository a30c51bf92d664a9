package io.github.cloudlb.core.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A MAC with its key in place. Each use copies it, which is cheaper than preparing the key again, and thread-safe. */
final class Hmac {

    private final SecretKeySpec key;
    private final Mac prepared;

    private Hmac(String algorithm, byte[] key) {
        this.key = new SecretKeySpec(key, algorithm);
        this.prepared = prepare(this.key);
    }

    static Hmac sha256(byte[] key) {
        return new Hmac("HmacSHA256", key);
    }

    static Hmac sha256(String key) {
        return sha256(key.getBytes(StandardCharsets.UTF_8));
    }

    static Hmac sha1(String key) {
        return new Hmac("HmacSHA1", key.getBytes(StandardCharsets.UTF_8));
    }

    byte[] of(String message) {
        return copy().doFinal(message.getBytes(StandardCharsets.UTF_8));
    }

    private Mac copy() {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException hardwareProvider) {
            return prepare(key);
        }
    }

    private static Mac prepare(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(new byte[0]); // makes the JDK's MAC absorb the padded key now, once for all copies
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + key.getAlgorithm(), e);
        }
    }
}
