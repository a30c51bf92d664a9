package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;

/** What can be asked of the resources of one kind; what a kind does not override, Octavia does not have. */
public interface Resources {

    Answer list(RecordedRequest request);

    Answer create(RecordedRequest request);

    Answer get(String id, RecordedRequest request);

    Answer update(String id, RecordedRequest request);

    Answer delete(String id, RecordedRequest request);

    /** PUT of the whole collection. */
    default Answer replace(RecordedRequest request) {
        throw new Refusal(OctaviaErrors.badRequest("Missing argument: \"id\""));
    }
}
