package io.github.cloudlb.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;

/**
 * Both clouds, on servers inside this process: no account and no network needed, and no time, since clients and servers
 * go by clocks that their pauses move. They run side by side and are told one after the other.
 */
public final class Tour {
    private Tour() {}

    public static void main(String[] args) {
        CompletableFuture<String> alibaba = CompletableFuture.supplyAsync(Tour::alibaba);
        RemoveMember.onEmbeddedServer(new Story(System.out));
        ChangeMembers.onEmbeddedServer(new Story(System.out));
        System.out.println(alibaba.join());
    }

    private static String alibaba() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        RemoveServers.onEmbeddedServer(new Story(new PrintStream(told, false, UTF_8)));
        return told.toString(UTF_8);
    }
}
