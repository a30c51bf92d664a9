package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What is told of jobs; to be looked at may be what a job needs to end. */
final class JobReads {

    private JobReads() {}

    /** ListAsynJobs: by their ids, by what they are about, or all. */
    static Map<String, Object> list(Call call) {
        List<Job> found = new ArrayList<>();
        List<String> ids = call.texts("JobIds");
        List<String> resources = call.texts("ResourceIds");
        Jobs jobs = call.account().jobs();
        if (!ids.isEmpty()) {
            for (String id : new LinkedHashSet<>(ids)) {
                Job job = jobs.find(id);
                if (job != null) {
                    found.add(job);
                }
            }
            found.removeIf(job ->
                    !resources.isEmpty() && !resources.contains(job.subject().id()));
        } else if (!resources.isEmpty()) {
            resources.stream().distinct().forEach(id -> found.addAll(jobs.of(id)));
        } else {
            found.addAll(jobs.all());
        }
        found.removeIf(job -> !matches(call, job));
        return Paging.plain(call, found, job -> jobs.looked(job).view());
    }

    private static boolean matches(Call call, Job job) {
        String action = call.text("ApiName");
        String type = call.text("ResourceType");
        return (action.isEmpty() || action.equals(job.action()))
                && (type.isEmpty() || type.equals(job.subject().kind().resourceType()))
                && !(call.sent().get("BeginTime") instanceof Number begin && job.created() < begin.longValue())
                && !(call.sent().get("EndTime") instanceof Number end && job.created() > end.longValue());
    }

    static Map<String, Object> status(Call call) {
        Jobs jobs = call.account().jobs();
        Job job = jobs.find(call.text("JobId"));
        if (job == null) {
            throw call.error("The job " + call.text("JobId") + " is not found.", "ResourceNotFound.JobId");
        }
        return Json.object("Status", jobs.looked(job).status());
    }
}
