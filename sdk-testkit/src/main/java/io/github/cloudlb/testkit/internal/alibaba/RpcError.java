package io.github.cloudlb.testkit.internal.alibaba;

/** Ends the handling of a call with an error of Alibaba Cloud. */
final class RpcError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String text;

    RpcError(int status, String code, String text) {
        super(code + ": " + text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
    }

    /** For what the gateway demands of every call. */
    static RpcError missing(String parameter) {
        return new RpcError(400, "MissingParameter", parameter + " is mandatory for this action.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return text;
    }
}
