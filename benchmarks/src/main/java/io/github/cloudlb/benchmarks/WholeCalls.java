package io.github.cloudlb.benchmarks;

import com.sun.management.ThreadMXBean;
import io.github.cloudlb.alibaba.AlbClient;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.pool.ShowMember;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole calls on loopback, the SDK's and the same bytes sent by OkHttp with the request made beforehand, by turns in one
 * process. Counts the CPU time of all Java threads and what they allocate; the compiler's and the collector's threads
 * serve both sides and cannot be told apart.
 */
final class WholeCalls {
    private static final int WARM_UP = 16_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<Pair> pairs = new ArrayList<>();
    private final int rounds;
    private final int calls;

    private WholeCalls(int rounds, int calls) {
        this.rounds = rounds;
        this.calls = calls;
    }

    /** Arguments: port of the server, rounds, calls of a round, file for the results. */
    public static void main(String[] args) throws IOException {
        URI endpoint = URI.create("http://127.0.0.1:" + args[0]);
        WholeCalls all = new WholeCalls(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        List<ServerRef> servers = List.of(ServerRef.ecs("i-bp67acfmxazb4p1000", 80));
        try (OpenStackClient openstack = Clients.openStack(endpoint).build();
                AlbClient alb = Clients.alb(endpoint).build()) {
            all.compare(
                    "pools().removeMember",
                    Clients.captured(http -> Clients.openStack(endpoint)
                            .httpClient(http)
                            .build()
                            .pools()
                            .removeMember(Texts.POOL, Texts.MEMBER)),
                    () -> openstack.pools().removeMember(Texts.POOL, Texts.MEMBER));
            all.compare(
                    "send(ShowMember)",
                    Clients.captured(http -> Clients.openStack(endpoint)
                            .httpClient(http)
                            .build()
                            .send(ShowMember.of(Texts.POOL, Texts.MEMBER))),
                    () -> openstack.send(ShowMember.of(Texts.POOL, Texts.MEMBER)));
            all.compare(
                    "removeServersFromServerGroup",
                    Clients.captured(http -> Clients.alb(endpoint)
                            .httpClient(http)
                            .build()
                            .serverGroups()
                            .removeServersFromServerGroup(Texts.GROUP, servers)),
                    () -> alb.serverGroups().removeServersFromServerGroup(Texts.GROUP, servers));
            all.measure();
        }
        ArrayList<Ratio> results = new ArrayList<>();
        all.pairs.forEach(pair -> results.addAll(List.of(pair.cpu, pair.bytes)));
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(args[3])))) {
            out.writeObject(results);
        }
        System.exit(0);
    }

    private void compare(String what, Request request, Runnable sdk) {
        OkHttpClient http = Clients.floor();
        Ratio cpu = new Ratio("Whole call: " + what, "µs CPU", 1.25);
        Ratio bytes = new Ratio("Whole call: " + what, "bytes allocated", 1.5);
        pairs.add(new Pair(() -> executed(http, request), sdk, cpu, bytes));
    }

    private void measure() {
        for (int warmUp = 0; warmUp < WARM_UP / calls; warmUp++) {
            for (Pair pair : pairs) {
                measured(pair.floor);
                measured(pair.sdk);
            }
        }
        for (int round = 0; round < rounds; round++) {
            boolean floorFirst = round % 2 == 0;
            for (Pair pair : pairs) {
                Cost first = measured(floorFirst ? pair.floor : pair.sdk);
                Cost second = measured(floorFirst ? pair.sdk : pair.floor);
                Cost floor = floorFirst ? first : second;
                Cost sdk = floorFirst ? second : first;
                pair.cpu.add(floor.micros, sdk.micros);
                pair.bytes.add(floor.bytes, sdk.bytes);
            }
        }
    }

    private static void executed(OkHttpClient http, Request request) {
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful() || response.body().bytes().length > 1_000_000) {
                throw new IllegalStateException("unexpected answer " + response);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Cost measured(Runnable call) {
        long[] threads = THREADS.getAllThreadIds();
        long nanos = sum(THREADS.getThreadCpuTime(threads));
        long bytes = sum(THREADS.getThreadAllocatedBytes(threads));
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        threads = THREADS.getAllThreadIds();
        return new Cost(
                (sum(THREADS.getThreadCpuTime(threads)) - nanos) / 1e3 / calls,
                (sum(THREADS.getThreadAllocatedBytes(threads)) - bytes) / (double) calls);
    }

    private static long sum(long[] ofThreads) {
        long sum = 0;
        for (long each : ofThreads) {
            sum += Math.max(each, 0);
        }
        return sum;
    }

    private record Pair(Runnable floor, Runnable sdk, Ratio cpu, Ratio bytes) {}

    private record Cost(double micros, double bytes) {}
}
