package io.github.cloudlb.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests a second that an Octavia of the test kit answers on one processor, called from another. */
final class OctaviaLoad {
    private static final int CONNECTIONS = 4;
    private static final String POOLS = "/load-balancer/v2.0/lbaas/pools";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String LOGIN = "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":"
            + "{\"name\":\"demo\",\"password\":\"testkit-password\",\"domain\":{\"name\":\"Default\"}}}},\"scope\":"
            + "{\"project\":{\"name\":\"demo\",\"domain\":{\"name\":\"Default\"}}}}}";

    private final List<Path> classPath;
    private final int calls;
    private final List<String> rows = new ArrayList<>();

    OctaviaLoad(List<Path> classPath, int calls) {
        this.classPath = classPath;
        this.calls = calls;
    }

    List<String> measured() throws IOException, InterruptedException {
        try (LoadedServer server = new LoadedServer(classPath, "octavia")) {
            String what = LoadedServer.CONTAINERS + " load balancers with " + LoadedServer.EACH + " members each: heap";
            rows.add(TestKit.row("octavia: " + what, "MB", server.megabytes(), 0));
            load(server.port());
        }
        return rows;
    }

    private void load(int port) throws IOException, InterruptedException {
        List<PlainClient> clients = new ArrayList<>();
        String token;
        try (PlainClient client = new PlainClient(port, "")) {
            token = client.answer("POST", "/identity/v3/auth/tokens", LOGIN).token();
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(new PlainClient(port, "X-Auth-Token: " + token + "\r\n"));
        }
        List<String> pools =
                ids(clients.get(0).answer("GET", POOLS + "?fields=id", "").body());
        IntFunction<String> pool = i -> POOLS + "/" + pools.get(i % pools.size());
        rate(
                "list the " + LoadedServer.EACH + " members of a pool",
                200,
                "GET",
                clients,
                i -> pool.apply(i) + "/members");
        rate("a page of 20 members", 200, "GET", clients, i -> pool.apply(i) + "/members?limit=20");
        rate("a page of 20 load balancers", 200, "GET", clients, i -> POOLS.replace("pools", "loadbalancers?limit=20"));
        List<String> members = members(clients.get(0), pools);
        rate("remove a member", 204, "DELETE", clients, members::get);
        for (PlainClient client : clients) {
            client.close();
        }
    }

    /** One of each pool, then the next of each, so that no call meets the change of the one before. */
    private List<String> members(PlainClient client, List<String> pools) throws IOException {
        List<List<String>> byPool = new ArrayList<>();
        for (String pool : pools) {
            byPool.add(ids(client.answer("GET", POOLS + "/" + pool + "/members?fields=id", "")
                    .body()));
        }
        List<String> paths = new ArrayList<>();
        for (int member = 0; member < LoadedServer.EACH; member++) {
            for (int pool = 0; pool < pools.size(); pool++) {
                paths.add(POOLS + "/" + pools.get(pool) + "/members/"
                        + byPool.get(pool).get(member));
            }
        }
        return paths;
    }

    private void rate(String what, int status, String method, List<PlainClient> clients, IntFunction<String> path)
            throws InterruptedException {
        double rate = Rate.of(clients, calls, (client, i) -> {
            int seen = client.answer(method, path.apply(i), "").status();
            if (seen != status) {
                throw new IllegalStateException(method + " " + path.apply(i) + ": " + seen);
            }
        });
        rows.add(TestKit.row("octavia: " + what, "requests/s", rate, TestKit.REQUESTS));
    }

    private static List<String> ids(String body) {
        List<String> ids = new ArrayList<>();
        for (Matcher id = ID.matcher(body); id.find(); ) {
            ids.add(id.group(1));
        }
        return ids;
    }
}
