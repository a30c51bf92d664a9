package io.github.cloudlb.testkit.internal.alibaba;

import java.util.Map;

/** Carries calls out: a read tells, a write is tried or done, and a repeated one is answered from memory. */
final class Calls {
    private final Account account;
    private final ClientTokens tokens;

    Calls(Account account) {
        this.account = account;
        this.tokens = new ClientTokens(account.product());
    }

    /** What is answered, but for the id of the request. */
    Map<String, Object> carryOut(Call call, Map<String, String> likeness) {
        Operation operation = call.operation();
        Write write = Operations.write(operation.name());
        if (write != null) {
            return write(call, write, likeness);
        }
        Read read = Operations.read(operation.name());
        if (read == null) {
            throw new IllegalStateException("Nobody has said what " + operation.name() + " does");
        }
        Map<String, Object> answer = read.answer(call);
        endDryRun(call);
        return Projection.of(operation.response(), answer);
    }

    private Map<String, Object> write(Call call, Write write, Map<String, String> likeness) {
        Map<String, Object> repeated = tokens.answered(call, likeness);
        if (repeated != null) {
            return repeated;
        }
        Change change = write.plan(call);
        endDryRun(call);
        for (int i = 0; i < change.made().size(); i++) {
            Resource made = change.made().get(i);
            account.journal().created(call.operation().name(), made.id(), i == 0 ? likeness : likeness + "#" + i);
            LoadBalancers.remember(account, made);
        }
        Map<String, Object> known = Values.object(Map.of());
        known.putAll(change.answer());
        if (call.operation().later()) {
            boolean endless = change.touched().stream().anyMatch(account::sticks);
            known.put(
                    "JobId",
                    account.jobs()
                            .start(
                                    call.operation().name(),
                                    change,
                                    call.operation().hasJob(),
                                    endless));
        } else {
            change.begin().run();
            change.done().run();
        }
        Map<String, Object> answer = Projection.of(call.operation().response(), known);
        tokens.remember(call, likeness, answer);
        return answer;
    }

    private static void endDryRun(Call call) {
        if (call.operation().dryRun() && call.text("DryRun").equals("true")) {
            throw call.error("Request validation has been passed with DryRun flag set.", "DryRunOperation");
        }
    }
}
