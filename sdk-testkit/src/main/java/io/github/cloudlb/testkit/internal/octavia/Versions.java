package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.List;

/** The versions of the API that Octavia 11.0.0 tells of: all under one path. */
final class Versions {
    /** Days on which v2.0, v2.1 and so on came, as Octavia has them. */
    private static final List<String> UPDATED = List.of("""
            2016-12-11T00 2018-04-20T00 2018-07-31T00 2018-12-18T00 2018-12-19T00 2019-01-21T00 2019-01-25T00
            2018-01-25T12 2019-02-12T00 2019-03-04T00 2019-03-05T00 2019-06-24T00 2019-09-11T00 2019-09-13T00
            2019-11-10T00 2020-03-10T00 2020-03-15T00 2020-04-29T00 2020-04-29T01 2020-05-12T00 2020-08-02T00
            2020-09-03T00 2020-09-04T00 2020-09-07T00 2020-10-15T00 2021-10-02T00 2022-08-29T00
            """.strip().split("\\s+"));

    private Versions() {}

    static Answer answer(RecordedRequest request) {
        Object self = List.of(Json.object("href", OctaviaHandler.base(request) + "/v2", "rel", "self"));
        List<Object> versions = new ArrayList<>();
        for (int minor = 0; minor < UPDATED.size(); minor++) {
            versions.add(Json.object(
                    "id",
                    "v2." + minor,
                    "status",
                    minor == UPDATED.size() - 1 ? "CURRENT" : "SUPPORTED",
                    "updated",
                    UPDATED.get(minor) + ":00:00Z",
                    "links",
                    self));
        }
        return Answer.json(200, Json.object("versions", versions));
    }
}
