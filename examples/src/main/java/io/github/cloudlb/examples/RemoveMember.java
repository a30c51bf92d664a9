package io.github.cloudlb.examples;

import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.OpenStackCredentials;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.pool.Member;
import io.github.cloudlb.openstack.pool.Pools;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.testkit.OctaviaServer;

import java.time.Duration;

/**
 * Takes a member out of a pool: {@code RemoveMember <pool id> <member id>} on the cloud that {@code OS_CLOUD} or
 * {@code OS_AUTH_URL} and so on name, or without any of that on a server inside this process.
 */
public final class RemoveMember {
    private RemoveMember() {}

    public static void main(String[] args) {
        Story story = new Story(System.out);
        if (System.getenv("OS_CLOUD") == null && System.getenv("OS_AUTH_URL") == null) {
            onEmbeddedServer(story);
            return;
        }
        if (args.length != 2) {
            System.err.println("usage: RemoveMember <pool id> <member id>");
            System.exit(2);
        }
        try (OpenStackClient openstack = OpenStackClient.builder().build()) {
            remove(openstack.pools(), args[0], args[1], story);
        }
    }

    /** What an application does; all the rest here is telling. */
    static void remove(Pools pools, String poolId, String memberId, Story story) {
        story.step("Remove member %s from pool %s", memberId, poolId);
        Removal removal = pools.removeMember(poolId, memberId);
        story.sees("%s", removal);

        story.step("What is left in the pool:");
        pools.listMembers(poolId).forEach(member -> story.sees("%s", shown(member)));
    }

    static void onEmbeddedServer(Story story) {
        story.title("OpenStack: a member leaves its pool");
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
            String loadBalancerId = octavia.addLoadBalancer("web");
            String poolId = octavia.addPool(loadBalancerId, "web");
            String memberId = octavia.addMember(poolId, "192.0.2.10", 8080);
            octavia.addMember(poolId, "192.0.2.11", 8080);
            octavia.lockAfterWrite(Duration.ofSeconds(2));
            story.step("A Keystone and an Octavia run inside this process, at %s", octavia.uri());
            story.sees("pool %s has the members", poolId);
            openstack.pools().listMembers(poolId).forEach(member -> story.sees("  %s", shown(member)));

            octavia.lockedByStranger(loadBalancerId, Duration.ofMinutes(1));
            story.step("Somebody else changes the load balancer: for a minute it refuses everything with 409");

            Duration before = octavia.time().elapsed();
            remove(openstack.pools(), poolId, memberId, story);
            story.sees(
                    "(the lock was waited out: %d s of the time of client and server, no 409 came up here)",
                    octavia.time().elapsed().minus(before).toSeconds());

            story.step("Remove it once more");
            story.sees("%s", openstack.pools().removeMember(poolId, memberId));

            story.step("Remove it from a pool that does not exist");
            try {
                openstack.pools().removeMember("00000000-0000-0000-0000-000000000000", memberId);
            } catch (NotFoundException noSuchPool) {
                story.sees("NotFoundException: %s", noSuchPool.getMessage());
                story.sees("applied: %s", noSuchPool.applied());
            }

            story.step("What the server was asked, waiting included:");
            story.calls(octavia.calls());
        }
    }

    private static String shown(Member member) {
        return "%s:%d  %s  %s"
                .formatted(
                        member.address(),
                        member.protocolPort(),
                        member.id(),
                        member.provisioningStatus()
                                .map(ProvisioningStatus::value)
                                .orElse(""));
    }
}
