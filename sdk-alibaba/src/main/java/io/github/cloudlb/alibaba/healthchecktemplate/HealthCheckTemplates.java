package io.github.cloudlb.alibaba.healthchecktemplate;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.internal.Split;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.SdkException;

import java.util.List;

/** Health check templates: what people want to do with them, beside a method for each operation. Thread-safe. */
public final class HealthCheckTemplates extends HealthCheckTemplateOperations {
    private static final int PER_CALL = 10;

    private final Jobs jobs;

    private HealthCheckTemplates(Caller caller, Jobs jobs) {
        super(caller);
        this.jobs = jobs;
    }

    /** On any caller; who waits here looks apart from others. */
    public static HealthCheckTemplates of(Caller caller) {
        return of(caller, Jobs.of(caller));
    }

    /** On any caller; who waits here looks together with all who wait for these jobs. */
    public static HealthCheckTemplates of(Caller caller, Jobs jobs) {
        return new HealthCheckTemplates(caller, jobs);
    }

    /**
     * Deletes templates, with as many calls as the limit of a call asks for. Each is done when it is answered.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each template what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see DeleteHealthCheckTemplates
     */
    public Change<Confirmation> deleteHealthCheckTemplates(List<String> templateIds, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        "health check templates",
                        (List<String> some) -> DeleteHealthCheckTemplates.builder()
                                .healthCheckTemplateIds(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(PER_CALL)
                .dryRun(dryRun)
                .send(templateIds);
    }
}
