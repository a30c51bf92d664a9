package io.github.cloudlb.alibaba.tag;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.common.ResourceType;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.internal.Split;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.SdkException;

import java.util.List;

/** Tags of resources: what people want to do with them, beside a method for each operation. Thread-safe. */
public final class Tags extends TagOperations {
    private static final int RESOURCES_PER_CALL = 50;

    private final Jobs jobs;

    private Tags(Caller caller, Jobs jobs) {
        super(caller);
        this.jobs = jobs;
    }

    /** On any caller; who waits here looks apart from others. */
    public static Tags of(Caller caller) {
        return of(caller, Jobs.of(caller));
    }

    /** On any caller; who waits here looks together with all who wait for these jobs. */
    public static Tags of(Caller caller, Jobs jobs) {
        return new Tags(caller, jobs);
    }

    /**
     * Gives tags to resources, with as many calls as so many resources ask for; each is done when it is answered. Doing so
     * again is the same. More than 20 tags are refused: no resource can have more.
     *
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each resource what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see TagResources
     */
    public Change<Confirmation> tag(ResourceType type, List<String> resourceIds, List<Tag> tags) {
        return Split.of(
                        caller,
                        jobs,
                        "tags",
                        (List<String> some) -> TagResources.builder()
                                .resourceType(type)
                                .resourceIds(some)
                                .tags(tags)
                                .build())
                .perCall(RESOURCES_PER_CALL)
                .send(resourceIds);
    }

    /**
     * Takes tags away from resources, by key, with as many calls as so many resources ask for; each is done when it is
     * answered. Doing so again is the same.
     *
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each resource what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see UnTagResources
     */
    public Change<Confirmation> untag(ResourceType type, List<String> resourceIds, List<String> keys) {
        return Split.of(
                        caller,
                        jobs,
                        "tags",
                        (List<String> some) -> UnTagResources.builder()
                                .resourceType(type)
                                .resourceIds(some)
                                .tagKeys(keys)
                                .build())
                .perCall(RESOURCES_PER_CALL)
                .send(resourceIds);
    }
}
