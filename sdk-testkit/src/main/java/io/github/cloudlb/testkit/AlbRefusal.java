package io.github.cloudlb.testkit;

/** Ends the handling of a call with an error of Alibaba Cloud. */
final class AlbRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String text;

    AlbRefusal(int status, String code, String text) {
        super(code + ": " + text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
    }

    static AlbRefusal missing(String parameter) {
        return new AlbRefusal(400, "MissingParameter", parameter + " is mandatory for this action.");
    }

    static AlbRefusal invalid(String parameter, String why) {
        return new AlbRefusal(
                400, "InvalidParameter", "The specified value of " + parameter + " is invalid: " + why + ".");
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
