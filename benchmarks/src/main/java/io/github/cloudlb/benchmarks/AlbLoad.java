package io.github.cloudlb.benchmarks;

import io.github.cloudlb.core.Parameter;
import io.github.cloudlb.core.signing.AccessKey;
import io.github.cloudlb.core.signing.Acs3Signer;
import io.github.cloudlb.core.signing.SigningRequest;
import io.github.cloudlb.testkit.AlbServer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Requests a second that an ALB of the test kit answers on one processor, each with its signature verified. */
final class AlbLoad {
    private static final int CONNECTIONS = 4;
    private static final Pattern GROUP = Pattern.compile("\"ServerGroupId\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"NextToken\":\"([^\"]+)\"");
    private static final AccessKey KEY = AccessKey.of(AlbServer.ACCESS_KEY_ID, AlbServer.ACCESS_KEY_SECRET);

    private final Acs3Signer signer = new Acs3Signer();
    private final List<Path> classPath;
    private final int calls;
    private final List<String> rows = new ArrayList<>();

    AlbLoad(List<Path> classPath, int calls) {
        this.classPath = classPath;
        this.calls = calls;
    }

    List<String> measured() throws IOException, InterruptedException {
        try (LoadedServer server = new LoadedServer(classPath, "alb")) {
            String what = LoadedServer.CONTAINERS + " server groups with " + LoadedServer.EACH + " servers each: heap";
            rows.add(TestKit.row("alb: " + what, "MB", server.megabytes(), 0));
            List<PlainClient> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(new PlainClient(server.port(), ""));
            }
            load(clients);
            for (PlainClient client : clients) {
                client.close();
            }
        }
        return rows;
    }

    private void load(List<PlainClient> clients) throws IOException, InterruptedException {
        List<String> groups = groups(clients.get(0));
        IntFunction<Parameter> group = i -> new Parameter("ServerGroupId", groups.get(i % groups.size()));
        String servers = "ListServerGroupServers";
        rate(
                "list the " + LoadedServer.EACH + " servers of a group",
                servers,
                clients,
                i -> List.of(new Parameter("MaxResults", "100"), group.apply(i)));
        rate("a page of 20 servers", servers, clients, i -> List.of(new Parameter("MaxResults", "20"), group.apply(i)));
        rate(
                "a page of 20 server groups",
                "ListServerGroups",
                clients,
                i -> List.of(new Parameter("MaxResults", "20")));
        rate(
                "remove a server",
                "RemoveServersFromServerGroup",
                clients,
                i -> List.of(
                        group.apply(i),
                        new Parameter("Servers.1.Port", "8080"),
                        new Parameter("Servers.1.ServerId", "i-" + i / groups.size()),
                        new Parameter("Servers.1.ServerType", "Ecs")));
    }

    private List<String> groups(PlainClient client) throws IOException {
        List<String> groups = new ArrayList<>();
        List<Parameter> page = List.of(new Parameter("MaxResults", "100"));
        while (!page.isEmpty()) {
            String body = call(client, "ListServerGroups", page);
            GROUP.matcher(body).results().forEach(id -> groups.add(id.group(1)));
            Matcher next = NEXT.matcher(body);
            page = next.find()
                    ? List.of(new Parameter("MaxResults", "100"), new Parameter("NextToken", next.group(1)))
                    : List.of();
        }
        return groups;
    }

    private void rate(String what, String action, List<PlainClient> clients, IntFunction<List<Parameter>> parameters)
            throws InterruptedException {
        double rate = Rate.of(clients, calls, (client, i) -> call(client, action, parameters.apply(i)));
        rows.add(TestKit.row("alb: " + what, "requests/s", rate, TestKit.REQUESTS));
    }

    private String call(PlainClient client, String action, List<Parameter> parameters) throws IOException {
        List<Parameter> headers =
                List.of(new Parameter("x-acs-action", action), new Parameter("x-acs-version", "2020-06-16"));
        SigningRequest request = new SigningRequest("POST", "127.0.0.1", "/", parameters, headers, null);
        List<Parameter> all = new ArrayList<>(headers);
        all.addAll(signer.sign(request, KEY, Instant.now(), UUID.randomUUID().toString()));
        PlainClient.Answer answer =
                client.answer("POST", "/?" + joined(parameters, "=", "&"), joined(all, ": ", "\r\n") + "\r\n", "");
        if (answer.status() != 200) {
            throw new IllegalStateException(action + ": " + answer);
        }
        return answer.body();
    }

    private static String joined(List<Parameter> parameters, String between, String after) {
        return parameters.stream()
                .map(one -> one.name() + between + one.value())
                .collect(Collectors.joining(after));
    }
}
