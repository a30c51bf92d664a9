package io.github.cloudlb.testkit.internal.alibaba;

import java.util.Map;

/**
 * What a write will do, checked and found possible.
 *
 * @param resourceId of the server group
 * @param operateType Create, Update or Delete
 * @param answer what the write answers beside the id of the job
 * @param begin what is seen while the job runs
 * @param done what is seen when it has succeeded
 * @param undone what is seen when it has failed
 */
public record Change(
        String resourceId,
        String operateType,
        Map<String, Object> answer,
        Runnable begin,
        Runnable done,
        Runnable undone) {}
