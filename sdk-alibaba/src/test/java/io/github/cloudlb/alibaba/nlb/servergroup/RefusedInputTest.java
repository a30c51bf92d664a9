package io.github.cloudlb.alibaba.nlb.servergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerType;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

/** What the service would surely refuse never leaves. */
class RefusedInputTest extends NlbWireTestBase {
    @AfterEach
    void nothingWasSent() {
        assertThat(cloud.requests()).isEmpty();
    }

    @Test
    void noServers() {
        assertRefused(
                RemoveServersFromServerGroup.of("sgp-1", List.of()),
                "Servers: \"0 entries\" is not allowed, but 1 to 200 are");
        assertRefused(
                AddServersToServerGroup.of("sgp-1", List.of()),
                "Servers: \"0 entries\" is not allowed, but 1 to 200 are");
    }

    @Test
    void moreServersThanACallTakes() {
        assertRefused(
                RemoveServersFromServerGroup.of("sgp-1", Collections.nCopies(201, ServerRef.ecs("i-1", 80))),
                "Servers: \"201 entries\" is not allowed, but 1 to 200 are");
    }

    @Test
    void aFunctionWhichOnlyTheOtherServiceHas() {
        assertRefused(
                RemoveServersFromServerGroup.of("sgp-1", List.of(ServerRef.fc("acs:fc:f"))),
                "Servers[0].ServerType: \"Fc\" is not allowed, but one of Ecs, Eni, Eci, Ip is");
    }

    @Test
    void noServerWithoutAPort() {
        ServerRef anyPort =
                ServerRef.builder().serverId("i-1").serverType(ServerType.ECS).build();

        nlb.check(RemoveServersFromServerGroup.of("sgp-1", List.of(anyPort, ServerRef.ecs("i-2", 0))));
    }

    @Test
    void aChangeOfAServerWithoutItsPort() {
        ServerSpec anyPort =
                ServerSpec.builder().serverId("i-1").serverType(ServerType.ECS).build();

        assertRefused(
                UpdateServerGroupServersAttribute.of("sgp-1", List.of(anyPort)),
                "Servers[0].Port: \"\" is not allowed, but it is required");
    }

    @Test
    void aWeightThatIsTooGreat() {
        ServerSpec heavy =
                ServerSpec.builder().from(ServerSpec.ecs("i-1", 80)).weight(101).build();

        assertRefused(
                AddServersToServerGroup.of("sgp-1", List.of(heavy)),
                "Servers[0].Weight: \"101\" is not allowed, but 0 to 100 is");
    }

    @Test
    void aPathThatIsNone() {
        CreateServerGroup group = CreateServerGroup.builder()
                .serverGroupName("web")
                .vpcId("vpc-1")
                .healthCheckConfig(
                        HealthCheckConfig.builder().healthCheckUrl("health").build())
                .build();

        assertRefused(
                group, "HealthCheckConfig.HealthCheckUrl: \"health\" is not allowed, but a text that starts with / is");
    }

    private void assertRefused(Request<?> request, String message) {
        assertThatThrownBy(() -> nlb.send(request))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
