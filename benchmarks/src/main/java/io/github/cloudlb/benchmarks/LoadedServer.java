package io.github.cloudlb.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server of the test kit in a process of its own, which has one processor, full of resources. */
final class LoadedServer implements AutoCloseable {
    /** Load balancers of Octavia, server groups of ALB. */
    static final int CONTAINERS = 1000;
    /** Members or servers of each. */
    static final int EACH = 100;

    private final Process process;
    private final int port;
    private final double megabytes;

    LoadedServer(List<Path> classPath, String cloud) throws IOException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
        List<String> java =
                Java.command(classPath, TestKitServer.class, cloud, String.valueOf(CONTAINERS), String.valueOf(EACH));
        command.add(java.get(0));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g"));
        command.addAll(java.subList(1, java.size()));
        this.process = Java.start(command);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String[] full = said.readLine().split(" ", 2);
        this.port = Integer.parseInt(full[0]);
        this.megabytes = Double.parseDouble(full[1]) / 1e6;
    }

    int port() {
        return port;
    }

    /** What the resources take of the heap. */
    double megabytes() {
        return megabytes;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
