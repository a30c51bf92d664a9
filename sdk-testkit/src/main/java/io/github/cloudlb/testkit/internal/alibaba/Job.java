package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** One write, under way or at its end. */
final class Job {
    private final String id;
    private final String action;
    private final Change change;
    private final @Nullable RpcError failure;
    private final long created;
    private final long ends;
    private final boolean needsLooks;
    private int looksLeft;
    private long modified;
    private boolean ended;

    Job(String id, String action, Change change, int looks, @Nullable RpcError failure, long created, long ends) {
        this.id = id;
        this.action = action;
        this.change = change;
        this.looksLeft = looks;
        this.failure = failure;
        this.created = created;
        this.ends = ends;
        this.needsLooks = looks > 0;
        this.modified = created;
    }

    String id() {
        return id;
    }

    String action() {
        return action;
    }

    Resource subject() {
        return change.subject();
    }

    long created() {
        return created;
    }

    long ends() {
        return ends;
    }

    boolean needsLooks() {
        return needsLooks;
    }

    /** Whether this look is the one that it ends at. */
    boolean endsAtLook(long now) {
        return !ended && needsLooks && looksLeft-- <= 0 && now >= ends;
    }

    String status() {
        return !ended ? "Processing" : failure == null ? "Succeeded" : "Failed";
    }

    void end(long now) {
        ended = true;
        modified = now;
        (failure == null ? change.done() : change.undone()).run();
    }

    Map<String, Object> view() {
        Map<String, Object> view = Json.object(
                "Id",
                id,
                "ApiName",
                action,
                "ResourceType",
                subject().kind().resourceType(),
                "ResourceId",
                subject().id(),
                "OperateType",
                change.operateType(),
                "Status",
                status(),
                "CreateTime",
                created,
                "ModifyTime",
                modified);
        if (ended && failure != null) {
            view.put("ErrorCode", failure.code());
            view.put("ErrorMessage", failure.text());
        }
        return view;
    }
}
