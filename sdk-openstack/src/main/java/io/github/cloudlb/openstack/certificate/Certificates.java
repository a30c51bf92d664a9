package io.github.cloudlb.openstack.certificate;

import io.github.cloudlb.core.Caller;

/** Certificates for listeners in Open Telekom Cloud. Thread-safe. */
public final class Certificates extends CertificateOperations {
    private Certificates(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Certificates of(Caller caller) {
        return new Certificates(caller);
    }
}
