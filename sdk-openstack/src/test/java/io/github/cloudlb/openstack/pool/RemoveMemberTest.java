package io.github.cloudlb.openstack.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InUseException;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveMemberTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String DELETE = "DELETE /v2.0/lbaas/pools/p-1/members/m-1";
    private static final String POOL = "GET /v2.0/lbaas/pools/p-1";
    private static final String MEMBER_NOT_FOUND =
            "{\"faultcode\": \"Client\", \"faultstring\": \"Member m-1 not found.\", \"debuginfo\": null}";
    private static final String POOL_NOT_FOUND =
            "{\"code\": 404, \"title\": \"Bad Request\", \"description\": \"Pool p-1 not found.\"}";
    private static final String EMPTY_POOL = "{\"pool\": {\"id\": \"p-1\", \"members\": []}}";

    @Test
    void removesAMember() {
        cloud.on(DELETE).answers(204);

        assertThat(octavia.pools().removeMember("p-1", "m-1")).isEqualTo(Removal.REMOVED);
        assertThat(cloud.calls()).containsExactly(DELETE);
    }

    @Observed(in = Area.MEMBERS, value = "A member asked for by way of another pool is 404, as if it were gone")
    @Test
    void aMemberThatIsGoneIsNoFailure() {
        cloud.on(DELETE).answers(404, MEMBER_NOT_FOUND);

        assertThat(octavia.pools().removeMember("p-1", "m-1")).isEqualTo(Removal.ALREADY_GONE);
        assertThat(cloud.calls()).containsExactly(DELETE);
    }

    @Observed(
            in = Area.MISSING,
            value =
                    "A member of an unknown pool is 404 in HTML with the words Bad Request, or in JSON of another shape")
    @ParameterizedTest
    @ValueSource(
            strings = {
                POOL_NOT_FOUND,
                "<html> <head> <title>404 Bad Request</title> </head> <body> <h1>404 Bad Request</h1> The server could"
                        + " not comply<br /><br />\nPool p-1 not found. </body></html>"
            })
    void aPoolThatDoesNotExistIsAFailureThatNamesIt(String page) {
        cloud.on(DELETE).answers(404, page);

        assertThatThrownBy(() -> octavia.pools().removeMember("p-1", "m-1"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("RemoveMember{poolId=p-1, memberId=m-1}: 404 ")
                .hasMessageContaining("Pool p-1 not found.");
        assertThat(cloud.calls()).containsExactly(DELETE);
    }

    @ParameterizedTest
    @CsvSource({"403, ELB.8903", "400, ELB.1003", "404, ELB.8904"})
    void thePoolDecidesWhatACodeOfOpenTelekomCloudMeans(int status, String code) {
        cloud.on(DELETE).answers(status, "{\"error_msg\":\"It does not exist.\",\"error_code\":\"" + code + "\"}");
        cloud.on(POOL).answers(200, EMPTY_POOL);

        assertThat(otc.pools().removeMember("p-1", "m-1")).isEqualTo(Removal.ALREADY_GONE);
        assertThat(cloud.calls()).containsExactly(DELETE, POOL);
    }

    @ParameterizedTest
    @CsvSource({"403, ELB.8903", "400, ELB.1003", "404, ELB.8904"})
    void aPoolThatDoesNotExistOnOpenTelekomCloudIsAFailureToo(int status, String code) {
        String error = "{\"error_msg\":\"It does not exist.\",\"error_code\":\"" + code + "\"}";
        cloud.on(DELETE).answers(status, error);
        cloud.on(POOL).answers(404, error);

        assertThatThrownBy(() -> otc.pools().removeMember("p-1", "m-1"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("ShowPool{poolId=p-1}: 404 " + code);
    }

    @Test
    void aMemberThatItsPoolStillListsIsNotGone() {
        cloud.on(DELETE).answers(403, "{\"error\":{\"code\":\"ELB.8903\",\"message\":\"It does not exist.\"}}");
        cloud.on(POOL).answers(200, "{\"pool\": {\"id\": \"p-1\", \"members\": [{\"id\": \"m-1\"}]}}");

        assertThatThrownBy(() -> otc.pools().removeMember("p-1", "m-1"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("RemoveMember{poolId=p-1, memberId=m-1}: 403 ELB.8903");
    }

    @Observed(in = Area.MISSING, value = "A 404 need not say what it is that does not exist")
    @Test
    void aPageThatNamesNothingLeavesItToThePool() {
        cloud.on(DELETE).answers(404, "<html><body><h1>Not Found</h1></body></html>");
        cloud.on(POOL).answers(404, "<html><body><h1>Not Found</h1></body></html>");

        assertThatThrownBy(() -> octavia.pools().removeMember("p-1", "m-1"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("ShowPool{poolId=p-1}: 404 Not Found");
    }

    @Observed(in = Area.OUTAGES, value = "A DELETE whose answer was lost is 404 when it is sent again")
    @ParameterizedTest
    @ValueSource(strings = {"RESET", "EMPTY"})
    void aMemberThatIsGoneAfterAnAnswerWasLostWasRemovedByThisCall(Fault fault) {
        cloud.on(DELETE).fault(fault).then(404, MEMBER_NOT_FOUND);

        assertThat(octavia.pools().removeMember("p-1", "m-1")).isEqualTo(Removal.REMOVED);
        assertThat(cloud.calls()).containsExactly(DELETE, DELETE);
    }

    @Test
    void doesNotSayThatNothingWasRemovedWhenAnAnswerWasLostAndItCannotLook() {
        cloud.on(DELETE).fault(Fault.RESET).then(404, "<html><body><h1>Not Found</h1></body></html>");
        cloud.on(POOL).answers(403, "{\"faultstring\": \"Policy does not allow this request to be performed.\"}");

        assertThatThrownBy(() -> octavia.pools().removeMember("p-1", "m-1"))
                .isInstanceOfSatisfying(
                        AccessDeniedException.class,
                        denied -> assertThat(denied.applied()).isEqualTo(Applied.UNKNOWN));
    }

    @Observed(in = Area.RIGHTS, value = "What belongs to another project is 403, not 404")
    @Test
    void whoMustNotRemoveItIsToldSo() {
        cloud.on(DELETE).answers(403, "{\"faultstring\": \"Policy does not allow this request to be performed.\"}");

        assertThatThrownBy(() -> octavia.pools().removeMember("p-1", "m-1")).isInstanceOf(AccessDeniedException.class);
    }

    @Observed(in = Area.LOCKS, value = "A 409 may be a lock, a duplicate, or something in use: only its text tells")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pool p-1 is in use and cannot be modified.",
                "Pool p-1 is in use by L7 policy l7-1",
                "Some conflict nobody has heard of"
            })
    void aConflictThatWaitingDoesNotMendIsNotRepeated(String text) {
        cloud.on(DELETE).answers(409, "{\"faultcode\": \"Client\", \"faultstring\": \"" + text + "\"}");

        assertThatThrownBy(() -> octavia.pools().removeMember("p-1", "m-1"))
                .isInstanceOf(InUseException.class)
                .hasMessageContaining(text);
        assertThat(cloud.calls()).containsExactly(DELETE);
    }

    @Observed(in = Area.MISSING, value = "Ids are not checked for their form: nonsense is looked up, too")
    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\nb", "%2e%2e", "é", "a b", "a?b", "a#b", "a\\b", "\u0000"})
    void anIdThatWouldReachAnotherPathIsRefused(String id) {
        assertThatThrownBy(() -> octavia.pools().removeMember(id, "m-1"))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("pool_id");
                    assertThat(refused.value()).isEqualTo(id.replaceAll("\\p{Cntrl}", "\uFFFD"));
                    assertThat(refused.allowed()).startsWith("an id is: printable ASCII");
                });
        assertThatThrownBy(() -> octavia.pools().removeMember("p-1", id))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo("member_id"));
        assertThat(cloud.calls()).isEmpty();
    }
}
