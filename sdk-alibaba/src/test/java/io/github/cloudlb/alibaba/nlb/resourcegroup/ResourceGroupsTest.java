package io.github.cloudlb.alibaba.nlb.resourcegroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.nlb.common.ResourceType;
import io.github.cloudlb.core.InvalidInputException;
import org.junit.jupiter.api.Test;

class ResourceGroupsTest extends NlbWireTestBase {
    @Test
    @Pins(value = "MoveResourceGroup", in = "nlb")
    void takeOverAResource() {
        answer("""
                {"RequestId": "req-1", "HttpStatusCode": 200, "Success": true, "Data": {"ResourceId": "nlb-1"}}
                """);

        MovedResource moved = nlb.resourceGroups().moveResourceGroup(move(ResourceType.LOADBALANCER));

        assertSent(
                "MoveResourceGroup",
                "NewResourceGroupId=rg-1",
                "RegionId=cn-hangzhou",
                "ResourceId=nlb-1",
                "ResourceType=loadbalancer");
        assertThat(moved)
                .isEqualTo(MovedResource.builder()
                        .requestId("req-1")
                        .httpStatusCode(200)
                        .success(true)
                        .data(MovedResourceData.builder().resourceId("nlb-1").build())
                        .build());
    }

    @Test
    void takeNoListener() {
        assertThatThrownBy(() -> nlb.resourceGroups().moveResourceGroup(move(ResourceType.LISTENER)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("ResourceType: \"listener\" is not allowed");
        assertThat(cloud.requests()).isEmpty();
    }

    private static MoveResourceGroup move(ResourceType type) {
        return MoveResourceGroup.builder()
                .resourceGroupId("rg-1")
                .regionId("cn-hangzhou")
                .resourceId("nlb-1")
                .resourceType(type)
                .build();
    }
}
