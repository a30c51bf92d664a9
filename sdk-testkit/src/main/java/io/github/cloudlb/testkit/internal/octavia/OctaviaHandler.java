package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.Journal;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;
import io.github.cloudlb.testkit.internal.keystone.Keystone;
import io.github.cloudlb.testkit.internal.keystone.Realm;
import io.github.cloudlb.testkit.internal.keystone.Tokens;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The whole cloud: load balancing below {@code /load-balancer}, identity and networks beside it. */
public final class OctaviaHandler implements LbaasCloud {
    public static final String ENDPOINT = "/load-balancer";
    public static final String IDENTITY = "/identity";

    private final OctaviaState state;
    private final Tokens tokens;
    private final Keystone keystone;
    private final Neutron neutron;
    private final Gate gate;

    public OctaviaHandler(InstantSource clock, Journal journal) {
        this.state = new OctaviaState(clock, journal);
        this.tokens = new Tokens(clock);
        this.keystone = new Keystone(tokens, Realm.OCTAVIA);
        this.neutron = new Neutron(tokens);
        this.gate = new Gate(tokens, new Routes(state));
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public String endpoint() {
        return ENDPOINT;
    }

    @Override
    public synchronized void settle() {
        state.changes().settle();
    }

    @Override
    public synchronized String add(String kind, @Nullable String ownerId, Map<String, Object> attributes) {
        settle();
        Resource owner = ownerId == null ? null : existing(ownerId);
        return new Landscapes(state).add(kind, owner, attributes).id();
    }

    @Override
    public synchronized void seed(Map<String, Object> landscape) {
        settle();
        new Landscapes(state).seed(landscape);
    }

    @Override
    public synchronized Map<String, Object> export() {
        settle();
        return new Export(state).all();
    }

    @Override
    public synchronized List<Map<String, Object>> members(String poolId) {
        settle();
        Resource pool = existing(poolId);
        Branch.checkOwner(pool, Kind.MEMBER);
        return state.all(Kind.MEMBER, pool).stream().map(Resource::attributes).toList();
    }

    @Override
    public synchronized void lock(String loadBalancerId, Duration duration) {
        settle();
        state.changes().lockByStranger(existing(loadBalancerId), duration);
    }

    @Override
    public synchronized void setStatus(String id, String status) {
        settle();
        state.changes().setStatus(existing(id), status);
    }

    @Override
    public synchronized void memberStuck(String memberId) {
        settle();
        state.changes().stick(existing(memberId));
    }

    @Override
    public synchronized void lockAfterWrite(Duration duration) {
        settle();
        state.changes().lockAfterWrite(duration);
    }

    @Override
    public synchronized void quota(String kind, int most) {
        state.quotas().set(OctaviaServer.PROJECT_ID, Map.of(kind, most));
    }

    private Resource existing(String id) {
        return state.find(id).orElseThrow(() -> new IllegalArgumentException("There is nothing with the id " + id));
    }

    /** The endpoint under the name by which the client called it. */
    public static String base(RecordedRequest request) {
        return origin(request) + ENDPOINT;
    }

    public static String origin(RecordedRequest request) {
        return "http://" + request.header("host").orElse("127.0.0.1");
    }

    /** Calls to Octavia are named by the path below the endpoint, as its documentation names them. */
    @Override
    public String call(RecordedRequest request) {
        String path = request.path();
        return request.method() + " " + (path.startsWith(ENDPOINT + "/") ? path.substring(ENDPOINT.length()) : path);
    }

    @Override
    public boolean isWrite(RecordedRequest request) {
        return isForService(request) && !Set.of("GET", "HEAD", "OPTIONS").contains(request.method());
    }

    @Override
    public boolean isForService(RecordedRequest request) {
        return !request.path().startsWith(IDENTITY) && !request.path().startsWith(Neutron.ENDPOINT);
    }

    /** From a front: Octavia itself knows no such answer. */
    @Override
    public Answer throttled(Duration retryAfter) {
        return Answer.of(429, "text/html", "<html><body><h1>429 Too Many Requests</h1></body></html>")
                .retryAfter(retryAfter);
    }

    @Override
    public Answer failed() {
        return OctaviaErrors.server(500, "Something unknown went wrong").with("x-openstack-request-id", requestId());
    }

    @Override
    public synchronized Answer answer(RecordedRequest request) {
        List<String> path = Text.segments(request.path());
        String service = path.isEmpty() ? "" : "/" + path.get(0);
        List<String> below = path.isEmpty() ? path : path.subList(1, path.size());
        if (service.equals(IDENTITY)) {
            return answered(() -> keystone.answer(below, request)).with("x-openstack-request-id", requestId());
        }
        if (service.equals(Neutron.ENDPOINT)) {
            return answered(() -> neutron.answer(below, request));
        }
        if (!service.equals(ENDPOINT)) {
            return Answer.of(
                    404, "text/plain; charset=UTF-8", "Nothing is here; see uri() and authUri() of OctaviaServer.");
        }
        return octavia(below, request);
    }

    private Answer octavia(List<String> path, RecordedRequest request) {
        if (request.method().equals("OPTIONS") || path.equals(List.of("healthcheck"))) {
            return Answer.of(200);
        }
        if (!path.isEmpty() && !tokens.isValid(request.header("x-auth-token").orElse(""))) {
            return OctaviaErrors.unauthenticated(origin(request) + IDENTITY);
        }
        settle();
        return answered(() -> gate.answer(path, request)).with("x-openstack-request-id", requestId());
    }

    private static Answer answered(Supplier<Answer> service) {
        try {
            return service.get();
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private static String requestId() {
        return "req-" + UUID.randomUUID();
    }
}
