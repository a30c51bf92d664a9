package io.github.cloudlb.codegen.docs;

/** A page that tells which exception an error of the service becomes, and what to do about it. */
public final class ErrorPage {
    private static final String HEAD = """
            # Errors of %s

            Made from the table of the API and the tests: `./mvnw -pl %s -am test -Ddocs.write=true`.
            A code that is not here becomes an exception by its status; `code()`, `status()`, `requestId()` and `rawText()` have
            what the service said in any case.

            | exception | what to do |
            |---|---|
            | `AccessDeniedException` | Ask for the right, the payment or the service's role that the text names; the same request is refused again. |
            | `AlreadyExistsException` | Nothing, if what is there is what was wanted; else take another name, port or priority. |
            | `InUseException` | Remove first what uses it, or its protection. |
            | `InvalidRequestException` | Correct the request; the text names what is wrong. |
            | `LockedException` | Ask again later: it was busy for longer than the call may last (`callLimit`), or for ever. |
            | `NotFoundException` | Nothing, if it was to go; else look for its id. |
            | `QuotaExceededException` | Remove what is not needed, or have the quota raised. |
            | `ServiceFailureException` | Look whether `applied()` is `UNKNOWN`; then read what became of it before asking again. |
            | `ThrottledException` | Ask more seldom; the attempts of the call were not enough. |
            | `UnauthenticatedException` | Give other credentials, or set the clock right. |
            | `UnsupportedException` | Do without it here. |

            Sent again: what is locked, until the call's limit; what the service surely did not do, as often as the client's
            attempts allow; a failure of the service, only where the request may come twice; after a refused identity, once, if
            its token, key, nonce or time could be renewed.

            | %s | exception | sent again |
            |%s---|---|
            """;

    private final StringBuilder text = new StringBuilder();

    /** With columns before the exception. */
    public ErrorPage(String title, String module, String... columns) {
        text.append(HEAD.formatted(title, module, String.join(" | ", columns), "---|".repeat(columns.length)));
    }

    /** What the columns have, the exception without the word, and whether it is sent again. */
    public void row(String exception, String again, String... cells) {
        text.append("| ")
                .append(String.join(" | ", cells))
                .append(" | `")
                .append(exception)
                .append("` | ")
                .append(again)
                .append(" |\n");
    }

    /** How the client goes on after an error: by what the service surely left undone, and by what passes. */
    public static String again(String exception, boolean untouched) {
        return switch (exception) {
            case "LockedException" -> untouched ? "until the limit" : "no";
            case "UnauthenticatedException" -> "once, if renewed";
            case "ServiceFailureException" -> untouched ? "yes" : "if it may come twice";
            default -> untouched ? "yes" : "no";
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
