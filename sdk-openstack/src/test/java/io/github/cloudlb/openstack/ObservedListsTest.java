package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.openstack.pool.ListMembers;
import io.github.cloudlb.openstack.pool.Member;
import io.github.cloudlb.openstack.pool.Pools;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists that go on, or end, otherwise than one would think. */
class ObservedListsTest {
    private final VirtualTime time = Clients.time();

    @AutoClose
    private final OctaviaServer octavia = OctaviaServer.start(time);

    @AutoClose
    private final OpenStackClient client = Clients.of(octavia, time).build();

    private final Pools pools = client.pools();
    private final String pool = octavia.addPool(octavia.addLoadBalancer("lb"), "web");
    private final String path = "GET /v2.0/lbaas/pools/" + pool + "/members";

    @Observed(in = Area.LISTS, value = "limit=0 and limit=-1 are 500")
    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aLimitBelow1IsNotSent(int limit) {
        assertThatThrownBy(() -> pools.listMembers(list().limit(limit).build()).toList())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("limit: \"" + limit + "\"");
        assertThat(octavia.calls()).isEmpty();
    }

    @Observed(in = Area.LISTS, value = "A limit above the server's own is cut in silence, and so is a list without one")
    @Test
    void goesOnAfterAPageThatIsShorterThanAskedFor() {
        octavia.on(path)
                .answers(200, page("m-1", "[{\"rel\": \"next\", \"href\": \"http://127.0.0.1/x?limit=1&marker=m-1\"}]"))
                .then(200, page("m-2", "[]"));

        assertThat(pools.listMembers(list().limit(9000).build()))
                .extracting(Member::id)
                .containsExactly("m-1", "m-2");
    }

    @Observed(in = Area.LISTS, value = "A page that is full has a link to the next, even to an empty one")
    @Test
    void endsWithAnEmptyPage() {
        octavia.addMember(pool, "192.0.2.1", 80);
        octavia.addMember(pool, "192.0.2.2", 80);

        assertThat(pools.listMembers(list().limit(2).build())).hasSize(2);

        assertThat(octavia.calls()).containsExactly(path, path);
    }

    @Observed(in = Area.LISTS, value = "The marker must still exist: without it the next page is 400")
    @Test
    void saysThatTheMemberWhereThePageEndedIsGone() {
        octavia.addMember(pool, "192.0.2.1", 80);
        octavia.addMember(pool, "192.0.2.2", 80);

        assertThatThrownBy(() -> pools.listMembers(list().limit(1).build())
                        .forEach(member -> pools.deleteMember(pool, member.id())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Supplied pagination marker");
    }

    @Observed(in = Area.LISTS, value = "The marker must still exist: without it the next page is 400")
    @Test
    void removesManyMembersThatItHasListedBefore() {
        String first = octavia.addMember(pool, "192.0.2.1", 80);
        String second = octavia.addMember(pool, "192.0.2.2", 80);

        assertThat(pools.removeMembers(pool, List.of(first, second)))
                .isEqualTo(Map.of(first, Removal.REMOVED, second, Removal.REMOVED));
        assertThat(octavia.calls()).filteredOn(path::equals).hasSize(1);
    }

    @Observed(in = Area.LISTS, value = "sort=tags is 500, an unknown field gives empty objects")
    @Test
    void whatCannotBeSortedByOrAskedForIsNotSent() {
        assertThatThrownBy(() -> client.check(list().addSort("tags").build()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client.check(list().addFields("bogus").build()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client.check(list().addFields("id,name").build()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Observed(in = Area.MEMBERS, value = "Ids are compared without regard to case, and told in small letters")
    @Test
    void removesMembersWhoseIdsAreInCapitals() {
        String id = octavia.addMember(pool, "192.0.2.1", 80);

        assertThat(pools.removeMembers(pool, List.of(id.toUpperCase(Locale.ROOT))))
                .containsValue(Removal.REMOVED);
        assertThat(octavia.members(pool)).isEmpty();
    }

    private ListMembers.Builder list() {
        return ListMembers.builder().poolId(pool);
    }

    private static String page(String id, String links) {
        return "{\"members\": [{\"id\": \"" + id + "\", \"address\": \"192.0.2.1\", \"protocol_port\": 80}],"
                + " \"members_links\": " + links + "}";
    }
}
