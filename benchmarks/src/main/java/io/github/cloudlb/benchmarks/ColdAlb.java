package io.github.cloudlb.benchmarks;

import io.github.cloudlb.alibaba.AlbClient;
import io.github.cloudlb.alibaba.servergroup.ServerRef;

import java.net.URI;
import java.util.List;

/** JVM start to first answer of ALB, signature included. */
final class ColdAlb {
    private ColdAlb() {}

    public static void main(String[] args) {
        try (AlbClient alb = Clients.alb(URI.create(args[0])).build()) {
            String job = alb.serverGroups()
                    .removeServersFromServerGroup(Texts.GROUP, List.of(ServerRef.ecs("i-bp67acfmxazb4p1000", 80)))
                    .jobId()
                    .orElse("");
            Runtime.getRuntime().halt(job.isEmpty() ? 1 : 0);
        }
    }
}
