package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What can be asked of the resources of one kind: showing is the same for all, changing is not. */
abstract class Resources {
    private final Kind kind;
    private final OctaviaState state;
    private final Locks locks;

    Resources(Kind kind, OctaviaState state) {
        this.kind = kind;
        this.state = state;
        this.locks = new Locks(state.changes());
    }

    final Kind kind() {
        return kind;
    }

    final OctaviaState state() {
        return state;
    }

    final Locks locks() {
        return locks;
    }

    final Answer list(RecordedRequest request) {
        return new Listing(state, kind, request).of(listed());
    }

    final Answer get(String id, RecordedRequest request) {
        return Views.answer(200, one(id), request);
    }

    /** Those that a list shows. */
    Collection<Resource> listed() {
        return state.all(kind);
    }

    Resource one(String id) {
        return state.get(kind, id);
    }

    abstract Answer create(RecordedRequest request);

    abstract Answer update(String id, RecordedRequest request);

    abstract Answer delete(String id, RecordedRequest request);

    /** PUT of the whole collection. */
    Answer replace(RecordedRequest request) {
        throw new Refusal(OctaviaErrors.badRequest("Missing argument: \"id\""));
    }

    /** The name, after the dot, of what a longer path asks for; empty if it is nothing of its own. */
    String operationBelow(String method, List<String> rest) {
        return "";
    }

    /** What a longer path asks for. Octavia takes what it does not know for a field that there is not. */
    Answer below(String id, List<String> rest, RecordedRequest request) {
        one(id);
        return Answer.json(200, Json.object(kind.wrapper(), Json.object()));
    }

    /** Adds one for a client, and answers it. */
    final Answer added(Resource owner, Map<String, Object> attributes, RecordedRequest request) {
        return Views.answer(201, state.addForClient(kind, owner, attributes), request);
    }
}
