package io.github.cloudlb.openstack.pool;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.OperatingStatus;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Instant;
import java.util.List;

class MemberOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    /** As Octavia answers a POST. */
    static final String MEMBER = """
            {"member": {"id": "m-1", "name": "", "operating_status": "NO_MONITOR", "provisioning_status": "PENDING_CREATE",
              "admin_state_up": true, "address": "192.0.2.11", "protocol_port": 8080, "weight": 0, "backup": false,
              "subnet_id": null, "project_id": "326d", "created_at": "2026-11-22T04:48:00", "updated_at": null,
              "monitor_address": null, "monitor_port": null, "tags": ["a"], "tenant_id": "326d"}}""";

    /** As Open Telekom Cloud documents it. */
    static final String OTC_MEMBER = """
            {"member": {"name": "member-jy-tt-1", "weight": 1, "admin_state_up": false,
              "subnet_id": "33d8b01a-bbe6-41f4-bc45-78a1d284d503", "tenant_id": "145483a5107745e9b3d80f956713e6a3",
              "address": "192.168.44.11", "protocol_port": 88, "id": "c0042496-e220-44f6-914b-e6ca33bab503",
              "operating_status": "ONLINE"}}""";

    @Observed(
            in = Area.NULLS,
            value = "admin_state_up: null switches off: what is not given must not be written as null")
    @Observed(
            in = Area.HTTP,
            value = "Accept decides: text/html is 406 even for what works, application/xml is answered in XML")
    @Observed(in = Area.HTTP, value = "A body of another type than application/json is 415")
    @Pins(value = "member.create", in = "octavia")
    @Test
    void createsAMemberOfWhatItCannotDoWithout() {
        cloud.on("POST /v2.0/lbaas/pools/p-1/members").answers(201, MEMBER);

        octavia.pools().createMember("p-1", "192.0.2.11", 8080);

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/pools/p-1/members "
                        + "{\"member\":{\"address\":\"192.0.2.11\",\"protocol_port\":8080}}");
        assertThat(cloud.requests().get(0).header("Content-Type")).hasValue("application/json");
        assertThat(cloud.requests().get(0).header("Accept")).hasValue("application/json");
        assertThat(cloud.requests().get(0).header("X-Auth-Token")).hasValue("given-token");
    }

    @Test
    void keepsZeroFalseAndTheEmptyTextThatWereGiven() {
        cloud.on("POST /v2.0/lbaas/pools/p-1/members").answers(201, MEMBER);

        octavia.pools()
                .createMember(CreateMember.builder()
                        .poolId("p-1")
                        .address("2001:db8::1")
                        .protocolPort(1)
                        .name("")
                        .weight(0)
                        .backup(false)
                        .adminStateUp(false)
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/pools/p-1/members "
                        + "{\"member\":{\"name\":\"\",\"address\":\"2001:db8::1\",\"protocol_port\":1,"
                        + "\"admin_state_up\":false,\"weight\":0,\"backup\":false}}");
    }

    @Observed(in = Area.MEMBERS, value = "What only answers have, ids and states, is 400 in a body")
    @Test
    void sendsAllThatAMemberCanHave() {
        cloud.on("POST /v2.0/lbaas/pools/p-1/members").answers(201, MEMBER);

        octavia.pools()
                .createMember(CreateMember.builder()
                        .poolId("p-1")
                        .tenantId("t-1")
                        .name("web-1")
                        .address("192.0.2.11")
                        .protocolPort(65535)
                        .subnetId("s-1")
                        .adminStateUp(true)
                        .weight(256)
                        .backup(true)
                        .projectId("pr-1")
                        .monitorPort(8081)
                        .monitorAddress("192.0.2.12")
                        .addTags("a", "b")
                        .requestSriov(true)
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/pools/p-1/members "
                        + "{\"member\":{\"tenant_id\":\"t-1\",\"name\":\"web-1\",\"address\":\"192.0.2.11\","
                        + "\"protocol_port\":65535,\"subnet_id\":\"s-1\",\"admin_state_up\":true,\"weight\":256,"
                        + "\"backup\":true,\"project_id\":\"pr-1\",\"monitor_port\":8081,"
                        + "\"monitor_address\":\"192.0.2.12\",\"tags\":[\"a\",\"b\"],\"request_sriov\":true}}");
    }

    @Observed(in = Area.MEMBERS, value = "Times have no zone and mean UTC; updated_at is null until the first change")
    @Pins(value = "member.show", in = "octavia")
    @Test
    void readsTheMemberOctaviaAnswersWith() {
        cloud.on("GET /v2.0/lbaas/pools/p-1/members/m-1").answers(200, MEMBER);

        Member member = octavia.pools().getMember("p-1", "m-1");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/pools/p-1/members/m-1");
        assertThat(member.id()).isEqualTo("m-1");
        assertThat(member.name()).hasValue("");
        assertThat(member.weight()).hasValue(0);
        assertThat(member.subnetId()).isEmpty();
        assertThat(member.provisioningStatus()).hasValue(ProvisioningStatus.PENDING_CREATE);
        assertThat(member.operatingStatus()).hasValue(OperatingStatus.NO_MONITOR);
        assertThat(member.createdAt()).hasValue(Instant.parse("2026-11-22T04:48:00Z"));
        assertThat(member.updatedAt()).isEmpty();
        assertThat(member.tags()).containsExactly("a");
        assertThat(member.unlisted()).isEmpty();
    }

    @Pins(value = "member.show", in = "otc")
    @Test
    void readsTheMemberOpenTelekomCloudAnswersWith() {
        cloud.on("POST /v2.0/lbaas/pools/p-1/members").answers(201, OTC_MEMBER);

        Member member = otc.pools()
                .createMember(CreateMember.builder()
                        .poolId("p-1")
                        .address("192.168.44.11")
                        .protocolPort(88)
                        .subnetId("s-1")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/pools/p-1/members "
                        + "{\"member\":{\"address\":\"192.168.44.11\",\"protocol_port\":88,\"subnet_id\":\"s-1\"}}");
        assertThat(member.operatingStatus()).hasValue(OperatingStatus.ONLINE);
        assertThat(member.adminStateUp()).hasValue(false);
        assertThat(member.provisioningStatus()).isEmpty();
    }

    @Observed(
            in = Area.NULLS,
            value = "admin_state_up: null switches off: what is not given must not be written as null")
    @Test
    void changesWhatIsGivenAndNothingElse() {
        cloud.on("PUT /v2.0/lbaas/pools/p-1/members/m-1").answers(200, MEMBER);

        Member member = octavia.pools()
                .updateMember(UpdateMember.builder()
                        .poolId("p-1")
                        .memberId("m-1")
                        .weight(0)
                        .tags(List.of())
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/pools/p-1/members/m-1 {\"member\":{\"weight\":0,\"tags\":[]}}");
        assertThat(member.address()).isEqualTo("192.0.2.11");
    }

    @Observed(in = Area.NULLS, value = "null sets a member's name, weight and monitor address back")
    @Test
    void setsBackWithNull() {
        cloud.on("PUT /v2.0/lbaas/pools/p-1/members/m-1").answers(200, MEMBER);

        octavia.pools()
                .updateMember(UpdateMember.builder()
                        .poolId("p-1")
                        .memberId("m-1")
                        .name("web")
                        .clearMonitorAddress()
                        .clearMonitorPort()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/pools/p-1/members/m-1 "
                        + "{\"member\":{\"name\":\"web\",\"monitor_address\":null,\"monitor_port\":null}}");
    }

    @Observed(in = Area.HTTP, value = "204 and 202 have no body")
    @Test
    void deletesAMemberWithoutABody() {
        cloud.on("DELETE /v2.0/lbaas/pools/p-1/members/m-1").answers(204);

        octavia.pools().deleteMember("p-1", "m-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/pools/p-1/members/m-1");
    }
}
