package io.github.cloudlb.openstack.pool;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.pool.ChangedMember.Outcome;
import io.github.cloudlb.testkit.FakeCloud;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes of many members at once where batches mean something else, or where there are none. */
class ManyMembersDialectsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia =
            Clients.of(cloud).dialect(LbaasDialect.octavia(26)).build();

    @AutoClose
    static final OpenStackClient old =
            Clients.of(cloud).dialect(LbaasDialect.octavia(10)).build();

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String MEMBERS = "/v2.0/lbaas/pools/p-1/members";
    private static final String PRESENT = """
            {"members": [
              {"id": "m-1", "address": "192.0.2.1", "protocol_port": 80, "weight": 1, "subnet_id": "s-1"},
              {"id": "m-2", "address": "192.0.2.2", "protocol_port": 80, "weight": 2, "subnet_id": "s-1"}]}""";

    @Test
    void addsInABatchAndChangesOneByOneOnOpenTelekomCloud() {
        cloud.on("GET " + MEMBERS).answers(200, PRESENT);
        cloud.on("PUT " + MEMBERS).answers(202);
        cloud.on("PUT " + MEMBERS + "/m-2").answers(200, member("m-2", 9));

        assertThat(otc.pools().updateMembers("p-1", List.of(entry("192.0.2.2", 9), entry("192.0.2.3", 3))))
                .containsExactly(
                        new ChangedMember("192.0.2.3", 80, Outcome.CREATED),
                        new ChangedMember("192.0.2.2", 80, Outcome.UPDATED));

        assertThat(lines())
                .containsExactly(
                        "GET " + MEMBERS + "?limit=1000",
                        "PUT " + MEMBERS + " {\"members\":[{\"address\":\"192.0.2.3\",\"protocol_port\":80,"
                                + "\"subnet_id\":\"s-1\",\"weight\":3}],\"action\":\"add\"}",
                        "PUT " + MEMBERS + "/m-2 {\"member\":{\"weight\":9}}");
    }

    @Test
    void removesByIdOnOpenTelekomCloud() {
        cloud.on("GET " + MEMBERS).answers(200, PRESENT);
        cloud.on("PUT " + MEMBERS).answers(202);

        assertThat(otc.pools().removeMembers("p-1", List.of("m-1", "m-2", "m-3")))
                .isEqualTo(Map.of("m-1", Removal.REMOVED, "m-2", Removal.REMOVED, "m-3", Removal.ALREADY_GONE));

        assertThat(lines())
                .containsExactly(
                        "GET " + MEMBERS + "?limit=1000",
                        "PUT " + MEMBERS + " {\"members\":[{\"id\":\"m-1\"},{\"id\":\"m-2\"}],\"action\":\"delete\"}");
    }

    @Test
    void splitsAtTheLimitOfOpenTelekomCloud() {
        cloud.on("GET " + MEMBERS).answers(200, "{\"members\": []}");
        cloud.on("PUT " + MEMBERS).answers(202).always();
        List<BatchMember> many = IntStream.range(0, 401)
                .mapToObj(i -> entry("10.0." + i / 200 + "." + (i % 200 + 1), 1))
                .toList();

        assertThat(otc.pools().updateMembers("p-1", many)).hasSize(401);

        assertThat(cloud.calls()).filteredOn(("PUT " + MEMBERS)::equals).hasSize(3);
    }

    @Test
    void removesOneByOneWhereTheBatchIsRefused() {
        cloud.on("GET " + MEMBERS).answers(200, PRESENT);
        cloud.on("PUT " + MEMBERS).answers(501, "{\"error_msg\": \"not implemented\", \"error_code\": \"\"}");
        cloud.on("DELETE " + MEMBERS + "/m-1").answers(204);
        cloud.on("DELETE " + MEMBERS + "/m-2").answers(204);

        assertThat(otc.pools().removeMembers("p-1", List.of("m-1", "m-2")))
                .containsOnly(Map.entry("m-1", Removal.REMOVED), Map.entry("m-2", Removal.REMOVED));
    }

    @Test
    void sendsNoBatchToAnOctaviaThatWouldRemoveTheOthers() {
        cloud.on("GET " + MEMBERS).answers(200, PRESENT);
        cloud.on("POST " + MEMBERS).answers(201, member("m-3", 3));
        cloud.on("PUT " + MEMBERS + "/m-2").answers(200, member("m-2", 9));

        old.pools().updateMembers("p-1", List.of(entry("192.0.2.2", 9), entry("192.0.2.3", 3)));

        assertThat(cloud.calls()).containsExactly("GET " + MEMBERS, "POST " + MEMBERS, "PUT " + MEMBERS + "/m-2");
    }

    @Observed(in = Area.REFUSED, value = "A query parameter that a write does not know is 400")
    @Test
    void addsOneByOneWhereAnOctaviaDoesNotKnowTheParameter() {
        cloud.on("PUT " + MEMBERS)
                .answers(
                        400,
                        "{\"faultcode\": \"Client\", \"faultstring\": \"Unknown argument: \\\"additive_only\\\"\","
                                + " \"debuginfo\": null}");
        cloud.on("POST " + MEMBERS).answers(201, member("m-3", 3)).always();
        cloud.on("GET " + MEMBERS).answers(200, "{\"members\": []}").then(200, listed(ten("ACTIVE")));

        octavia.pools().updateMembers("p-1", tenEntries());

        assertThat(cloud.calls()).filteredOn(("POST " + MEMBERS)::equals).hasSize(10);
    }

    @Observed(in = Area.BATCH, value = "Of two batches at one moment one may remove what the other has added")
    @Test
    void addsAgainWhatAnotherBatchAtTheSameMomentRemoved() {
        cloud.on("GET " + MEMBERS)
                .answers(200, listed())
                .then(200, listed(ten("PENDING_CREATE")))
                .then(200, listed(Arrays.copyOf(ten("ACTIVE"), 9)))
                .then(200, listed(ten("ACTIVE")));
        cloud.on("PUT " + MEMBERS).answers(202).always();

        assertThat(octavia.pools().updateMembers("p-1", tenEntries())).hasSize(10);

        assertThat(lines())
                .filteredOn(line -> line.startsWith("PUT"))
                .hasSize(2)
                .last(as(InstanceOfAssertFactories.STRING))
                .contains("192.0.2.10\"")
                .doesNotContain("192.0.2.9\"");
    }

    private static List<BatchMember> tenEntries() {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(i -> entry("192.0.2." + i, 3))
                .toList();
    }

    private static String[] ten(String status) {
        return tenEntries().stream()
                .map(entry -> entry.address().orElseThrow() + " " + status)
                .toArray(String[]::new);
    }

    private static String listed(String... members) {
        return Stream.of(members)
                .map(member -> member.split(" "))
                .map(member -> "{\"id\": \"" + member[0] + "\", \"address\": \"" + member[0]
                        + "\", \"protocol_port\": 80, \"provisioning_status\": \"" + member[1] + "\"}")
                .collect(Collectors.joining(",", "{\"members\": [", "]}"));
    }

    @Test
    void tellsWhatWasDoneWhenOneOfSeveralCallsFails() {
        cloud.on("GET " + MEMBERS).answers(200, PRESENT);
        cloud.on("POST " + MEMBERS).answers(201, member("m-3", 3));
        cloud.on("PUT " + MEMBERS + "/m-2")
                .answers(
                        403,
                        "{\"faultcode\": \"Client\", \"faultstring\": \"Policy does not allow this request to be"
                                + " performed.\", \"debuginfo\": null}");

        assertThatThrownBy(() ->
                        old.pools().updateMembers("p-1", List.of(entry("192.0.2.2", 9), entry("192.0.2.3", 3))))
                .isInstanceOfSatisfying(PartialChangeException.class, partial -> {
                    assertThat(partial.applied()).isEqualTo(Applied.YES);
                    assertThat(partial.changed()).containsExactly(new ChangedMember("192.0.2.3", 80, Outcome.CREATED));
                    assertThat(partial)
                            .hasMessageContaining("1 changed, 1 not.")
                            .hasMessageContaining("Policy does not");
                });
    }

    @Test
    void tellsWhichWereRemovedWhenOneRemovalFails() {
        cloud.on("GET " + MEMBERS).answers(200, PRESENT);
        cloud.on("DELETE " + MEMBERS + "/m-1").answers(204);
        cloud.on("DELETE " + MEMBERS + "/m-2")
                .answers(
                        403,
                        "{\"faultcode\": \"Client\", \"faultstring\": \"Policy does not allow this request to be"
                                + " performed.\", \"debuginfo\": null}");

        assertThatThrownBy(() -> octavia.pools().removeMembers("p-1", List.of("m-1", "m-2")))
                .isInstanceOfSatisfying(
                        PartialChangeException.class,
                        partial -> assertThat(partial.changed())
                                .containsExactly(new ChangedMember("192.0.2.1", 80, Outcome.REMOVED)));
    }

    private static List<String> lines() {
        return cloud.requests().stream().map(Clients::line).toList();
    }

    private static BatchMember entry(String address, int weight) {
        return BatchMember.builder()
                .address(address)
                .protocolPort(80)
                .subnetId("s-1")
                .weight(weight)
                .build();
    }

    private static String member(String id, int weight) {
        return "{\"member\": {\"id\": \"" + id + "\", \"address\": \"192.0.2.3\", \"protocol_port\": 80, \"weight\": "
                + weight + "}}";
    }
}
