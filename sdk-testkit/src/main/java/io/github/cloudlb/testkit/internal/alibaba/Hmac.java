package io.github.cloudlb.testkit.internal.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What both kinds of signatures need. */
final class Hmac {

    private Hmac() {}

    static byte[] of(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sorted by name, encoded, joined. */
    static String canonical(Map<String, String> parameters) {
        StringBuilder canonical = new StringBuilder();
        Iterator<Map.Entry<String, String>> all =
                new TreeMap<>(parameters).entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, String> one = all.next();
            canonical.append(encoded(one.getKey())).append('=').append(encoded(one.getValue()));
            if (all.hasNext()) {
                canonical.append('&');
            }
        }
        return canonical.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
