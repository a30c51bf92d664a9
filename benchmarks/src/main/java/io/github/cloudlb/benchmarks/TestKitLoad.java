package io.github.cloudlb.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests a second that a server of the test kit answers on one processor, called from another. */
final class TestKitLoad {
    private static final int CONNECTIONS = 4;
    private static final int LOAD_BALANCERS = 1000;
    private static final int MEMBERS = 100;
    private static final int WARM_UP = 20_000;
    private static final String POOLS = "/load-balancer/v2.0/lbaas/pools";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String LOGIN = "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":"
            + "{\"name\":\"demo\",\"password\":\"testkit-password\",\"domain\":{\"name\":\"Default\"}}}},\"scope\":"
            + "{\"project\":{\"name\":\"demo\",\"domain\":{\"name\":\"Default\"}}}}}";

    private final List<Path> classPath;
    private final int calls;
    private final List<String> rows = new ArrayList<>();

    TestKitLoad(List<Path> classPath, int calls) {
        this.classPath = classPath;
        this.calls = calls;
    }

    List<String> measured() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
        List<String> java =
                Java.command(classPath, TestKitServer.class, String.valueOf(LOAD_BALANCERS), String.valueOf(MEMBERS));
        command.add(java.get(0));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g"));
        command.addAll(java.subList(1, java.size()));
        Process server = Java.start(command);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
            String[] full = said.readLine().split(" ", 2);
            String what = LOAD_BALANCERS + " load balancers with " + MEMBERS + " members each: heap";
            rows.add(TestKit.row(what, "MB", Double.parseDouble(full[1]) / 1e6, 0));
            load(Integer.parseInt(full[0]));
        } finally {
            server.destroy();
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
        rate("list the " + MEMBERS + " members of a pool", 200, "GET", clients, i -> pool.apply(i) + "/members");
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
        for (int member = 0; member < MEMBERS; member++) {
            for (int pool = 0; pool < pools.size(); pool++) {
                paths.add(POOLS + "/" + pools.get(pool) + "/members/"
                        + byPool.get(pool).get(member));
            }
        }
        return paths;
    }

    private void rate(String what, int status, String method, List<PlainClient> clients, IntFunction<String> path)
            throws InterruptedException {
        AtomicInteger number = new AtomicInteger();
        run(clients, WARM_UP, number, status, method, path);
        long start = System.nanoTime();
        run(clients, WARM_UP + calls, number, status, method, path);
        rows.add(TestKit.row(what, "requests/s", calls / ((System.nanoTime() - start) / 1e9), TestKit.REQUESTS));
    }

    private static void run(
            List<PlainClient> clients,
            int last,
            AtomicInteger number,
            int status,
            String method,
            IntFunction<String> path)
            throws InterruptedException {
        CountDownLatch done = new CountDownLatch(clients.size());
        AtomicReference<Object> failure = new AtomicReference<>();
        for (PlainClient client : clients) {
            new Thread(() -> {
                        try {
                            for (int i = number.getAndIncrement(); i < last; i = number.getAndIncrement()) {
                                int seen =
                                        client.answer(method, path.apply(i), "").status();
                                if (seen != status) {
                                    failure.set(method + " " + path.apply(i) + ": " + seen);
                                }
                            }
                        } catch (IOException broken) {
                            failure.set(broken);
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
        number.set(last);
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get().toString());
        }
    }

    private static List<String> ids(String body) {
        List<String> ids = new ArrayList<>();
        for (Matcher id = ID.matcher(body); id.find(); ) {
            ids.add(id.group(1));
        }
        return ids;
    }
}
