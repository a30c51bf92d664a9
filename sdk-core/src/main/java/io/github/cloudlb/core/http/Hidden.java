package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Takes out of what a service says that which nobody may read in a log or an exception: secrets it was sent, and private keys. */
final class Hidden {
    private static final String STARS = "***";
    /** A private key in PEM, as far as the text around it goes: quotes are none of its characters. */
    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN [A-Z0-9 ]*PRIVATE KEY[^\"']*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|(?=[\"'])|\\z)");
    /** A shorter line may be a word of the text itself. */
    private static final int SHORTEST_LINE = 8;

    private Hidden() {}

    /** The same answer if there is nothing to hide. */
    static Answer in(Answer answer, Message message) {
        String text = answer.text();
        String shown = in(text, message);
        return shown.equals(text) ? answer : answer.saying(shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Lines are looked for one by one: between them a quotation has what its format makes of a line's end. */
    static String in(String text, Message message) {
        String shown = KEY.matcher(text).replaceAll(STARS);
        for (String secret : message.secrets()) {
            for (String line : secret.lines().toList()) {
                shown = line.length() < SHORTEST_LINE ? shown : shown.replace(line, STARS);
            }
        }
        return shown;
    }
}
