package io.github.cloudlb.core;

/** A value the service would surely refuse, refused before anything was sent. */
public class InvalidInputException extends SdkException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String allowed;

    /**
     * For one value.
     *
     * @param field its name at the service, with the index where it is in a list: {@code Servers[2].Port}
     * @param allowed what would have been right, such as {@code 1 to 65535}
     */
    public InvalidInputException(String field, Object value, String allowed) {
        super(Failure.unsent(field), "\"" + shown(value) + "\" is not allowed, but " + allowed);
        this.field = field;
        this.value = shown(value);
        this.allowed = allowed;
    }

    /** For values that were built without all they need. */
    public InvalidInputException(String[] missing) {
        super(Failure.unsent(String.join(", ", missing)), "is required and was not given");
        this.field = String.join(", ", missing);
        this.value = "";
        this.allowed = "required";
    }

    /** For settings that do not go together; {@code message} says which and why. */
    public InvalidInputException(String message) {
        super(Failure.unsent("invalid input"), message);
        this.field = "";
        this.value = "";
        this.allowed = message;
    }

    public String field() {
        return field;
    }

    /** The refused value, shortened and without control characters. */
    public String value() {
        return value;
    }

    public String allowed() {
        return allowed;
    }

    /** Throws unless {@code holds}. */
    public static void require(boolean holds, String field, Object value, String allowed) {
        if (!holds) {
            throw new InvalidInputException(field, value, allowed);
        }
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 80); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return text.length() > 80 ? shown.append('…').toString() : shown.toString();
    }
}
