package io.github.cloudlb.openstack.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.common.OperatingStatus;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Good answers of a service that is newer, or otherwise, than the tables say. */
class UnknownAnswersTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    private static final String MEMBER = "GET /v2.0/lbaas/pools/p-1/members/m-1";

    @Test
    void keepsAValueItDoesNotKnow() {
        Member member = member("\"provisioning_status\": \"PENDING_REBIRTH\", \"operating_status\": \"online\"");

        assertThat(member.provisioningStatus()).hasValue(ProvisioningStatus.unlisted("PENDING_REBIRTH"));
        assertThat(member.provisioningStatus().orElseThrow().value()).isEqualTo("PENDING_REBIRTH");
        assertThat(ProvisioningStatus.known())
                .doesNotContain(member.provisioningStatus().orElseThrow());
        assertThat(member.operatingStatus()).hasValue(OperatingStatus.ONLINE);
    }

    @Test
    void keepsFieldsItDoesNotKnowAsTheyCame() {
        Member member =
                member("\"zone\": \"az-1\", \"count\": 1.50, \"deep\": {\"a\":[1,{\"b\":null}]}, \"none\": null");

        assertThat(member.unlisted())
                .isEqualTo(Map.of("zone", "az-1", "count", "1.50", "deep", "{\"a\":[1,{\"b\":null}]}"));
    }

    @Observed(in = Area.NULLS, value = "weight: null is kept, and answered so from then on")
    @Test
    void takesNullForAbsentWhereverItComes() {
        Member member =
                member("\"name\": null, \"weight\": null, \"backup\": null, \"tags\": null, \"created_at\": null,"
                        + " \"provisioning_status\": null");

        assertThat(member.name()).isEmpty();
        assertThat(member.weight()).isEmpty();
        assertThat(member.tags()).isEmpty();
        assertThat(member.createdAt()).isEmpty();
        assertThat(member.provisioningStatus()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"status\": \"ok\"}", "{\"pools\": []}"})
    void takesNoAnswerOfSomebodyElseForAPoolWithoutMembers(String answer) {
        cloud.on("GET /v2.0/lbaas/pools/p-1/members").answers(200, answer).always();

        assertThatThrownBy(() -> octavia.pools().removeMembers("p-1", List.of("m-1")))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("a page has no \"members\"");
    }

    @Test
    void readsNumbersAndBooleansThatCameAsText() {
        Member member = member("\"weight\": \"5\", \"backup\": \"true\", \"monitor_port\": 80.0");

        assertThat(member.weight()).hasValue(5);
        assertThat(member.backup()).hasValue(true);
        assertThat(member.monitorPort()).hasValue(80);
    }

    @Observed(in = Area.NULLS, value = "What has no value is null in one answer and absent in another")
    @Test
    void readsAPoolWithoutASession() {
        cloud.on("GET /v2.0/lbaas/pools/p-1")
                .answers(200, "{\"pool\": {\"id\": \"p-1\", \"session_persistence\": null, \"members\": null}}");

        Pool pool = octavia.pools().getPool("p-1");

        assertThat(pool.sessionPersistence()).isEmpty();
        assertThat(pool.memberIds()).isEmpty();
    }

    @Observed(in = Area.LOAD_BALANCERS, value = "A path that goes on after an id is 200 with an empty object")
    @Observed(in = Area.HTTP, value = "GET /v2.0/lbaas is 200 with the text \"v2\"")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "\"v2\"",
                "{}",
                "{\"member\": null}",
                "{\"member\": {}}",
                "{\"member\": [1]}",
                "{\"member\": {\"id\": \"m-1\"}}",
                "{\"member\": {\"id\": \"m-1\", \"address\": \"192.0.2.1\", \"protocol_port\": \"http\"}}",
                "<html>Welcome</html>"
            })
    void saysThatItCannotReadWhatIsNoAnswer(String body) {
        cloud.on(MEMBER).answers(200, "application/json", body).always();

        assertThatThrownBy(() -> octavia.pools().getMember("p-1", "m-1"))
                .isInstanceOfSatisfying(
                        MalformedAnswerException.class,
                        unreadable -> assertThat(unreadable)
                                .hasMessageStartingWith("ShowMember{poolId=p-1, memberId=m-1}: "));
    }

    private static Member member(String fields) {
        cloud.on(MEMBER)
                .answers(
                        200,
                        "{\"new\": 1, \"member\": {\"id\": \"m-1\", \"address\": \"192.0.2.1\", \"protocol_port\": 80, "
                                + fields + "}}");
        return octavia.pools().getMember("p-1", "m-1");
    }
}
