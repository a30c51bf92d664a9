package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.servergroup.CreateServerGroup;
import io.github.cloudlb.alibaba.servergroup.HealthCheckConfig;
import io.github.cloudlb.alibaba.servergroup.RemoveServersFromServerGroup;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerType;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Request;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** What the service would surely refuse never leaves. */
class RefusedInputTest extends AlbTestBase {
    private static final ServerRef ONE = ServerRef.ecs("i-1", 80);

    @AfterEach
    void nothingWasSent() {
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void noServers() {
        assertRefused(() -> groups.removeServers(group, List.of(), false), "Servers", "0 entries", "1 to 200 are");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65536})
    void aPortThatIsNone(int port) {
        assertRefused(
                () -> groups.removeServers(group, List.of(ONE, ServerRef.ecs("i-2", port)), false),
                "Servers[1].Port",
                String.valueOf(port),
                "1 to 65535 is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ecs", "Eni", "Eci", "Ip"})
    void aMissingPort(String type) {
        ServerRef server = ServerRef.builder()
                .serverId("i-1")
                .serverType(ServerType.of(type))
                .build();

        assertRefused(
                () -> groups.removeServers(group, List.of(server), false),
                "Servers[0].Port",
                "",
                "it is required when ServerType is one of Ecs, Eni, Eci, Ip");
    }

    @Test
    void noMissingPortOfAFunction() {
        client.check(RemoveServersFromServerGroup.of(group, List.of(ServerRef.fc("acs:fc:cn-hangzhou:1:services/f"))));
    }

    @Test
    void anEmptyServerId() {
        assertRefused(
                () -> groups.removeServers(group, List.of(ServerRef.ecs("", 80)), false),
                "Servers[0].ServerId",
                "",
                "a text that is not empty is");
    }

    @Test
    void aServerWithoutItsType() {
        assertThatThrownBy(() -> ServerRef.builder().serverId("i-1").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("serverType: is required and was not given");
    }

    @Test
    void aServerTypeThatIsNotKnown() {
        assertRefused(
                () -> ServerType.of("Foo"),
                "ServerType",
                "Foo",
                "one of [Ecs, Eni, Eci, Ip, Fc] is, or a newer one through unlisted(...)");
        assertThat(ServerType.of("ECS")).isEqualTo(ServerType.ECS);
    }

    @Test
    void noServerTypeThatIsSaidToBeNewer() {
        ServerRef newer = ServerRef.builder()
                .serverId("x-1")
                .serverType(ServerType.unlisted("Foo"))
                .build();

        client.check(RemoveServersFromServerGroup.of(group, List.of(newer)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', a text that is not empty is",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg, a text of 1 to 64 characters is",
        "jeton-é, printable ASCII is"
    })
    void aClientTokenTheServiceCannotRead(String token, String allowed) {
        assertRefused(
                RemoveServersFromServerGroup.builder()
                        .serverGroupId(group)
                        .addServers(ONE)
                        .clientToken(token)
                        .build(),
                "ClientToken",
                token,
                allowed);
    }

    @Test
    void noClientTokenOfSixtyFourCharacters() {
        client.check(RemoveServersFromServerGroup.builder()
                .serverGroupId(group)
                .addServers(ONE)
                .clientToken("a".repeat(64))
                .build());
    }

    @Test
    void moreServersThanACallTakes() {
        assertRefused(
                RemoveServersFromServerGroup.of(group, Collections.nCopies(201, ONE)),
                "Servers",
                "201 entries",
                "1 to 200 are");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "%2e%2e", "groupe-é", "a b", "a?b", "a#b", "a\\b"})
    void aServerGroupIdThatIsNoId(String id) {
        assertRefused(() -> groups.removeServers(id, List.of(ONE), false), "ServerGroupId", id, ID);
    }

    @Test
    void aServerGroupIdWithALineFeed() {
        assertRefused(
                () -> groups.removeServers("sgp-1\nX: y", List.of(ONE), false), "ServerGroupId", "sgp-1\uFFFDX: y", ID);
    }

    @Test
    void aValueDeepInside() {
        HealthCheckConfig tooOften = HealthCheckConfig.builder()
                .healthCheckEnabled(true)
                .healthCheckInterval(Duration.ofSeconds(51))
                .build();

        assertRefused(
                CreateServerGroup.of("web", tooOften), "HealthCheckConfig.HealthCheckInterval", "51", "1 to 50 is");
        assertRefused(
                CreateServerGroup.builder()
                        .serverGroupName("web")
                        .healthCheckConfig(HealthCheckConfig.builder()
                                .healthCheckEnabled(false)
                                .build())
                        .addTags(
                                Tag.builder().key("a").build(),
                                Tag.builder().key("acs:b").build())
                        .build(),
                "Tag[1].Key",
                "acs:b",
                "a text that does not start with acs: is");
    }

    private static final String ID = "an id is: printable ASCII, not empty, without / \\ % ? # or blanks, not . or ..";

    private void assertRefused(Request<?> request, String field, String value, String allowed) {
        assertRefused(() -> client.send(request), field, value, allowed);
    }

    private static void assertRefused(ThrowingCallable call, String field, String value, String allowed) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidInputException.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.value()).isEqualTo(value);
            assertThat(refused.allowed()).isEqualTo(allowed);
            assertThat(refused.applied()).isEqualTo(Applied.NO);
            assertThat(refused.attempts()).isZero();
        });
    }
}
