package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

@Area("Locks: how far they reach")
abstract class LockReachBehaviours extends TreeBehaviours {
    private static final String IMMUTABLE = " is immutable and cannot be updated.";

    LockReachBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aChangeOfAMemberLocksTheTreeAboveIt() {
        whileAMemberIsChanged(id -> {
            assertThat(status("/loadbalancers/" + lb)).isEqualTo("PENDING_UPDATE");
            assertThat(status("/listeners/" + listener)).isEqualTo("PENDING_UPDATE");
            assertThat(status("/pools/" + pool)).isEqualTo("PENDING_UPDATE");
            assertThat(status(member(id))).isEqualTo("PENDING_UPDATE");
        });
        settle();

        assertThat(status("/listeners/" + listener)).isEqualTo("ACTIVE");
        assertThat(status("/pools/" + pool)).isEqualTo("ACTIVE");
    }

    @Test
    void otherMembersAndPoolsKeepTheirState() {
        String other = newMember();
        String otherPool = newPool();
        whileAMemberIsChanged(id -> {
            assertThat(status(member(other))).isEqualTo("ACTIVE");
            assertThat(status("/pools/" + otherPool)).isEqualTo("ACTIVE");
        });
    }

    @Test
    void anotherLoadBalancerIsNotLocked() {
        String other = loadBalancer();
        whileAMemberIsChanged(id -> assertThat(lbaas.put("/loadbalancers/" + other, "{'loadbalancer':{'name':'free'}}")
                        .told())
                .isEqualTo("200"));
        settle(other);
    }

    @Test
    void aChangeOfAListenerLeavesItsPoolAlone() {
        cloud.whileNothingIsCarriedOut(() -> {
            lbaas.put("/listeners/" + listener, "{'listener':{'name':'x'}}");

            assertThat(status("/listeners/" + listener)).isEqualTo("PENDING_UPDATE");
            assertThat(status("/loadbalancers/" + lb)).isEqualTo("PENDING_UPDATE");
            assertThat(status("/pools/" + pool)).isEqualTo("ACTIVE");
        });
    }

    @Test
    void aChangeOfAPoolLocksItsListener() {
        cloud.whileNothingIsCarriedOut(() -> {
            lbaas.put("/pools/" + pool, "{'pool':{'name':'x'}}");

            assertThat(status("/listeners/" + listener)).isEqualTo("PENDING_UPDATE");
            assertThat(status("/pools/" + pool)).isEqualTo("PENDING_UPDATE");
        });
    }

    @Test
    void aChangeOfTheLoadBalancerLeavesTheTreeAlone() {
        cloud.whileNothingIsCarriedOut(() -> {
            lbaas.put("/loadbalancers/" + lb, "{'loadbalancer':{'name':'x'}}");

            assertThat(status("/loadbalancers/" + lb)).isEqualTo("PENDING_UPDATE");
            assertThat(status("/listeners/" + listener)).isEqualTo("ACTIVE");
            assertThat(lbaas.put("/pools/" + pool + "/members", "{'members':[]}")
                            .told())
                    .isEqualTo("409 Load Balancer " + lb + IMMUTABLE);
        });
    }

    private void whileAMemberIsChanged(Consumer<String> action) {
        String id = newMember();
        cloud.whileNothingIsCarriedOut(() -> {
            assertThat(lbaas.put(member(id), "{'member':{'weight':2}}").told()).isEqualTo("200");
            action.accept(id);
        });
    }

    private String member(String id) {
        return "/pools/" + pool + "/members/" + id;
    }

    private String status(String path) {
        return lbaas.get(path).get("provisioning_status");
    }
}
