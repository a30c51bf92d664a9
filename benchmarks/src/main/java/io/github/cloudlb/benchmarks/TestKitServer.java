package io.github.cloudlb.benchmarks;

import io.github.cloudlb.testkit.AlbServer;
import io.github.cloudlb.testkit.OctaviaServer;

import java.io.IOException;
import java.net.URI;

/** A server of the test kit with many load balancers or server groups, each with many members or servers. */
final class TestKitServer {
    private TestKitServer() {}

    /**
     * Prints its port and what its state holds of the heap, and serves until its input ends. Arguments: {@code octavia} or
     * {@code alb}, how many, and how many of each.
     */
    public static void main(String[] args) throws IOException {
        int containers = Integer.parseInt(args[1]);
        int each = Integer.parseInt(args[2]);
        if (args[0].equals("octavia")) {
            try (OctaviaServer octavia = OctaviaServer.start()) {
                long empty = heap();
                for (int i = 0; i < containers; i++) {
                    String pool = octavia.addPool(octavia.addLoadBalancer("lb-" + i), "pool-" + i);
                    for (int j = 0; j < each; j++) {
                        octavia.addMember(pool, "192.0.2." + j, 8080);
                    }
                }
                serve(octavia.uri(), empty);
            }
        } else {
            try (AlbServer alb = AlbServer.start()) {
                long empty = heap();
                for (int i = 0; i < containers; i++) {
                    String group = alb.addServerGroup("group-" + i);
                    for (int j = 0; j < each; j++) {
                        alb.addServer(group, "i-" + j, "Ecs", 8080);
                    }
                }
                serve(alb.uri(), empty);
            }
        }
    }

    private static void serve(URI uri, long empty) throws IOException {
        System.out.println(uri.getPort() + " " + (heap() - empty));
        while (System.in.read() >= 0) {
            // serving
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
