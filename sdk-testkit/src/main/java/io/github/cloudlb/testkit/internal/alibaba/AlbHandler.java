package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.Journal;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Handler;
import io.github.cloudlb.testkit.internal.http.Json;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** ALB's side of the RPC convention: which action, who signed it, tried or done, repeated or new. */
public final class AlbHandler implements Handler {
    public static final String VERSION = "2020-06-16";

    private final Journal journal;
    private final AlbSignatures signatures;
    private final Jobs jobs;
    private final GroupOperations groups;
    private final ClientTokens tokens = new ClientTokens();
    private final Map<String, Function<AlbParameters, Map<String, Object>>> reads;
    private final Map<String, Function<AlbParameters, Change>> writes;

    public AlbHandler(InstantSource clock, Journal journal) {
        this.journal = journal;
        this.signatures = new AlbSignatures(clock);
        this.jobs = new Jobs(clock);
        this.groups = new GroupOperations(clock);
        ServerOperations servers = new ServerOperations(groups);
        this.reads = Map.of(
                "ListAsynJobs", jobs::list, "ListServerGroups", groups::list, "ListServerGroupServers", servers::list);
        this.writes = Map.of(
                "CreateServerGroup", groups::create,
                "UpdateServerGroupAttribute", groups::update,
                "DeleteServerGroup", groups::delete,
                "AddServersToServerGroup", servers::add,
                "RemoveServersFromServerGroup", servers::remove,
                "ReplaceServersInServerGroup", servers::replace,
                "UpdateServerGroupServersAttribute", servers::update);
    }

    public Jobs jobs() {
        return jobs;
    }

    public GroupOperations groups() {
        return groups;
    }

    /** Calls are named by their action. */
    @Override
    public String call(RecordedRequest request) {
        return stated(request, "Action").orElse("without an action");
    }

    @Override
    public boolean isWrite(RecordedRequest request) {
        return writes.containsKey(request.call()) && !AlbParameters.of(request).isTrue("DryRun");
    }

    @Override
    public Answer throttled(Duration retryAfter) {
        return failure(new AlbRefusal(400, "Throttling.User", "Request was denied due to user flow control."));
    }

    @Override
    public Answer failed() {
        return failure(
                new AlbRefusal(500, "InternalError", "The request processing has failed due to some unknown error."));
    }

    private static Answer failure(AlbRefusal refusal) {
        return refused("", refusal, UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
    }

    @Override
    public synchronized Answer answer(RecordedRequest request) {
        String requestId = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        jobs.settle();
        try {
            Map<String, Object> body = new LinkedHashMap<>(carriedOut(request));
            body.put("RequestId", requestId);
            return Answer.json(200, body).with("x-acs-request-id", requestId);
        } catch (AlbRefusal refusal) {
            return refused(request.header("host").orElse(""), refusal, requestId);
        }
    }

    private Map<String, Object> carriedOut(RecordedRequest request) {
        if (!request.method().equals("POST") && !request.method().equals("GET")) {
            throw new AlbRefusal(400, "UnsupportedHTTPMethod", "This http method is not supported.");
        }
        String action = stated(request, "Action").orElseThrow(() -> AlbRefusal.missing("Action"));
        String version = stated(request, "Version").orElseThrow(() -> AlbRefusal.missing("Version"));
        if (!version.equals(VERSION)) {
            throw new AlbRefusal(404, "InvalidVersion", "Specified parameter Version is not valid.");
        }
        if (!reads.containsKey(action) && !writes.containsKey(action)) {
            throw new AlbRefusal(
                    404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
        }
        if (request.headers().keySet().stream()
                .anyMatch(name -> name.startsWith("x-acs-") || name.equals("authorization"))) {
            signatures.check(request);
        }
        AlbParameters parameters = AlbParameters.of(request);
        Function<AlbParameters, Map<String, Object>> read = reads.get(action);
        return read != null ? read.apply(parameters) : write(action, parameters);
    }

    private Map<String, Object> write(String action, AlbParameters parameters) {
        Optional<Map<String, Object>> repeated = tokens.answered(action, parameters);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Function<AlbParameters, Change> operation = writes.get(action);
        if (operation == null) {
            throw new IllegalArgumentException(action);
        }
        Change change = operation.apply(parameters);
        if (parameters.isTrue("DryRun")) {
            throw new AlbRefusal(400, "DryRunOperation", "Request validation has been passed with DryRun flag set.");
        }
        if (change.operateType().equals("Create")) {
            journal.created(action, change.resourceId(), ClientTokens.compared(parameters));
        }
        Map<String, Object> answer = new LinkedHashMap<>(change.answer());
        answer.put("JobId", jobs.start(action, change));
        tokens.remember(action, parameters, answer);
        return answer;
    }

    /** In a header now, in a parameter in the older form of a call. */
    private static Optional<String> stated(RecordedRequest request, String what) {
        return request.header("x-acs-" + what)
                .or(() -> AlbParameters.of(request).text(what));
    }

    private static Answer refused(String host, AlbRefusal refusal, String requestId) {
        return Answer.json(
                        refusal.status(),
                        Json.object(
                                "RequestId",
                                requestId,
                                "HostId",
                                host,
                                "Code",
                                refusal.code(),
                                "Message",
                                refusal.text(),
                                "Recommend",
                                "https://api.alibabacloud.com/troubleshoot?q=" + refusal.code() + "&product=Alb"))
                .with("x-acs-request-id", requestId);
    }
}
