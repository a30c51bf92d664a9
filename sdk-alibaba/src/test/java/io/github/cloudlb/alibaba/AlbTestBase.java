package io.github.cloudlb.alibaba;

import io.github.cloudlb.alibaba.servergroup.ServerGroups;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.RetryPolicy;
import io.github.cloudlb.testkit.AlbBackend;
import io.github.cloudlb.testkit.AlbServer;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.AfterEach;

import java.util.List;
import java.util.stream.IntStream;

/** An ALB with one server group, a client of it, and a time of their own. */
abstract class AlbTestBase {
    static final String REMOVE = "RemoveServersFromServerGroup";
    static final String LIST = "ListServerGroupServers";
    static final String JOBS = "ListAsynJobs";

    final VirtualTime time = new VirtualTime();
    final AlbServer server = AlbServer.start(time);
    final AlbClient client = builder().build();
    final ServerGroups groups = client.serverGroups();
    final String group = server.addServerGroup("web");

    AlbClient.Builder builder() {
        return AlbClient.builder()
                .endpoint(server.uri())
                .credentials(AlibabaCredentials.of(AlbServer.ACCESS_KEY_ID, AlbServer.ACCESS_KEY_SECRET))
                .time(time);
    }

    /** A client that sends everything once. */
    AlbClient once() {
        return builder().retries(RetryPolicy.never()).build();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /** Puts so many instances into the group, i-0 and on. */
    List<ServerRef> servers(int count) {
        List<ServerRef> servers = IntStream.range(0, count)
                .mapToObj(i -> ServerRef.ecs("i-" + i, 80))
                .toList();
        servers.forEach(one -> server.addServer(group, one.serverId(), "Ecs", 80));
        return servers;
    }

    List<String> serversLeft() {
        return server.servers(group).stream().map(AlbBackend::serverId).toList();
    }

    List<RecordedRequest> removals() {
        return server.requests().stream()
                .filter(request -> request.call().equals(REMOVE))
                .toList();
    }

    static List<String> serverIds(RecordedRequest removal) {
        return removal.parameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().endsWith(".ServerId"))
                .map(parameter -> parameter.getValue().get(0))
                .toList();
    }

    static String token(RecordedRequest request) {
        return request.parameters().getOrDefault("ClientToken", List.of()).stream()
                .findFirst()
                .orElse("");
    }

    static String error(String code) {
        return "{\"Code\": \"" + code + "\", \"Message\": \"scripted\", \"RequestId\": \"req-1\", \"HostId\": \"h\"}";
    }
}
