package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Lists: pages only if a limit is given, filters that pages keep, several keys to sort by. */
class OtcListsTest extends OtcTestBase {
    private static final String BALANCERS = LBAAS + "loadbalancers";

    @Test
    void withoutALimitThereIsEverythingAndNoLink() throws Exception {
        for (int i = 0; i < 30; i++) {
            otc.addLoadBalancer("lb-" + i);
        }

        JsonNode list = list(BALANCERS);

        assertThat(list.fieldNames()).toIterable().containsExactly("loadbalancers");
        assertThat(list.path("loadbalancers")).hasSize(31);
        assertThat(list(BALANCERS + "?marker=" + lb).path("loadbalancers")).hasSize(31);
    }

    @Test
    void pagesAreWalkedByTheirLinks() throws Exception {
        for (int i = 0; i < 4; i++) {
            otc.addLoadBalancer("lb");
        }
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        String next = BALANCERS + "?limit=2&name=lb";
        while (!next.isEmpty()) {
            JsonNode page = list(next);
            seen.addAll(page.path("loadbalancers").findValuesAsText("name"));
            sizes.add(page.path("loadbalancers").size());
            next = link(page, "next");
        }

        assertThat(seen).containsExactly("lb", "lb", "lb", "lb");
        assertThat(sizes).containsExactly(2, 2);
    }

    @Test
    void pagesAreWalkedBackwards() throws Exception {
        String second = otc.addLoadBalancer("second");
        String third = otc.addLoadBalancer("third");

        JsonNode last = list(BALANCERS + "?limit=1&marker=" + second);
        JsonNode middle = list(link(last, "previous"));
        JsonNode first = list(link(middle, "previous"));

        assertThat(ids(last)).containsExactly(third);
        assertThat(ids(middle)).containsExactly(second);
        assertThat(ids(first)).containsExactly(lb);
        assertThat(link(first, "previous")).isEmpty();
        assertThat(link(first, "next")).isNotEmpty();
    }

    @Test
    void anEmptyPageHasNoLinks() throws Exception {
        JsonNode page = list(LBAAS + "listeners?limit=10");

        assertThat(page.path("listeners")).isEmpty();
        assertThat(page.path("listeners_links").isArray()).isTrue();
        assertThat(page.path("listeners_links")).isEmpty();
    }

    @Test
    void severalKeysSortAList() throws Exception {
        otc.addLoadBalancer("b");
        String a = otc.addLoadBalancer("a");
        otc.addLoadBalancer("b");

        JsonNode sorted = list(BALANCERS + "?sort_key=name&sort_dir=asc&sort_key=id&sort_dir=desc");

        assertThat(sorted.path("loadbalancers").findValuesAsText("name")).containsExactly("a", "b", "b", "web");
        assertThat(ids(list(BALANCERS + "?sort_key=name&sort_dir=asc&limit=1&marker=" + a)))
                .containsExactly(sorted.path("loadbalancers").get(2).path("id").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sort_key=name", "sort_key=name&sort_dir=up", "sort_key=x&sort_dir=asc", "limit=-1", "limit=x"})
    void aQueryThatCannotBeIsRefused(String query) throws Exception {
        assertThat(refusal(client.get(BALANCERS + "?" + query)))
                .isEqualTo("400 ELB.1004 Query condition is not valid.");
    }

    @Test
    void filtersAreAllMet() throws Exception {
        String listener = listener(80);
        String other = otc.addPool(otc.addLoadBalancer("other"), "api");
        otc.addMember(other, "10.0.0.7", 80);

        assertThat(ids(list(BALANCERS + "?member_address=10.0.0.7&name=other"))).hasSize(1);
        assertThat(ids(list(BALANCERS + "?member_address=10.0.0.7&name=web"))).isEmpty();
        assertThat(ids(list(LBAAS + "pools?member_address=10.0.0.7"))).containsExactly(other);
        assertThat(ids(list(LBAAS + "pools?id=" + pool + "&id=" + other))).containsExactly(pool, other);
        assertThat(ids(list(LBAAS + "pools?loadbalancer_id=" + lb))).containsExactly(pool);
        assertThat(ids(list(LBAAS + "listeners?protocol_port=80&admin_state_up=True")))
                .containsExactly(listener);
        assertThat(ids(list(LBAAS + "listeners?protocol_port=81"))).isEmpty();
        assertThat(ids(list(LBAAS + "pools?of_no_meaning=1"))).hasSize(2);
    }

    private JsonNode list(String path) throws Exception {
        return OctaviaTestBase.json(client.get(path));
    }

    /** Of the resources themselves, not of those that they name. */
    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.elements().next().forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    private static String link(JsonNode page, String rel) {
        for (JsonNode link : page.path("loadbalancers_links")) {
            if (link.path("rel").asText().equals(rel)) {
                URI href = URI.create(link.path("href").asText());
                return href.getRawPath() + "?" + href.getRawQuery();
            }
        }
        return "";
    }
}
