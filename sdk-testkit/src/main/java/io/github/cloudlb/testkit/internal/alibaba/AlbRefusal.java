package io.github.cloudlb.testkit.internal.alibaba;

/** Ends the handling of a call with an error of Alibaba Cloud. */
public final class AlbRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String text;

    public AlbRefusal(int status, String code, String text) {
        super(code + ": " + text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
    }

    public static AlbRefusal missing(String parameter) {
        return new AlbRefusal(400, "MissingParameter", parameter + " is mandatory for this action.");
    }

    public static AlbRefusal invalid(String parameter, String why) {
        return new AlbRefusal(
                400, "InvalidParameter", "The specified value of " + parameter + " is invalid: " + why + ".");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
