package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What must fit together in an L7 rule. Source: {@code validate.l7rule_data} of Octavia 11.0.0. */
final class RuleChecks {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9!#$%&'*+-.^_`|~]+");
    private static final Pattern COOKIE_VALUE = Pattern.compile("[a-zA-Z0-9!#$%&'()*+-./:<=>?@\\[\\]^_`{|}~]+");
    private static final Pattern HEADER_VALUE =
            Pattern.compile("[a-zA-Z0-9!\"#$%&'()*+,-./:;<=>?@\\[\\]^_`{|}~\\\\]+|\"[^\"]*\"");
    private static final Pattern DN_FIELD = Pattern.compile("[a-zA-Z]+");

    private RuleChecks() {}

    static void check(Map<String, Object> rule) {
        String type = text(rule, "type");
        String value = text(rule, "value");
        boolean regex = text(rule, "compare_type").equals("REGEX");
        if (value.isEmpty()) {
            throw wrong("L7 rule type requires a value");
        }
        switch (type) {
            case "HEADER", "COOKIE" -> {
                named(text(rule, "key"));
                matched(regex, value, type.equals("COOKIE") ? COOKIE_VALUE : HEADER_VALUE, Text.lower(type) + " value");
            }
            case "FILE_TYPE" -> {
                if (!regex && !text(rule, "compare_type").equals("EQUAL_TO")) {
                    throw wrong("invalid comparison type for rule type");
                }
                matched(regex, value, HEADER_VALUE, "comparison value");
            }
            case "HOST_NAME", "PATH" -> matched(regex, value, HEADER_VALUE, "comparison value");
            case "SSL_DN_FIELD" -> distinguishedName(rule);
            default -> certificate(rule);
        }
    }

    private static void certificate(Map<String, Object> rule) {
        String type = text(rule, "type");
        String value = text(rule, "value");
        if (!text(rule, "key").isEmpty()) {
            throw wrong("L7rule type " + type + " does not use the \"key\" field.");
        }
        if (type.equals("SSL_CONN_HAS_CERT") && !value.equalsIgnoreCase("true")) {
            throw wrong("L7rule value " + value + " is not a boolean True string.");
        }
        if (type.equals("SSL_VERIFY_RESULT") && !value.matches("\\d+")) {
            throw wrong("L7rule type " + type + " needs a int value, which is >= 0");
        }
        if (!text(rule, "compare_type").equals("EQUAL_TO")) {
            throw wrong("L7rule type " + type + " only supports the EQUAL_TO compare type.");
        }
    }

    private static void distinguishedName(Map<String, Object> rule) {
        if (text(rule, "compare_type").equals("REGEX")) {
            compiled(text(rule, "value"));
        }
        if (text(rule, "key").isEmpty()) {
            throw wrong("L7rule type SSL_DN_FIELD needs to specify a key and a value.");
        }
        if (!DN_FIELD.matcher(text(rule, "key")).lookingAt()) {
            throw wrong("Invalid L7rule distinguished name field.");
        }
    }

    private static void named(String key) {
        if (key.isEmpty()) {
            throw wrong("L7 rule type requires a key");
        }
        if (!NAME.matcher(key).matches()) {
            throw parsing("Invalid characters in key");
        }
    }

    private static void matched(boolean regex, String value, Pattern allowed, String what) {
        if (regex) {
            compiled(value);
        } else if (!allowed.matcher(value).matches()) {
            throw parsing("Invalid characters in " + what);
        }
    }

    private static void compiled(String regex) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException bad) {
            throw parsing("Unable to parse regular expression: " + bad.getDescription());
        }
    }

    private static String text(Map<String, Object> rule, String name) {
        return rule.get(name) == null ? "" : String.valueOf(rule.get(name));
    }

    private static Refusal wrong(String text) {
        return parsing("Invalid L7 Rule: " + text);
    }

    private static Refusal parsing(String text) {
        return new Refusal(OctaviaErrors.badRequest("Error parsing L7Rule: " + text));
    }
}
