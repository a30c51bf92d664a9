package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.Journal;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Landscape;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;
import io.github.cloudlb.testkit.internal.keystone.Tokens;
import io.github.cloudlb.testkit.internal.octavia.LbaasCloud;
import io.github.cloudlb.testkit.internal.signing.AccessKeys;
import io.github.cloudlb.testkit.internal.signing.BadSignature;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The whole cloud: load balancing at the root, identity below {@code /identity} and, as on a host of its own, {@code /v3}. */
public final class OtcHandler implements LbaasCloud, Landscape {
    private static final String IDENTITY = "identity";
    private static final Duration LIFE_OF_TOKENS = Duration.ofHours(24);

    private final OtcState state;
    private final Tokens tokens;
    private final AccessKeys keys;
    private final Gate gate;
    private final Identity identity;
    private final Routes routes;

    public OtcHandler(InstantSource clock, Journal journal) {
        this.state = new OtcState(clock, journal);
        this.tokens = new Tokens(clock);
        tokens.lifetime(LIFE_OF_TOKENS);
        this.keys = new AccessKeys(clock);
        keys.add(OctaviaServer.ACCESS_KEY_ID, OctaviaServer.ACCESS_KEY_SECRET);
        keys.addTemporary(
                OctaviaServer.TEMPORARY_ACCESS_KEY_ID,
                OctaviaServer.TEMPORARY_ACCESS_KEY_SECRET,
                OctaviaServer.SECURITY_TOKEN,
                Instant.MAX);
        this.gate = new Gate(tokens, keys);
        this.identity = new Identity(clock, tokens, keys);
        this.routes = new Routes(state, new Certificates(clock));
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public String endpoint() {
        return "";
    }

    @Override
    public String call(RecordedRequest request) {
        return request.method() + " " + request.path();
    }

    @Override
    public boolean isForService(RecordedRequest request) {
        String path = request.path() + "/";
        return Stream.of("/" + IDENTITY + "/", "/v3/", "/v3.0/").noneMatch(path::startsWith);
    }

    /** A query that is sent with POST asks for no change. */
    @Override
    public boolean isWrite(RecordedRequest request) {
        return isForService(request)
                && !Set.of("GET", "HEAD", "OPTIONS").contains(request.method())
                && !request.path().endsWith("/resource_instances/action");
    }

    @Override
    public Answer throttled(Duration retryAfter) {
        return OtcErrors.answer(429, "APIGW.0308", "The throttling threshold has been reached")
                .retryAfter(retryAfter);
    }

    @Override
    public Answer failed() {
        return OtcErrors.answer(500, "ELB.8906", "Internal error.");
    }

    @Override
    public synchronized Answer answer(RecordedRequest request) {
        try {
            List<String> path = Text.segments(request.path());
            if (isForService(request)) {
                return service(path, request);
            }
            return identity.answer(path.get(0).equals(IDENTITY) ? path.subList(1, path.size()) : path, request);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (BadSignature bad) {
            return OtcErrors.notAuthenticated(bad.text());
        }
    }

    private Answer service(List<String> sent, RecordedRequest request) {
        boolean otherPath =
                sent.size() > 3 && sent.get(0).equals("v2") && sent.get(2).equals("elb");
        List<String> path = otherPath
                ? Stream.concat(Stream.of("v2.0", "lbaas"), sent.stream().skip(3))
                        .toList()
                : sent;
        Optional<Operation> operation = Table.find(request.method(), path);
        if (operation.isEmpty()) {
            return OtcErrors.noSuchApi();
        }
        gate.check(operation.get(), request);
        if (otherPath) {
            gate.checkProject(sent.get(1));
        }
        return routes.answer(operation.get(), operation.get().parameters(path), request);
    }

    @Override
    public synchronized void seed(Map<String, Object> landscape) {
        routes.landscapes().seed(landscape);
    }

    @Override
    public synchronized Map<String, Object> export() {
        return routes.landscapes().export();
    }

    @Override
    public synchronized String add(String kind, @Nullable String ownerId, Map<String, Object> attributes) {
        OtcKind known = known(kind);
        Thing owner = ownerId == null ? null : owner(ownerId, known);
        Map<String, @Nullable Object> all = new LinkedHashMap<>(attributes);
        if (known == OtcKind.MEMBER && owner != null) {
            all.putIfAbsent("subnet_id", owner.loadBalancer().text("vip_subnet_id"));
        }
        return state.add(known, state.newId(known), owner, routes.creation().attributes(known, all))
                .id();
    }

    @Override
    public synchronized List<Map<String, Object>> members(String poolId) {
        return owner(poolId, OtcKind.MEMBER).all(OtcKind.MEMBER).stream()
                .map(member -> (Map<String, Object>) new LinkedHashMap<String, Object>(member.attributes()))
                .toList();
    }

    @Override
    public synchronized void lock(String loadBalancerId, Duration duration) {
        state.locks().byStranger(state.existing(loadBalancerId), duration);
    }

    @Override
    public synchronized void setStatus(String id, String status) {
        state.existing(id).attributes().put("provisioning_status", status);
    }

    @Override
    public synchronized void quota(String kind, int most) {
        state.quota(known(kind), most);
    }

    private static OtcKind known(String kind) {
        return OtcKind.of(kind).orElseThrow(() -> new IllegalArgumentException("There is no kind " + kind));
    }

    private Thing owner(String id, OtcKind kind) {
        Thing owner = state.existing(id);
        if (Branch.below(owner.kind()).stream().noneMatch(branch -> branch.kind() == kind)) {
            throw new IllegalArgumentException("A " + kind.group() + " does not belong to a "
                    + owner.kind().group() + " such as " + id);
        }
        return owner;
    }

    @Override
    public synchronized void temporaryAccessKeyEnds(Instant end) {
        keys.ends(OctaviaServer.TEMPORARY_ACCESS_KEY_ID, end);
    }

    @Override
    public synchronized void lockAfterWrite(Duration duration) {
        state.locks().afterWrite(duration);
    }
}
