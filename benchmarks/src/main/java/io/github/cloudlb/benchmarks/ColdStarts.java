package io.github.cloudlb.benchmarks;

import io.github.cloudlb.alibaba.servergroup.ServerRef;
import okhttp3.Request;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVM start to first answer, by turns with and without the SDK, each on the class path its user would have. */
final class ColdStarts {
    private static final double TARGET = 1.25;

    private final int starts;
    private final List<Ratio> results = new ArrayList<>();

    ColdStarts(int starts) {
        this.starts = starts;
    }

    List<Ratio> measured(URI endpoint, ClassPaths classPaths) throws IOException, InterruptedException {
        Request removesMember = Clients.captured(http ->
                Clients.openStack(endpoint).httpClient(http).build().pools().removeMember(Texts.POOL, Texts.MEMBER));
        compare(
                "Cold start: OpenStack, token given",
                raw(classPaths, removesMember),
                Java.command(classPaths.openStack(), ColdOpenStack.class, endpoint.toString()));
        Request removesServer = Clients.captured(http -> Clients.alb(endpoint)
                .httpClient(http)
                .build()
                .serverGroups()
                .removeServersFromServerGroup(Texts.GROUP, List.of(ServerRef.ecs("i-bp67acfmxazb4p1000", 80))));
        compare(
                "Cold start: ALB, signed",
                raw(classPaths, removesServer),
                Java.command(classPaths.alibaba(), ColdAlb.class, endpoint.toString()));
        return results;
    }

    private static List<String> raw(ClassPaths classPaths, Request request) {
        List<String> arguments =
                new ArrayList<>(List.of(request.method(), request.url().toString()));
        request.headers().forEach(header -> {
            arguments.add(header.getFirst());
            arguments.add(header.getSecond());
        });
        return Java.command(classPaths.okHttp(), ColdRaw.class, arguments.toArray(new String[0]));
    }

    private void compare(String what, List<String> raw, List<String> sdk) throws IOException, InterruptedException {
        Ratio wall = new Ratio(what, "ms", TARGET);
        Ratio cpu = new Ratio(what, "ms CPU", TARGET);
        Ratio classes = new Ratio(what, "classes loaded", 0);
        classes.add(Java.loadedClasses(raw), Java.loadedClasses(sdk));
        for (int start = 0; start < starts; start++) {
            boolean rawFirst = start % 2 == 0;
            double[] first = Java.timed(rawFirst ? raw : sdk);
            double[] second = Java.timed(rawFirst ? sdk : raw);
            double[] ofRaw = rawFirst ? first : second;
            double[] ofSdk = rawFirst ? second : first;
            wall.add(1000 * ofRaw[0], 1000 * ofSdk[0]);
            cpu.add(1000 * ofRaw[1], 1000 * ofSdk[1]);
        }
        results.addAll(List.of(wall, cpu, classes));
    }

    /** What Maven puts on the class path of a program that uses one module, and what OkHttp alone needs of it. */
    record ClassPaths(List<Path> openStack, List<Path> alibaba, List<Path> okHttp) {}
}
