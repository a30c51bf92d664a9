package io.github.cloudlb.alibaba.ascript;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.internal.Split;
import io.github.cloudlb.alibaba.internal.StateWait;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Scripts of listeners: what people want to do with them, beside a method for each operation. Thread-safe. */
public final class AScripts extends AScriptOperations {
    private static final int PER_CALL = 10;

    private final Jobs jobs;

    private AScripts(Caller caller, Jobs jobs) {
        super(caller);
        this.jobs = jobs;
    }

    /** On any caller; who waits here looks apart from others. */
    public static AScripts of(Caller caller) {
        return of(caller, Jobs.of(caller));
    }

    /** On any caller; who waits here looks together with all who wait for these jobs. */
    public static AScripts of(Caller caller, Jobs jobs) {
        return new AScripts(caller, jobs);
    }

    /**
     * Deletes scripts, with as many calls as the limit of a call asks for. Deleting the same scripts again finishes what
     * was left half done: those that are gone are left out. A dry run does not do that.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each script what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see DeleteAScripts
     */
    public Change<AcceptedJob> deleteAScripts(List<String> aScriptIds, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        "scripts",
                        (List<String> some) -> DeleteAScripts.builder()
                                .aScriptIds(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(PER_CALL)
                .dryRun(dryRun)
                .unless("ResourceNotFound.AScript", on -> {
                    Set<String> there = of(on, jobs)
                            .listAScripts(ListAScripts.builder()
                                    .aScriptIds(aScriptIds)
                                    .build())
                            .map(AScript::aScriptId)
                            .collect(Collectors.toSet());
                    return id -> !there.contains(id);
                })
                .send(aScriptIds);
    }

    /**
     * Waits until a script takes changes.
     *
     * @throws WaitFailedException if it is being deleted, or is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public AScript awaitAvailable(String aScriptId, Duration limit) {
        return state(aScriptId).failingOn(Set.of(AScriptStatus.DELETING)).until(AScriptStatus.AVAILABLE, limit);
    }

    /**
     * Waits until there is no such script any more.
     *
     * @throws WaitTimeoutException if it was still there at the end
     */
    public void awaitDeleted(String aScriptId, Duration limit) {
        state(aScriptId).untilGone(limit);
    }

    private StateWait<AScript, AScriptStatus> state(String aScriptId) {
        ListAScripts look = ListAScripts.builder().addAScriptIds(aScriptId).build();
        return StateWait.of(caller, "script " + aScriptId, on -> on.stream(look).findFirst(), AScript::aScriptStatus);
    }
}
