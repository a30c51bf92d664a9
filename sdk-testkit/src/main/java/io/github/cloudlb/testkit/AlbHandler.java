package io.github.cloudlb.testkit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** ALB's side of the RPC convention: which action, who signed it, tried or done, repeated or new. */
final class AlbHandler implements Handler {
    static final String VERSION = "2020-06-16";

    private final AlbSignatures signatures;
    private final Jobs jobs;
    private final ClientTokens tokens = new ClientTokens();
    private final Map<String, Function<AlbParameters, Map<String, Object>>> reads;
    private final Map<String, Function<AlbParameters, Change>> writes;

    AlbHandler(AlbSignatures signatures, Jobs jobs, GroupOperations groups, ServerOperations servers) {
        this.signatures = signatures;
        this.jobs = jobs;
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

    /** Calls are named by their action. */
    static RecordedRequest named(RecordedRequest request) {
        return request.named(stated(request, "Action").orElse("without an action"));
    }

    @Override
    public synchronized Answer answer(RecordedRequest request) {
        String requestId = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        jobs.settle();
        try {
            Map<String, Object> body = new LinkedHashMap<>(call(request));
            body.put("RequestId", requestId);
            return Answer.json(200, body).with("x-acs-request-id", requestId);
        } catch (AlbRefusal refusal) {
            return refused(request, refusal, requestId);
        }
    }

    private Map<String, Object> call(RecordedRequest request) {
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

    private static Answer refused(RecordedRequest request, AlbRefusal refusal, String requestId) {
        return Answer.json(
                        refusal.status(),
                        Json.object(
                                "RequestId",
                                requestId,
                                "HostId",
                                request.header("host").orElse(""),
                                "Code",
                                refusal.code(),
                                "Message",
                                refusal.text(),
                                "Recommend",
                                "https://api.alibabacloud.com/troubleshoot?q=" + refusal.code() + "&product=Alb"))
                .with("x-acs-request-id", requestId);
    }
}
