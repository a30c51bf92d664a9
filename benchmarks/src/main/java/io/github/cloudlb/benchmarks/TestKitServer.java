package io.github.cloudlb.benchmarks;

import io.github.cloudlb.testkit.OctaviaServer;

import java.io.IOException;

/** An Octavia of the test kit with many load balancers, each with a pool of many members. */
final class TestKitServer {
    private TestKitServer() {}

    /** Prints its port and what its state holds of the heap, and serves until its input ends. Arguments: how many, and members of each. */
    public static void main(String[] args) throws IOException {
        int loadBalancers = Integer.parseInt(args[0]);
        int members = Integer.parseInt(args[1]);
        try (OctaviaServer octavia = OctaviaServer.start()) {
            long empty = heap();
            for (int i = 0; i < loadBalancers; i++) {
                String pool = octavia.addPool(octavia.addLoadBalancer("lb-" + i), "pool-" + i);
                for (int j = 0; j < members; j++) {
                    octavia.addMember(pool, "192.0.2." + j, 8080);
                }
            }
            System.out.println(octavia.uri().getPort() + " " + (heap() - empty));
            while (System.in.read() >= 0) {
                // serving
            }
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
