package io.github.cloudlb.openstack.pool;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.SortDirection;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Instant;

class ListingsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String MEMBERS = "GET /v2.0/lbaas/pools/p-1/members";
    private static final String POOLS = "GET /v2.0/lbaas/pools";
    private static final String NONE = "{\"members\": [], \"members_links\": []}";

    @Observed(in = Area.LISTS, value = "sort_key, sort_dir and tags take commas, and are 500 if they are repeated")
    @Test
    void joinsSortKeysWithCommasOnOctavia() {
        cloud.on(POOLS).answers(200, "{\"pools\": [], \"pools_links\": []}");

        assertThat(octavia.pools()
                        .listPools(ListPools.builder()
                                .limit(2)
                                .name("")
                                .adminStateUp(false)
                                .protocol(PoolProtocol.HTTP)
                                .addSortKey("name", "id")
                                .addSortDir(SortDirection.DESC, SortDirection.ASC)
                                .addNotTagsAny("a", "b")
                                .updatedAt(Instant.parse("2026-11-22T04:48:00.5Z"))
                                .build()))
                .isEmpty();

        assertThat(cloud.requests().get(0).query())
                .isEqualTo("limit=2&name=&protocol=HTTP&sort_key=name%2Cid&sort_dir=desc%2Casc"
                        + "&admin_state_up=false&updated_at=2026-11-22T04%3A48%3A00&not-tags-any=a%2Cb");
    }

    @Test
    void repeatsSortKeysOnOpenTelekomCloud() {
        cloud.on(POOLS).answers(200, "{\"pools\": [], \"pools_links\": []}");

        assertThat(otc.pools()
                        .listPools(ListPools.builder()
                                .memberAddress("192.0.2.1")
                                .addSortKey("name", "id")
                                .addSortDir(SortDirection.DESC, SortDirection.ASC)
                                .build()))
                .isEmpty();

        assertThat(cloud.requests().get(0).query())
                .isEqualTo("member_address=192.0.2.1&sort_key=name&sort_key=id&sort_dir=desc&sort_dir=asc");
    }

    @Observed(in = Area.LISTS, value = "fields=id,name gives empty objects: the parameter has to be repeated")
    @Test
    void asksForSomeFieldsByRepeatingTheParameterAndAlwaysForThoseThatAMemberNeeds() {
        cloud.on(MEMBERS).answers(200, page("m-1", "m-2", "http://127.0.0.1/x")).then(200, NONE);

        assertThat(octavia.pools()
                        .listMembers(ListMembers.builder()
                                .poolId("p-1")
                                .addFields("weight", "id")
                                .build()))
                .hasSize(2);

        String fields = "fields=weight&fields=id&fields=address&fields=protocol_port";
        assertThat(cloud.requests())
                .extracting(Clients::line)
                .containsExactly(MEMBERS + "?" + fields, MEMBERS + "?marker=m-2&" + fields);
    }

    @Observed(in = Area.REFUSED, value = "What a list cannot be filtered or sorted by is 400")
    @Observed(in = Area.LISTS, value = "sort=tags is 500, an unknown field gives empty objects")
    @Test
    void refusesFieldsAndSortKeysThatAMemberDoesNotHave() {
        assertRefused(list().addFields("colour"), "fields: \"colour\" is not allowed, but one of id,");
        assertRefused(list().addSortKey("bogus"), "sort_key: \"bogus\" is not allowed, but one of id,");
        assertRefused(list().addSort("name:desc", "tags"), "sort: \"tags\" is not allowed, but one of id,");
        assertRefused(list().addSort("tenant_id"), "sort: \"tenant_id\" is not allowed");
        assertRefused(list().addSort("name:down"), "sort: \"name:down\" is not allowed");
    }

    @Test
    void refusesMoreSortKeysThanDirectionsOnOpenTelekomCloud() {
        assertThatThrownBy(() -> otc.check(list().addSortKey("name", "id")
                        .addSortDir(SortDirection.ASC)
                        .build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sort_dir: \"1 entries\" is not allowed, but 2 to 2 are");
    }

    private static ListMembers.Builder list() {
        return ListMembers.builder().poolId("p-1");
    }

    private static void assertRefused(ListMembers.Builder list, String why) {
        assertThatThrownBy(() -> octavia.check(list.build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
    }

    @Observed(in = Area.LISTS, value = "The link to the next page forgets the filters, fields and sort_dir")
    @Observed(in = Area.LISTS, value = "The host in a link is the one that was asked for, or any other")
    @Observed(in = Area.LISTS, value = "A page that is full has a link to the next, even to an empty one")
    @Test
    void keepsFiltersFromPageToPage() {
        cloud.on(MEMBERS)
                .answers(
                        200, page("m-1", "m-2", "https://evil.example/v2.0/lbaas/pools/p-1/members?limit=2&marker=m-2"))
                .then(200, page("m-3", "m-4", "http://127.0.0.1/x"))
                .then(200, NONE);

        assertThat(octavia.pools()
                        .listMembers(ListMembers.builder()
                                .poolId("p-1")
                                .limit(2)
                                .weight(0)
                                .addTags("web")
                                .addSort("name:desc")
                                .build()))
                .extracting(Member::id)
                .containsExactly("m-1", "m-2", "m-3", "m-4");

        assertThat(cloud.requests())
                .extracting(Clients::line)
                .containsExactly(
                        MEMBERS + "?limit=2&weight=0&sort=name%3Adesc&tags=web",
                        MEMBERS + "?marker=m-2&limit=2&weight=0&sort=name%3Adesc&tags=web",
                        MEMBERS + "?marker=m-4&limit=2&weight=0&sort=name%3Adesc&tags=web");
    }

    @Test
    void fetchesAPageNoEarlierThanItIsRead() {
        cloud.on(MEMBERS).answers(200, page("m-1", "m-2", "http://127.0.0.1/x"));

        assertThat(octavia.pools().listMembers("p-1").limit(2)).hasSize(2);

        assertThat(sent(cloud)).isEqualTo(MEMBERS);
    }

    @Observed(in = Area.LISTS, value = "Some lists have no links")
    @Test
    void aPageWithoutLinksIsTheLast() {
        cloud.on(MEMBERS)
                .answers(
                        200,
                        "{\"members\": [{\"id\": \"m-1\", \"address\": \"192.0.2.1\","
                                + " \"protocol_port\": 80}], \"note\": \"new\"}");

        Page<Member> page = octavia.send(ListMembers.of("p-1"));

        assertThat(page.items()).extracting(Member::id).containsExactly("m-1");
        assertThat(page.next()).isEmpty();
    }

    @Observed(
            in = Area.LISTS,
            value = "page_reverse gives the first page before the marker, not the one just before it")
    @Test
    void aLinkBackIsNoNextPage() {
        cloud.on(MEMBERS).answers(200, page("m-1", "m-2", "http://127.0.0.1/x").replace("next", "previous"));

        assertThat(octavia.send(ListMembers.of("p-1")).next()).isEmpty();
    }

    @Pins(value = "member.list_all", in = "otc")
    @Test
    void listsTheMembersOfAllPoolsOnOpenTelekomCloud() {
        cloud.on("GET /v2.0/lbaas/members").answers(200, """
                {"members": [{"id": "m-1", "address": "192.0.2.1", "protocol_port": 80, "device_id": "i-1",
                  "device_owner": "compute:eu-de-01", "loadbalancer_id": "lb-1", "pool_id": "p-1"}], "members_links": []}""");

        assertThat(otc.pools()
                        .listAllMembers(ListAllMembers.builder()
                                .loadBalancerId("lb-1")
                                .adminStateUp(false)
                                .build()))
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.poolId()).hasValue("p-1");
                    assertThat(member.deviceId()).hasValue("i-1");
                });
        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/members?admin_state_up=false&loadbalancer_id=lb-1");
    }

    @Observed(in = Area.MEMBERS, value = "There is no list of the members of all pools")
    @Test
    void knowsThatOctaviaHasNoListOfAllMembers() {
        assertThatThrownBy(() -> octavia.pools()
                        .listAllMembers(ListAllMembers.builder().build())
                        .toList())
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("ListAllMembers does not exist in the dialect octavia, only in otc");
        assertThat(cloud.calls()).isEmpty();
    }

    private static String page(String first, String second, String next) {
        return "{\"members\": [" + member(first) + "," + member(second)
                + "], \"members_links\": [{\"rel\": \"next\", \"href\": \"" + next + "\"}]}";
    }

    private static String member(String id) {
        return "{\"id\": \"" + id + "\", \"address\": \"192.0.2.1\", \"protocol_port\": 80}";
    }
}
