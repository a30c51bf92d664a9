package io.github.cloudlb.core.signing;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. Each use copies a digest that is never fed, which saves looking the algorithm up. */
final class Sha256 {

    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final MessageDigest unused = lookUp();

    String hex(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return OF_NOTHING;
        }
        return HexFormat.of().formatHex(copy().digest(bytes));
    }

    String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) unused.clone();
        } catch (CloneNotSupportedException hardwareProvider) {
            return lookUp();
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
