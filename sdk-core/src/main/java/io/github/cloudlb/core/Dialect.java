package io.github.cloudlb.core;

/** What differs between clouds that speak the same API. Each cloud's module has its own kind, with the capabilities that matter there. */
public interface Dialect {
    /** The name the API's tables use, such as {@code octavia} or {@code otc}. */
    String name();
}
