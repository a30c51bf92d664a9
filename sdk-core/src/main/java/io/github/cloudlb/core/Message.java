package io.github.cloudlb.core;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What goes out for a request, before an identity is added. Names and values are not encoded yet. */
public final class Message {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String method;
    private final List<String> path = new ArrayList<>(6);
    private final List<Parameter> query = new ArrayList<>();
    private final List<Parameter> headers = new ArrayList<>(4);
    private final List<Parameter> form = new ArrayList<>();
    private byte @Nullable [] body;
    private @Nullable Function<Caller, byte[]> bodyMaker;
    private String bodyType = "";
    private String answerCode = "";
    private boolean reads;
    private boolean repeatable;
    private boolean anonymous;

    private Message(String method, boolean reads, boolean repeatable, String... path) {
        this.method = method;
        this.reads = reads;
        this.repeatable = repeatable;
        for (String segment : path) {
            this.path.add(Segments.checked(segment));
        }
    }

    /** Reads; safe to repeat. */
    public static Message get(String... path) {
        return new Message("GET", true, true, path);
    }

    /** Changes, but once or twice is the same. */
    public static Message put(String... path) {
        return new Message("PUT", false, true, path);
    }

    /** Changes, but once or twice is the same. */
    public static Message delete(String... path) {
        return new Message("DELETE", false, true, path);
    }

    /** Changes, and twice is not the same as once, unless {@link #repeatable()} or {@link #reading()} says so. */
    public static Message post(String... path) {
        return new Message("POST", false, false, path);
    }

    /** Marks a message as one that only reads. */
    public Message reading() {
        reads = true;
        repeatable = true;
        return this;
    }

    /** Marks a message as one the service recognises when it comes again. */
    public Message repeatable() {
        repeatable = true;
        return this;
    }

    /** Marks a message as one that anybody may send: nobody logs in for it. */
    public Message anonymous() {
        anonymous = true;
        return this;
    }

    public Message query(String name, String value) {
        query.add(new Parameter(name, value));
        return this;
    }

    public Message header(String name, String value) {
        headers.add(new Parameter(name, value));
        return this;
    }

    /** Adds a field to a form body. */
    public Message form(String name, String value) {
        form.add(new Parameter(name, value));
        return this;
    }

    /** Adds a parameter to the form body or to the query: a flat API has the same names in both. */
    public Message parameter(boolean inForm, String name, String value) {
        return inForm ? form(name, value) : query(name, value);
    }

    public Message json(byte[] content) {
        body = content;
        bodyType = JSON;
        return this;
    }

    /**
     * A body that is made anew for each attempt, from what the service says at that time: for the whole of a set that
     * others change, too. What it asks the service counts towards the same call.
     */
    public Message json(Function<Caller, byte[]> content) {
        bodyMaker = content;
        bodyType = JSON;
        return this;
    }

    /** An error with this code is the good answer: a dry run that passed. */
    public Message answeredBy(String errorCode) {
        answerCode = errorCode;
        return this;
    }

    /** Pairs it with the reader of its answer. */
    public <R> Wire<R> answer(Wire.AnswerReader<R> reader) {
        return new Wire<>(this, reader);
    }

    public String method() {
        return method;
    }

    /** The segments below the service's endpoint, decoded. */
    public List<String> path() {
        return path;
    }

    public List<Parameter> query() {
        return query;
    }

    public List<Parameter> headers() {
        return headers;
    }

    public List<Parameter> form() {
        return form;
    }

    /** The body but for a form, which is encoded by whoever sends it; null for one that is made for each attempt. */
    public byte @Nullable [] body() {
        return body;
    }

    /** The same for the next attempt. */
    public byte @Nullable [] body(Caller within) {
        return bodyMaker == null ? body : bodyMaker.apply(within);
    }

    /** Empty without a body. */
    public String bodyType() {
        return form.isEmpty() ? bodyType : FORM;
    }

    /** The error code that is an answer here; empty if none is. */
    public String answerCode() {
        return answerCode;
    }

    public boolean reads() {
        return reads;
    }

    public boolean isRepeatable() {
        return repeatable;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    /** Whether a text stays what it is as a segment of a path, however it is decoded on the way. */
    public static boolean isOneSegment(String text) {
        return Segments.isOne(text);
    }

    /** Method and path; neither query nor body, which may hold secrets. */
    @Override
    public String toString() {
        return method + " /" + String.join("/", path);
    }
}
