package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.internal.http.Json;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tests side by side, each with a server of its own. */
class ParallelTest {
    private static final int TESTS = 64;

    @Test
    void testsInOneJvmDoNotSeeEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TESTS);
        CyclicBarrier allAtOnce = new CyclicBarrier(TESTS);
        List<Future<String>> seen = new ArrayList<>();
        try {
            for (int i = 0; i < TESTS; i++) {
                String name = "web-" + i;
                seen.add(threads.submit(() -> {
                    try (OctaviaServer octavia = OctaviaServer.start()) {
                        allAtOnce.await();
                        return change(octavia, name, allAtOnce);
                    }
                }));
            }
            for (int i = 0; i < TESTS; i++) {
                assertThat(seen.get(i).get()).isEqualTo("[web-" + i + "] 1 write, 1 minute");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Makes a load balancer while all others do, lets a minute pass, and tells what is there. */
    private static String change(OctaviaServer octavia, String name, CyclicBarrier allAtOnce) throws Exception {
        octavia.time().advance(Duration.ofMinutes(1));
        String token = new Browser(octavia.authUri(), "Content-Type", "application/json")
                .post("/auth/tokens", KeystoneTest.password(OctaviaServer.PASSWORD))
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
        Browser client = new Browser(octavia.uri(), "Content-Type", "application/json", "X-Auth-Token", token);
        String subnet = "6a1c6d50-0000-4000-8000-000000000002";
        client.post(
                "/v2.0/lbaas/loadbalancers",
                "{\"loadbalancer\":{\"name\":\"" + name + "\",\"vip_subnet_id\":\"" + subnet + "\"}}");
        allAtOnce.await();
        List<String> names = new ArrayList<>();
        Json.read(client.get("/v2.0/lbaas/loadbalancers").body())
                .orElseThrow()
                .path("loadbalancers")
                .forEach(one -> names.add(one.path("name").asText()));
        long writes =
                octavia.calls().stream().filter(call -> call.startsWith("POST")).count();
        return names + " " + writes + " write, " + octavia.time().elapsed().toMinutes() + " minute";
    }
}
