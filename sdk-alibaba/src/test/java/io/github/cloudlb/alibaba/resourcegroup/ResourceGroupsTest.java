package io.github.cloudlb.alibaba.resourcegroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.common.ResourceType;
import org.junit.jupiter.api.Test;

/** Moves between resource groups as they go over the wire. */
class ResourceGroupsTest extends WireTestBase {
    @Test
    @Pins("MoveResourceGroup")
    void takeInWhatIsMoved() {
        answer("{\"RequestId\": \"req-1\"}");

        Confirmation done = client.resourceGroups().moveResourceGroup("rg-2", "alb-1", ResourceType.LOADBALANCER);

        assertSent("MoveResourceGroup", "NewResourceGroupId=rg-2", "ResourceId=alb-1", "ResourceType=loadbalancer");
        assertThat(done).isEqualTo(Confirmation.builder().requestId("req-1").build());
    }

    @Test
    void takeInNoListener() {
        assertRefused(
                MoveResourceGroup.of("rg-2", "lsn-1", ResourceType.LISTENER),
                "ResourceType",
                "listener",
                "one of loadbalancer, acl, securitypolicy, servergroup is");
    }
}
