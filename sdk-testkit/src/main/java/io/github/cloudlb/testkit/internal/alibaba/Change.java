package io.github.cloudlb.testkit.internal.alibaba;

import java.util.List;
import java.util.Map;

/**
 * What a write will do, checked and found possible.
 *
 * @param subject what the job is about
 * @param operateType Create, Update or Delete
 * @param made what there is now that was not there before
 * @param touched servers that are added, changed or removed
 * @param answer what the write can answer
 * @param begin what is seen while the job runs
 * @param done what is seen when it has succeeded
 * @param undone what is seen when it has failed
 */
record Change(
        Resource subject,
        String operateType,
        List<Resource> made,
        List<Resource> touched,
        Map<String, Object> answer,
        Runnable begin,
        Runnable done,
        Runnable undone) {

    static Change update(Resource subject, Runnable begin, Runnable done, Runnable undone) {
        return new Change(subject, "Update", List.of(), List.of(), subject.attributes(), begin, done, undone);
    }

    /** The subject is Configuring until it is done, and then what it was before. */
    static Change configuring(Resource subject, Runnable done) {
        String before = subject.status();
        return update(
                subject,
                () -> subject.becomes("Configuring"),
                () -> {
                    subject.becomes(before);
                    done.run();
                },
                () -> subject.becomes(before));
    }

    Change answering(Map<String, Object> otherAnswer) {
        return new Change(subject, operateType, made, touched, otherAnswer, begin, done, undone);
    }
}
