package io.github.cloudlb.codegen.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page in {@code docs} that is made and not written. */
public final class Page {
    private Page() {}

    /** What the page says; {@code -Ddocs.write=true} writes {@code text} there first. */
    public static String told(String page, String text) {
        Path path = Path.of("..", "docs", page);
        try {
            if (Boolean.getBoolean("docs.write")) {
                Files.writeString(path, text);
            }
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
