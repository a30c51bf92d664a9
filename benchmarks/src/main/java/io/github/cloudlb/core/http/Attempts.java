package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Message;
import okhttp3.Request;

import java.net.URI;
import java.util.List;

/** The way into a package that is nobody's API: what a message becomes before OkHttp has it. */
public final class Attempts {
    private final Endpoint endpoint;

    public Attempts(URI endpoint) {
        this.endpoint = Endpoint.of(endpoint, true);
    }

    public Request of(Message message) {
        return new Outgoing(endpoint, message, List.of(), message.body()).toOkHttp();
    }
}
