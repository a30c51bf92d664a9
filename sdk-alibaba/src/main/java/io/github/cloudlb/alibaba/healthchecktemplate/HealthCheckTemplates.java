package io.github.cloudlb.alibaba.healthchecktemplate;

import io.github.cloudlb.core.Caller;

/** Health check templates. Thread-safe. */
public final class HealthCheckTemplates extends HealthCheckTemplateOperations {
    private HealthCheckTemplates(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static HealthCheckTemplates of(Caller caller) {
        return new HealthCheckTemplates(caller);
    }
}
