package io.github.cloudlb.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One HTTP answer, its body read whole. */
public final class Answer {
    private final int status;
    private final List<Parameter> headers;
    private final byte[] body;

    public Answer(int status, List<Parameter> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The first header of this name; names have no case. */
    public Optional<String> header(String name) {
        for (Parameter header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** The bytes themselves, not a copy. */
    public byte[] body() {
        return body;
    }

    public boolean isEmpty() {
        return body.length == 0;
    }

    /** The body as UTF-8, whatever it is. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same with another body. */
    public Answer saying(byte[] otherBody) {
        return new Answer(status, headers, otherBody);
    }

    /** Without headers and body: they may hold secrets. */
    @Override
    public String toString() {
        return "Answer{status=" + status + ", " + body.length + " bytes}";
    }
}
