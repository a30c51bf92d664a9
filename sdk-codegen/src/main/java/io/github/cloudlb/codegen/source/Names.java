package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;

import java.util.Locale;

import javax.lang.model.SourceVersion;

/** The classes that generated code uses, and how names of the wire become names of Java. */
final class Names {
    private static final String CORE = "io.github.cloudlb.core";

    static final ClassName ANSWER = ClassName.get(CORE, "Answer");
    static final ClassName DIALECT = ClassName.get(CORE, "Dialect");
    static final ClassName INVALID_INPUT = ClassName.get(CORE, "InvalidInputException");
    static final ClassName MESSAGE = ClassName.get(CORE, "Message");
    static final ClassName OPEN_ENUM = ClassName.get(CORE, "OpenEnum");
    static final ClassName PAGE = ClassName.get(CORE, "Page");
    static final ClassName REQUEST = ClassName.get(CORE, "Request");
    static final ClassName WIRE = ClassName.get(CORE, "Wire");
    static final ClassName MEANING = ClassName.get(CORE, "ServiceError", "Meaning");
    static final ClassName CALLER = ClassName.get(CORE, "Caller");
    static final ClassName ANSWERS = ClassName.get(CORE + ".wire", "Answers");
    static final ClassName CHECKS = ClassName.get(CORE + ".wire", "Checks");
    static final ClassName COMMAS = ClassName.get(CORE + ".wire", "Commas");
    static final ClassName JSON_READER = ClassName.get(CORE + ".wire", "JsonReader");
    static final ClassName JSON_WRITER = ClassName.get(CORE + ".wire", "JsonWriter");
    static final ClassName LISTINGS = ClassName.get(CORE + ".wire", "Listings");
    static final ClassName SEGMENTS = ClassName.get(CORE + ".wire", "Segments");
    static final ClassName TIMES = ClassName.get(CORE + ".wire", "Times");
    static final ClassName UNREADABLE = ClassName.get(CORE + ".wire", "UnreadableJsonException");
    static final ClassName WRITTEN = ClassName.get(CORE + ".wire", "Written");
    static final ClassName VALUE = ClassName.get("org.immutables.value", "Value");

    private Names() {}

    /** {@code protocol_port}, {@code ServerGroupId} and {@code not-tags} as Java has them. */
    static String attribute(String wire) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < wire.length(); i++) {
            char c = wire.charAt(i);
            if (c == '_' || c == '-' || c == '.') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return SourceVersion.isKeyword(lower) ? lower + "Value" : lower;
    }

    /** {@code HTTP1.1}, {@code Ecs} and {@code ConsoleProtection} as constants; the one that is as asked for, too. */
    static String constant(String value) {
        String name = value.replaceAll("^\\$\\{(.*)}$", "same_$1")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toUpperCase(Locale.ROOT);
        if (value.equals("gRPC")) {
            name = "GRPC";
        }
        return Character.isDigit(name.charAt(0)) ? "V" + name : name;
    }

    static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A cloud's own name, for the one the tables have. */
    static String cloud(String dialect) {
        return switch (dialect) {
            case "octavia" -> "Octavia";
            case "otc" -> "Open Telekom Cloud";
            default -> capital(dialect);
        };
    }
}
