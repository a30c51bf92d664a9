package io.github.cloudlb.openstack;

import java.util.Locale;

/** What stands for who it is. */
enum Method {
    PASSWORD,
    APPLICATION_CREDENTIAL,
    TOKEN,
    /** Does not log in: it signs. */
    ACCESS_KEY;

    /** Keystone's name for it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
