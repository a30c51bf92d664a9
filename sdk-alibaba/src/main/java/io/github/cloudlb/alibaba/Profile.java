package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.signing.AccessKey;

import java.util.Map;
import java.util.function.Consumer;

/**
 * The settings of one profile of a file.
 *
 * @param where what a reason calls it
 */
record Profile(String where, Map<String, String> settings) {
    /** Empty if it is not set. */
    String text(String name) {
        return settings.getOrDefault(name, "").strip();
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    void whenSet(String name, Consumer<String> use) {
        if (has(name)) {
            use.accept(text(name));
        }
    }

    String needed(String name) throws NotSetUpException {
        if (!has(name)) {
            throw because("has no " + name);
        }
        return text(name);
    }

    NotSetUpException because(String what) {
        return new NotSetUpException(where + " " + what);
    }

    /** A key that is valid only with its token. */
    StaticKey temporaryKey(String tokenName) throws NotSetUpException {
        needed(tokenName);
        return key(tokenName);
    }

    /** The key under the names that both files have; with a token if that is set under the name given. */
    StaticKey key(String tokenName) throws NotSetUpException {
        String id = printable("access_key_id");
        String secret = printable("access_key_secret");
        return new StaticKey(
                where,
                has(tokenName) ? AccessKey.temporary(id, secret, printable(tokenName)) : AccessKey.of(id, secret));
    }

    private String printable(String name) throws NotSetUpException {
        String value = needed(name);
        if (!Printable.is(value)) {
            throw because("has blanks or characters beyond ASCII in its " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return where;
    }
}
