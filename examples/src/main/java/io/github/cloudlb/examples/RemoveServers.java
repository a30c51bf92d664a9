package io.github.cloudlb.examples;

import io.github.cloudlb.alibaba.AlbClient;
import io.github.cloudlb.alibaba.AlibabaCredentials;
import io.github.cloudlb.alibaba.servergroup.ListServerGroupServers;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerGroups;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.ServiceException;
import io.github.cloudlb.testkit.AlbServer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes servers out of a server group: {@code RemoveServers <region> <group id> <instance id>:<port> …} on Alibaba Cloud
 * when {@code ALIBABA_CLOUD_ACCESS_KEY_ID} and so on are set, or without on a server inside this process.
 */
public final class RemoveServers {
    private RemoveServers() {}

    public static void main(String[] args) {
        Story story = new Story(System.out);
        if (System.getenv("ALIBABA_CLOUD_ACCESS_KEY_ID") == null) {
            onEmbeddedServer(story);
            return;
        }
        if (args.length < 3) {
            System.err.println("usage: RemoveServers <region> <group id> <instance id>:<port> …");
            System.exit(2);
        }
        List<ServerRef> servers = new ArrayList<>();
        for (String server : List.of(args).subList(2, args.length)) {
            int colon = server.lastIndexOf(':');
            servers.add(ServerRef.ecs(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1))));
        }
        try (AlbClient alb = AlbClient.builder().region(args[0]).build()) {
            remove(alb.serverGroups(), args[1], servers, story);
        }
    }

    /** What an application does; all the rest here is telling. */
    static void remove(ServerGroups groups, String groupId, List<ServerRef> servers, Story story) {
        story.step("Ask first whether it could be done: a dry run");
        groups.removeServers(groupId, servers, true);
        story.sees("it could");

        story.step("Remove %d servers from group %s", servers.size(), groupId);
        ServerChange change = groups.removeServers(groupId, servers, false);
        for (ServerChange.Call call : change.calls()) {
            story.sees(
                    "%3d servers: request %s, job %s",
                    call.servers().size(), call.requestId(), call.jobId().orElse("none"));
        }

        story.step("Wait until every job has succeeded and the servers are gone");
        change.await(Duration.ofMinutes(2)).forEach(job -> story.sees("job %s: %s", job.id(), job.status()));
    }

    static void onEmbeddedServer(Story story) {
        story.title("Alibaba Cloud: servers leave their group");
        try (AlbServer server = AlbServer.start();
                AlbClient alb = AlbClient.builder()
                        .endpoint(server.uri())
                        .credentials(AlibabaCredentials.of(AlbServer.ACCESS_KEY_ID, AlbServer.ACCESS_KEY_SECRET))
                        .time(server.time())
                        .build()) {
            String groupId = server.addServerGroup("web");
            List<ServerRef> leaving = new ArrayList<>();
            for (int i = 1; i <= 60; i++) {
                server.addServer(groupId, "i-bp" + i, "Ecs", 80);
                leaving.add(ServerRef.ecs("i-bp" + i, 80));
            }
            List<ServerRef> staying = List.of(leaving.remove(59), leaving.remove(58));
            server.jobsTake(Duration.ofSeconds(40));
            story.step("An ALB runs inside this process, at %s; it checks signatures", server.uri());
            story.sees("group %s has %d servers", groupId, leaving.size() + staying.size());

            remove(alb.serverGroups(), groupId, leaving, story);

            story.step("What is left in the group:");
            alb.serverGroups()
                    .listServerGroupServers(ListServerGroupServers.builder()
                            .serverGroupId(groupId)
                            .build())
                    .forEach(left ->
                            story.sees("%s:%d", left.serverId(), left.port().orElse(0)));

            story.step("A dry run that is not passed, since the server is in no such group");
            try {
                alb.serverGroups().removeServers("sgp-nosuch", staying, true);
            } catch (ServiceException refused) {
                story.sees("%s: %s", refused.getClass().getSimpleName(), refused.getMessage());
                story.sees("applied: %s", refused.applied());
            }

            story.step("What the server was asked:");
            story.calls(server.calls());
        }
    }
}
