package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.Journal;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Landscape;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The RPC convention of Alibaba Cloud: which operation, who signed it, tried or done, repeated or new. */
public final class RpcHandler implements Landscape {
    private final Product product;
    private final Table table;
    private final Account account;
    private final Nonces nonces;
    private final Calls calls;
    private final Landscapes landscapes;

    public RpcHandler(Product product, InstantSource clock, Journal journal) {
        this.product = product;
        this.table = Table.of(product);
        this.account = new Account(product, clock, journal);
        this.nonces = new Nonces(clock);
        this.calls = new Calls(account);
        this.landscapes = new Landscapes(account);
    }

    public Jobs jobs() {
        return account.jobs();
    }

    /** Adds what a test wants to be there, and returns its id. */
    public String add(Kind kind, @Nullable String parentId, Map<String, Object> said) {
        Resource parent = parentId == null ? null : existing(kind.parent().orElseThrow(), parentId);
        return landscapes.add(kind, parent, said, kind.words()).id();
    }

    /** Attributes of those of this kind that are in another, in the order in which they were added. */
    public List<Map<String, Object>> all(Kind kind, String parentId) {
        return existing(kind.parent().orElseThrow(), parentId).children(kind).all().stream()
                .map(Resource::attributes)
                .toList();
    }

    /** The next change of this server never ends. */
    public void stick(String groupId, String serverId) {
        account.stick(existing(Kind.SERVER_GROUP, groupId).id(), serverId);
    }

    private Resource existing(Kind kind, String id) {
        account.jobs().settle();
        Resource found = account.state().find(kind, id);
        if (found == null) {
            throw new IllegalArgumentException("There is no " + kind.words() + " " + id);
        }
        return found;
    }

    @Override
    public void seed(Map<String, Object> landscape) {
        landscapes.seed(landscape);
    }

    @Override
    public Map<String, Object> export() {
        account.jobs().settle();
        return landscapes.export();
    }

    /** Calls are named by their action. */
    @Override
    public String call(RecordedRequest request) {
        return stated(request, "Action").orElse("without an action");
    }

    @Override
    public boolean isWrite(RecordedRequest request) {
        Operation operation = table.find(request.call());
        return operation != null && !operation.readOnly() && !(operation.dryRun() && isDryRun(request));
    }

    private static boolean isDryRun(RecordedRequest request) {
        return Parameters.of(request)
                .text("DryRun")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    @Override
    public Answer throttled(Duration retryAfter) {
        Answer answer = failure(new RpcError(400, "Throttling.User", "Request was denied due to user flow control."));
        return retryAfter.isZero() ? answer : answer.with("x-acs-retry-after", String.valueOf(retryAfter.toMillis()));
    }

    @Override
    public Answer failed() {
        return failure(
                new RpcError(500, "InternalError", "The request processing has failed due to some unknown error."));
    }

    @Override
    public synchronized void settle() {
        account.jobs().settle();
    }

    @Override
    public synchronized Answer answer(RecordedRequest request) {
        String requestId = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        account.jobs().settle();
        try {
            Map<String, Object> body = Values.object(Map.of());
            body.putAll(carriedOut(request));
            body.put("RequestId", requestId);
            return Answer.json(200, body).with("x-acs-request-id", requestId);
        } catch (RpcError refusal) {
            return refused(request.header("host").orElse(""), refusal, requestId);
        }
    }

    private Map<String, Object> carriedOut(RecordedRequest request) {
        if (!request.method().equals("POST") && !request.method().equals("GET")) {
            throw new RpcError(400, "UnsupportedHTTPMethod", "This http method is not supported.");
        }
        String action = stated(request, "Action").orElseThrow(() -> RpcError.missing("Action"));
        String version = stated(request, "Version").orElseThrow(() -> RpcError.missing("Version"));
        if (!version.equals(product.version())) {
            throw new RpcError(404, "InvalidVersion", "Specified parameter Version is not valid.");
        }
        Operation operation = table.find(action);
        if (operation == null) {
            throw new RpcError(
                    404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
        }
        Parameters parameters = Parameters.of(request);
        if (Acs3.isMeant(request)) {
            Acs3.check(request, nonces);
        } else {
            RpcSignature.check(request.method(), parameters, nonces);
        }
        Map<String, Object> sent = RequestReader.read(operation, parameters);
        RequestChecks.check(operation, sent);
        return calls.carryOut(new Call(account, operation, sent), parameters.likeness());
    }

    /** In a header now, in a parameter in the older form of a call. */
    private static Optional<String> stated(RecordedRequest request, String what) {
        return request.header("x-acs-" + what).or(() -> Parameters.of(request).text(what));
    }

    private Answer failure(RpcError refusal) {
        return refused("", refusal, UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
    }

    private Answer refused(String host, RpcError refusal, String requestId) {
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
                                "https://api.alibabacloud.com/troubleshoot?q=" + refusal.code() + "&product="
                                        + product.title()))
                .with("x-acs-request-id", requestId);
    }
}
