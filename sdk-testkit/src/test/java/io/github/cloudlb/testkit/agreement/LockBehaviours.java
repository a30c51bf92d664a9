package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

@Area("Locks")
abstract class LockBehaviours extends TreeBehaviours {
    private static final String IMMUTABLE = " is immutable and cannot be updated.";

    LockBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void writesToTheMembersNameThePool() {
        whileAMemberIsChanged(id -> {
            String expected = "409 Pool " + pool + IMMUTABLE;
            assertThat(lbaas.delete(member(id)).told()).isEqualTo(expected);
            assertThat(lbaas.put(member(id), "{'member':{}}").told()).isEqualTo(expected);
            assertThat(lbaas.put("/pools/" + pool + "/members", "{'members':[]}")
                            .told())
                    .isEqualTo(expected);
            assertThat(lbaas.post(
                                    "/pools/" + pool + "/members",
                                    "{'member':{'address':'192.0.2.99','protocol_port':80}}")
                            .told())
                    .isEqualTo(expected);
        });
    }

    @Test
    void writesToAnotherPoolsMembersNameTheLoadBalancer() {
        String other = newPool();
        whileAMemberIsChanged(id -> assertThat(lbaas.post(
                                "/pools/" + other + "/members",
                                "{'member':{'address':'192.0.2.99','protocol_port':80}}")
                        .told())
                .isEqualTo("409 Load Balancer " + lb + IMMUTABLE));
    }

    @Test
    void writesToPoolsAndListenersNameTheLoadBalancer() {
        whileAMemberIsChanged(id -> {
            String expected = "409 Load Balancer " + lb + IMMUTABLE;
            assertThat(lbaas.put("/pools/" + pool, "{'pool':{'name':'x'}}").told())
                    .isEqualTo(expected);
            assertThat(lbaas.delete("/pools/" + pool).told()).isEqualTo(expected);
            assertThat(lbaas.put("/listeners/" + listener, "{'listener':{'name':'x'}}")
                            .told())
                    .isEqualTo(expected);
            assertThat(lbaas.delete("/listeners/" + listener).told()).isEqualTo(expected);
        });
    }

    @Test
    void newPoolsAndListenersNameTheLoadBalancer() {
        whileAMemberIsChanged(id -> {
            String expected = "409 Load Balancer " + lb + IMMUTABLE;
            assertThat(lbaas.post(
                                    "/listeners",
                                    "{'listener':{'loadbalancer_id':'%s','protocol':'HTTP','protocol_port':%d}}"
                                            .formatted(lb, newPort()))
                            .told())
                    .isEqualTo(expected);
            assertThat(lbaas.post(
                                    "/pools",
                                    "{'pool':{'loadbalancer_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}"
                                            .formatted(lb))
                            .told())
                    .isEqualTo(expected);
        });
    }

    @Test
    void writesToTheLoadBalancerNameItsState() {
        whileAMemberIsChanged(id -> {
            String expected = "409 Invalid state PENDING_UPDATE of loadbalancer resource " + lb;
            assertThat(lbaas.put("/loadbalancers/" + lb, "{'loadbalancer':{'name':'x'}}")
                            .told())
                    .isEqualTo(expected);
            assertThat(lbaas.delete("/loadbalancers/" + lb + "?cascade=true").told())
                    .isEqualTo(expected);
        });
    }

    @Test
    void thatThereAreChildrenIsSeenBeforeTheLock() {
        whileAMemberIsChanged(
                id -> assertThat(lbaas.delete("/loadbalancers/" + lb).told())
                        .isEqualTo("400 Validation failure: Cannot delete Load Balancer " + lb + " - it has children"));
    }

    @Test
    void readsGoOn() {
        whileAMemberIsChanged(id -> {
            assertThat(lbaas.get("/loadbalancers/" + lb).told()).isEqualTo("200");
            assertThat(lbaas.get(member(id)).told()).isEqualTo("200");
            assertThat(lbaas.get("/pools/" + pool + "/members").told()).isEqualTo("200");
        });
    }

    @Test
    void whatIsNotThereIsSeenBeforeTheLock() {
        whileAMemberIsChanged(id ->
                assertThat(lbaas.delete(member(NOBODY)).told()).isEqualTo("404 Member " + NOBODY + " not found."));
    }

    @Test
    void whatIsMalformedIsSeenBeforeTheLock() {
        whileAMemberIsChanged(id -> assertThat(
                        lbaas.put(member(id), "{'member':{'weight':257}}").told())
                .isEqualTo("400 Invalid input for field/attribute weight. Value: '257'. Value should be lower or equal"
                        + " to 256"));
    }

    @Test
    void aDuplicateIsSeenAfterTheLock() {
        whileAMemberIsChanged(id -> {
            String address = lbaas.get(member(id)).get("address");
            assertThat(lbaas.post(
                                    "/pools/" + pool + "/members",
                                    "{'member':{'address':'" + address + "','protocol_port':80}}")
                            .told())
                    .isEqualTo("409 Pool " + pool + IMMUTABLE);
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
}
