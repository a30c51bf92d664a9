package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asynchronous jobs: one ends when it has been looked at often enough and has lasted long enough. */
public final class Jobs {
    private final InstantSource clock;
    private final List<Job> jobs = new ArrayList<>();
    private int looks;
    private Duration duration = Duration.ZERO;
    private @Nullable AlbRefusal nextFailure;

    public Jobs(InstantSource clock) {
        this.clock = clock;
    }

    public void takeLooks(int number) {
        looks = number;
    }

    public void take(Duration time) {
        duration = time;
    }

    /** Ends what has lasted long enough and needs no look for it. */
    public void settle() {
        long now = clock.millis();
        jobs.stream().filter(job -> job.endsByItself(now)).forEach(job -> job.end(now));
    }

    public void nextFails(String code, String message) {
        nextFailure = new AlbRefusal(400, code, message);
    }

    /** Begins a change; one that takes no looks and no time is done before its answer is sent. */
    public String start(String action, Change change) {
        String id = String.format("%08x-0000-4000-8000-%012x", 0x10b, jobs.size() + 1);
        Job job = new Job(id, action, change, looks, nextFailure, clock.millis(), duration);
        nextFailure = null;
        jobs.add(job);
        change.begin().run();
        settle();
        return id;
    }

    /** ListAsynJobs. */
    public Map<String, Object> list(AlbParameters parameters) {
        List<String> ids = parameters.list("JobIds", 10);
        List<String> resources = parameters.list("ResourceIds", 10);
        Optional<String> action = parameters.text("ApiName");
        Optional<String> type = parameters.text("ResourceType");
        List<Job> found = jobs.stream()
                .filter(job -> ids.isEmpty() || ids.contains(job.id))
                .filter(job -> resources.isEmpty() || resources.contains(job.change.resourceId()))
                .filter(job -> job.action.equals(action.orElse(job.action)))
                .filter(job -> type.orElse("servergroup").equals("servergroup"))
                .filter(job -> job.created >= millis(parameters, "BeginTime", 0)
                        && job.created <= millis(parameters, "EndTime", Long.MAX_VALUE))
                .toList();
        return AlbPage.of("Jobs", found, parameters, job -> job.look(clock.millis()));
    }

    private static long millis(AlbParameters parameters, String name, long otherwise) {
        return parameters
                .text(name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(otherwise);
    }

    /** One write, under way or at its end. */
    private static final class Job {
        private final String id;
        private final String action;
        private final Change change;
        private final @Nullable AlbRefusal failure;
        private final long created;
        private final long ends;
        private final boolean needsLooks;
        private int looksLeft;
        private long modified;
        private boolean ended;

        Job(
                String id,
                String action,
                Change change,
                int looks,
                @Nullable AlbRefusal failure,
                long created,
                Duration duration) {
            this.id = id;
            this.action = action;
            this.change = change;
            this.looksLeft = looks;
            this.failure = failure;
            this.created = created;
            this.ends = created + duration.toMillis();
            this.needsLooks = looks > 0;
            this.modified = created;
        }

        boolean endsByItself(long now) {
            return !ended && !needsLooks && now >= ends;
        }

        Map<String, Object> look(long now) {
            if (!ended && needsLooks && looksLeft-- <= 0 && now >= ends) {
                end(now);
            }
            Map<String, Object> view = Json.object(
                    "Id", id, "ApiName", action, "ResourceType", "servergroup", "ResourceId", change.resourceId());
            view.put("OperateType", change.operateType());
            view.put("Status", !ended ? "Processing" : failure == null ? "Succeeded" : "Failed");
            view.put("CreateTime", created);
            view.put("ModifyTime", modified);
            if (ended && failure != null) {
                view.put("ErrorCode", failure.code());
                view.put("ErrorMessage", failure.text());
            }
            return view;
        }

        void end(long now) {
            ended = true;
            modified = now;
            (failure == null ? change.done() : change.undone()).run();
        }
    }
}
