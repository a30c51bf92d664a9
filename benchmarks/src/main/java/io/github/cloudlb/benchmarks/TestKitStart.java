package io.github.cloudlb.benchmarks;

import io.github.cloudlb.testkit.AlbServer;
import io.github.cloudlb.testkit.OctaviaServer;

import java.io.IOException;
import java.net.URI;

/** In a JVM that has done nothing else: from start() to the first answer; then a reset. Prints both, in milliseconds. */
final class TestKitStart {
    private TestKitStart() {}

    /** Argument: {@code octavia} or {@code alb}. */
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        if (args[0].equals("octavia")) {
            try (OctaviaServer octavia = OctaviaServer.start()) {
                tell(start, octavia.uri(), octavia::reset);
            }
        } else {
            try (AlbServer alb = AlbServer.start()) {
                tell(start, alb.uri(), alb::reset);
            }
        }
    }

    private static void tell(long start, URI uri, Runnable reset) throws IOException {
        try (PlainClient client = new PlainClient(uri.getPort(), "")) {
            client.status("GET", uri.getPath() + "/");
        }
        long answered = System.nanoTime();
        reset.run();
        long clean = System.nanoTime();
        System.out.println((answered - start) / 1e6 + " " + (clean - answered) / 1e6);
    }
}
