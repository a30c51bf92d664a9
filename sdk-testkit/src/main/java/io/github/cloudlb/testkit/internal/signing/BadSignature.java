package io.github.cloudlb.testkit.internal.signing;

/** Says what is wrong with a signature, in the gateway's words. */
public final class BadSignature extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadSignature(String message) {
        super(message, null, false, false);
    }

    /** The whole text of the refusal. */
    public String text() {
        return "Incorrect IAM authentication information: " + getMessage();
    }
}
