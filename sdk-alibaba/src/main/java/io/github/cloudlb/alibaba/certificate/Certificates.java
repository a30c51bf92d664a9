package io.github.cloudlb.alibaba.certificate;

import io.github.cloudlb.core.Caller;

/** The certificates of listeners. Thread-safe. */
public final class Certificates extends CertificateOperations {
    private Certificates(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Certificates of(Caller caller) {
        return new Certificates(caller);
    }
}
