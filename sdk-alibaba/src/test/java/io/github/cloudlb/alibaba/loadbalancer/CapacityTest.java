package io.github.cloudlb.alibaba.loadbalancer;

import static io.github.cloudlb.alibaba.loadbalancer.LoadBalancerChangesTest.CONFIRMED;
import static io.github.cloudlb.alibaba.loadbalancer.LoadBalancerChangesTest.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Confirmation;
import org.junit.jupiter.api.Test;

import java.time.Instant;

/** Capacity that is kept ready for a load balancer. */
class CapacityTest extends WireTestBase {
    private static final MinimumCapacity MINIMUM =
            MinimumCapacity.builder().capacityUnits(500).build();

    @Test
    @Pins("DescribeCapacityReservation")
    void isToldForEachZone() {
        answer("""
                {"CapacityReservationState": [
                    {"AvailabilityZone": "zone-a", "EffectiveCapacityUnits": 250.5, "Status": "Provisioned"},
                    {"AvailabilityZone": "zone-b", "EffectiveCapacityUnits": 0, "Reason": "INSUFFICIENT_CAPACITY",
                        "Status": "Failed"}],
                 "DecreaseRequestsRemaining": 2, "LastModifiedTime": "2025-08-22 05:06:58",
                 "MinimumLoadBalancerCapacity": {"CapacityUnits": 500}, "RequestId": "req-1"}
                """);

        CapacityReservation reserved = client.loadBalancers().describeCapacityReservation("alb-1");

        assertSent("DescribeCapacityReservation", "LoadBalancerId=alb-1");
        assertThat(reserved)
                .isEqualTo(CapacityReservation.builder()
                        .addZones(
                                ZoneCapacity.builder()
                                        .availabilityZone("zone-a")
                                        .effectiveCapacityUnits(250.5)
                                        .status("Provisioned")
                                        .build(),
                                ZoneCapacity.builder()
                                        .availabilityZone("zone-b")
                                        .effectiveCapacityUnits(0)
                                        .reason("INSUFFICIENT_CAPACITY")
                                        .status("Failed")
                                        .build())
                        .decreaseRequestsRemaining(2)
                        .lastModifiedTime(Instant.parse("2025-08-22T05:06:58Z"))
                        .minimumCapacity(MINIMUM)
                        .requestId("req-1")
                        .build());
        assertThat(reserved.unlisted()).isEmpty();
    }

    @Test
    @Pins("ModifyCapacityReservation")
    void isReservedOrNoMore() {
        answer(DONE);

        Confirmation done = client.loadBalancers()
                .modifyCapacityReservation(ModifyCapacityReservation.builder()
                        .loadBalancerId("alb-1")
                        .minimumCapacity(MINIMUM)
                        .resetCapacityReservation(false)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "ModifyCapacityReservation",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "MinimumLoadBalancerCapacity.CapacityUnits=500",
                "ResetCapacityReservation=false");
        assertThat(done).isEqualTo(CONFIRMED);
    }
}
