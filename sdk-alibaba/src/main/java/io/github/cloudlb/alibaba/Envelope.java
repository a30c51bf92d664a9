package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.wire.JsonReader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an error answer says of itself. It is JSON, and some gateways begin its names with small letters; an answer from
 * before the format was negotiated is XML; a proxy answers with a page or with nothing.
 *
 * @param code empty if there is none
 * @param text the service's words, or all there is
 * @param requestId empty if there is none
 */
record Envelope(String code, String text, String requestId) {
    private static final Pattern ELEMENT = Pattern.compile("<(Code|Message|RequestId)>([^<]*)</\\1>");

    static Envelope of(Answer answer, Dialect dialect) {
        Parts found = new Parts();
        if (answer.text().contains("<Error>")) {
            Matcher element = ELEMENT.matcher(answer.text());
            while (element.find()) {
                found.put(element.group(1), unescaped(element.group(2)));
            }
        } else {
            try {
                JsonReader.read(answer, dialect, found::read);
            } catch (RuntimeException notJson) {
                // Neither does it hurt: the text tells.
                found.text = "";
            }
        }
        return new Envelope(
                found.code,
                found.text.isEmpty() ? answer.text() : found.text,
                found.requestId.isEmpty() ? answer.header("x-acs-request-id").orElse("") : found.requestId);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static final class Parts {
        private String code = "";
        private String text = "";
        private String requestId = "";

        private Parts read(JsonReader in) {
            for (String name = in.nextField(); name != null; name = in.nextField()) {
                if (in.isObject()) {
                    in.skip();
                } else {
                    put(name, in.textOr(""));
                }
            }
            return this;
        }

        private void put(String name, String value) {
            switch (name) {
                case "Code", "code" -> code = value;
                case "Message", "message" -> text = value;
                case "RequestId", "requestId" -> requestId = value;
                default -> {}
            }
        }
    }
}
