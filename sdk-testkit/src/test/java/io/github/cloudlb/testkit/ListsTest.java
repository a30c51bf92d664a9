package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

class ListsTest extends OctaviaTestBase {

    @BeforeEach
    void sevenMembers() throws Exception {
        for (int i = 1; i <= 7; i++) {
            String tags = i == 7 ? "" : i % 2 == 1 ? "\"tier:web\"" : "\"tier:db\",\"even\"";
            client.post(
                    members,
                    "{\"member\":{\"name\":\"m%d\",\"address\":\"192.0.2.%d\",\"protocol_port\":80,\"weight\":%d,\"tags\":[%s]}}"
                            .formatted(i, i, i % 3, tags));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name=M3                         | m3
        name=m3%20                      | m3
        name=                           | ''
        weight=2                        | m2 m5
        weight=2&name=m5                | m5
        admin_state_up=yes&name=m1      | m1
        provisioning_status=ERROR       | ''
        tags=EVEN                       | m2 m4 m6
        tags=tier:db,even               | m2 m4 m6
        tags=tier:web,even              | ''
        tags-any=tier:web,even          | m1 m2 m3 m4 m5 m6
        not-tags=even                   | m1 m3 m5 m7
        not-tags-any=tier:web,even      | m7
        sort=name:desc&limit=2          | m7 m6
        sort=weight:asc,name:desc&limit=3 | m6 m3 m7
        sort_key=name&sort_dir=desc&limit=1 | m7
        """)
    void findsWhatIsAskedFor(String query, String names) throws Exception {
        assertThat(String.join(" ", names(client.get(members + "?" + query)))).isEqualTo(names);
    }

    @Test
    void pagesFollowTheMarker() throws Exception {
        HttpResponse<String> page = client.get(members + "?limit=3");
        String last = json(page).path("members").get(2).path("id").asText();

        assertThat(names(page)).containsExactly("m1", "m2", "m3");
        assertThat(json(page).path("members_links").toString())
                .isEqualTo("[{\"href\":\"" + octavia.uri() + members + "?limit=3&marker=" + last
                        + "\",\"rel\":\"next\"}]");
        assertThat(names(client.get(members + "?limit=3&marker=" + last))).containsExactly("m4", "m5", "m6");
    }

    @Test
    void aFullPageLeadsToAnEmptyOne() throws Exception {
        JsonNode full = json(client.get(members + "?limit=7"));
        String last = full.path("members").get(6).path("id").asText();

        assertThat(full.path("members_links").get(0).path("rel").asText()).isEqualTo("next");
        assertThat(client.get(members + "?limit=7&marker=" + last).body())
                .isEqualTo("{\"members\":[],\"members_links\":[]}");
    }

    @Test
    void theNextLinkForgetsFiltersAndFields() throws Exception {
        JsonNode links = json(client.get(members + "?limit=1&tags=even&fields=name&sort=name:asc"))
                .path("members_links");

        assertThat(links.get(0).path("href").asText())
                .contains("limit=1&sort=name:asc&marker=")
                .doesNotContain("tags")
                .doesNotContain("fields");
    }

    @Test
    void aMarkerThatIsGoneIsRefused() throws Exception {
        String gone = octavia.members(pool).get(2).id();
        client.delete(members + "/" + gone);

        assertThat(fault(client.get(members + "?limit=3&marker=" + gone)))
                .isEqualTo("400 Supplied pagination marker '" + gone + "' is not valid.");
    }

    @Test
    void fieldsAreRepeatedNotListed() throws Exception {
        assertThat(client.get(members + "?limit=1&fields=name&fields=weight").body())
                .startsWith("{\"members\":[{\"name\":\"m1\",\"weight\":1}]");
        assertThat(client.get(members + "?limit=1&fields=name,weight").body()).startsWith("{\"members\":[{}]");
        assertThat(client.get("/v2.0/lbaas/pools/" + pool + "?fields=name").body())
                .isEqualTo("{\"pool\":{\"name\":\"web\"}}");
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        assertThat(fault(client.get(members + "?bogus=1")))
                .isEqualTo("400 One or more arguments are either duplicate or invalid");
        assertThat(fault(client.get(members + "?sort=bogus"))).isEqualTo("400 Supplied sort key 'bogus' is not valid.");
        assertThat(fault(client.get(members + "?limit=0")))
                .isEqualTo("500 '>=' not supported between instances of 'int' and 'NoneType'");
        assertThat(client.get(members + "?limit=abc").body())
                .isEqualTo(
                        "{\"code\":400,\"title\":\"Bad Request\",\"description\":\"Supplied pagination limit 'abc' is not valid.\"}");
        assertThat(client.get(members + "?sort=name:up").body()).contains("Supplied sort direction 'up' is not valid.");
        assertThat(client.get("/v2.0/lbaas/pools?project_id=other").statusCode())
                .isEqualTo(403);
    }

    @Test
    void poolsAreFoundByTheirLoadBalancer() throws Exception {
        octavia.addPool(octavia.addLoadBalancer("other"), "other");

        assertThat(names(client.get("/v2.0/lbaas/pools?loadbalancer_id=" + lb))).containsExactly("web");
        assertThat(names(client.get("/v2.0/lbaas/loadbalancers?name=web"))).containsExactly("web");
    }

    private static List<String> names(HttpResponse<String> answer) {
        List<String> names = new ArrayList<>();
        json(answer).iterator().next().forEach(one -> names.add(one.path("name").asText()));
        return names;
    }
}
