package io.github.cloudlb.examples;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.OpenStackCredentials;
import io.github.cloudlb.openstack.pool.BatchMember;
import io.github.cloudlb.openstack.pool.Pools;
import io.github.cloudlb.testkit.OctaviaServer;

import java.util.List;
import java.util.stream.Stream;

/**
 * Adds and changes members of a pool, and touches no others: {@code ChangeMembers <pool id> <address:port:weight> …} on
 * the cloud that {@code OS_CLOUD} or {@code OS_AUTH_URL} and so on name, or without any of that on a server inside this
 * process. For IPv4 addresses.
 */
public final class ChangeMembers {
    private ChangeMembers() {}

    public static void main(String[] args) {
        Story story = new Story(System.out);
        if (System.getenv("OS_CLOUD") == null && System.getenv("OS_AUTH_URL") == null) {
            onEmbeddedServer(story);
            return;
        }
        if (args.length < 2) {
            System.err.println("usage: ChangeMembers <pool id> <address:port:weight> ...");
            System.exit(2);
        }
        try (OpenStackClient openstack = OpenStackClient.builder().build()) {
            story.step("The cloud: %s", openstack.dialect());
            change(
                    openstack.pools(),
                    args[0],
                    Stream.of(args).skip(1).map(ChangeMembers::member).toList(),
                    story);
        }
    }

    /** What an application does; all the rest here is telling. */
    static void change(Pools pools, String poolId, List<BatchMember> members, Story story) {
        story.step("Add or change %d members of pool %s", members.size(), poolId);
        pools.updateMembers(poolId, members)
                .forEach(member -> story.sees("%s:%d  %s", member.address(), member.protocolPort(), member.outcome()));

        story.step("All members of the pool:");
        pools.listMembers(poolId)
                .forEach(member -> story.sees(
                        "%s:%d  weight %d",
                        member.address(), member.protocolPort(), member.weight().orElse(1)));
    }

    static void onEmbeddedServer(Story story) {
        story.title("OpenStack: several members change, the others stay");
        try (OctaviaServer octavia = OctaviaServer.start();
                OpenStackClient openstack = OpenStackClient.builder()
                        .authUrl(octavia.authUri())
                        .credentials(OpenStackCredentials.password(
                                OctaviaServer.DOMAIN,
                                OctaviaServer.USER,
                                OctaviaServer.PASSWORD,
                                OctaviaServer.PROJECT))
                        .time(octavia.time())
                        .build()) {
            String poolId = octavia.addPool(octavia.addLoadBalancer("web"), "web");
            octavia.addMember(poolId, "192.0.2.10", 8080);
            octavia.addMember(poolId, "192.0.2.11", 8080);
            List<BatchMember> wanted =
                    List.of(member("192.0.2.11:8080:5"), member("192.0.2.12:8080:1"), member("192.0.2.13:8080:1"));
            change(openstack.pools(), poolId, wanted, story);

            story.step("Once more: nothing is sent, for all is as wanted");
            openstack
                    .pools()
                    .updateMembers(poolId, wanted)
                    .forEach(member -> story.sees("%s  %s", member.address(), member.outcome()));

            story.step("Make these the only members, if that removes none");
            try {
                openstack.pools().replaceMembers(poolId, wanted, 0);
            } catch (InvalidInputException tooMany) {
                story.sees("InvalidInputException: %s", tooMany.getMessage());
            }

            story.step("What changed anything at the server:");
            story.calls(octavia.calls().stream()
                    .filter(call -> call.contains("/pools/") && !call.startsWith("GET"))
                    .toList());
        }
    }

    private static BatchMember member(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException(text + " is not address:port:weight");
        }
        return BatchMember.builder()
                .address(parts[0])
                .protocolPort(Integer.parseInt(parts[1]))
                .weight(Integer.parseInt(parts[2]))
                .build();
    }
}
