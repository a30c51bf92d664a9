package io.github.cloudlb.alibaba.rule;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.internal.Split;
import io.github.cloudlb.alibaba.internal.StateWait;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Forwarding rules of listeners: what people want to do with them, beside a method for each operation. Thread-safe.
 *
 * <p>Creating, changing and deleting many rules takes as many calls as the limit of a call asks for. All rules are checked
 * before the first call goes out.
 */
public final class Rules extends RuleOperations {
    /** What every revision of the API allows; newer ones allow {@value #MOST_PER_CALL}. */
    private static final int SAFE_PER_CALL = 10;

    private static final int MOST_PER_CALL = 100;

    private final Jobs jobs;
    private final int perCall;

    private Rules(Caller caller, Jobs jobs, int perCall) {
        super(caller);
        this.jobs = jobs;
        this.perCall = perCall;
    }

    /** On any caller; who waits here looks apart from others. */
    public static Rules of(Caller caller) {
        return of(caller, Jobs.of(caller));
    }

    /** On any caller; who waits here looks together with all who wait for these jobs. */
    public static Rules of(Caller caller, Jobs jobs) {
        return new Rules(caller, jobs, SAFE_PER_CALL);
    }

    /** The same, with up to so many rules in one call: 1 to 100; 10 if not set, which older revisions of the API ask for. */
    public Rules rulesPerCall(int most) {
        InvalidInputException.require(
                most >= 1 && most <= MOST_PER_CALL, "rulesPerCall", most, "1 to " + MOST_PER_CALL + " is");
        return new Rules(caller, jobs, most);
    }

    /**
     * Creates rules of one listener; the answers have their ids.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each rule what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see CreateRules
     */
    public Change<CreatedRules> createRules(String listenerId, List<RuleSpec> rules, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        "rules of " + listenerId,
                        (List<RuleSpec> some) -> CreateRules.builder()
                                .listenerId(listenerId)
                                .rules(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(perCall)
                .dryRun(dryRun)
                .send(rules);
    }

    /**
     * Changes the settings of rules. Doing so again is the same.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each rule what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see UpdateRulesAttribute
     */
    public Change<AcceptedJob> updateRules(List<RuleUpdate> rules, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        "rules",
                        (List<RuleUpdate> some) -> UpdateRulesAttribute.builder()
                                .rules(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(perCall)
                .dryRun(dryRun)
                .send(rules);
    }

    /**
     * Deletes rules. Deleting the same rules again finishes what was left half done: those that are gone are left out. A
     * dry run does not do that.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each rule what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see DeleteRules
     */
    public Change<AcceptedJob> deleteRules(List<String> ruleIds, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        "rules",
                        (List<String> some) -> DeleteRules.builder()
                                .ruleIds(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(perCall)
                .dryRun(dryRun)
                .unless("ResourceNotFound.Rule", on -> {
                    Set<String> there = found(ruleIds, on).map(Rule::ruleId).collect(Collectors.toSet());
                    return id -> !there.contains(id);
                })
                .send(ruleIds);
    }

    /**
     * Waits until a rule takes changes.
     *
     * @throws WaitFailedException if it is being deleted, or is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public Rule awaitAvailable(String ruleId, Duration limit) {
        return state(ruleId).failingOn(Set.of(RuleStatus.DELETING)).until(RuleStatus.AVAILABLE, limit);
    }

    /**
     * Waits until there is no such rule any more.
     *
     * @throws WaitTimeoutException if it was still there at the end
     */
    public void awaitDeleted(String ruleId, Duration limit) {
        state(ruleId).untilGone(limit);
    }

    private StateWait<Rule, RuleStatus> state(String ruleId) {
        return StateWait.of(
                caller, "rule " + ruleId, on -> found(List.of(ruleId), on).findFirst(), Rule::ruleStatus);
    }

    /** A listing tells of rules for requests or of rules for answers, not of both. */
    private Stream<Rule> found(List<String> ruleIds, Caller on) {
        return Stream.of(RuleDirection.REQUEST, RuleDirection.RESPONSE)
                .flatMap(direction -> of(on, jobs)
                        .listRules(ListRules.builder()
                                .ruleIds(ruleIds)
                                .direction(direction)
                                .build()));
    }
}
