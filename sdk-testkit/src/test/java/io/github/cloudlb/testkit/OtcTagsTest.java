package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tags with keys and values, by an API of their own. */
class OtcTagsTest extends OtcTestBase {
    private static final String PROJECT = "/v2.0/" + OctaviaServer.PROJECT_ID + "/";
    private static final String TAG = "{'tag': {'key': '%s', 'value': '%s'}}";

    private final String tags = PROJECT + "loadbalancers/" + lb + "/tags";

    @Test
    void aTagIsSetReadAndRemoved() throws Exception {
        assertThat(client.post(tags, body(TAG, "team", "red")).statusCode()).isEqualTo(204);
        assertThat(client.post(tags, body(TAG, "team", "blue")).statusCode()).isEqualTo(204);

        assertThat(json(tags).path("tags").toString()).isEqualTo(body("[{'key':'team','value':'blue'}]"));
        assertThat(json(LBAAS + "loadbalancers/" + lb).findValues("tags").get(0).toString())
                .isEqualTo(body("['team=blue']"));
        assertThat(client.delete(tags + "/team").statusCode()).isEqualTo(204);
        assertThat(json(tags).path("tags")).isEmpty();
        assertThat(refusal(client.delete(tags + "/team"))).isEqualTo("400 VPC.1814 The resource could not be found.");
    }

    @Test
    void aBatchCreatesOrDeletes() throws Exception {
        assertThat(client.post(
                                tags + "/action",
                                body(
                                        "{'action': 'create', 'tags': [{'key': 'a', 'value': '1'}, {'key': 'b', 'value': '2'}]}"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.post(tags + "/action", body("{'action': 'delete', 'tags': [{'key': 'a'}]}"))
                        .statusCode())
                .isEqualTo(204);

        assertThat(json(tags).path("tags").findValuesAsText("key")).containsExactly("b");
        assertThat(
                        refusal(
                                client.post(
                                        tags + "/action",
                                        body(
                                                "{'action': 'create', 'tags': [{'key': 'a', 'value': '1'}, {'key': 'a', 'value': '2'}]}"))))
                .isEqualTo("400 VPC.1801 Tag key is repeated.");
        assertThat(refusal(client.post(tags + "/action", body("{'action': 'x', 'tags': []}"))))
                .startsWith("400 VPC.1801 ");
    }

    @Test
    void thereAreTwentyTagsAtMost() throws Exception {
        String twenty = IntStream.range(0, 20)
                .mapToObj(number -> body("{'key': 'k%d', 'value': 'v'}", number))
                .collect(Collectors.joining(", "));
        client.post(tags + "/action", body("{'action': 'create', 'tags': [%s]}", twenty));

        assertThat(refusal(client.post(tags, body(TAG, "one-more", "v"))))
                .isEqualTo("400 VPC.1814 Invalid input for operation: resource_id: " + lb
                        + ", number of tags exceed max num of 20.");
        assertThat(client.post(tags, body(TAG, "k0", "other")).statusCode()).isEqualTo(204);
    }

    @Test
    void tagsOfNothingAreNotFound() throws Exception {
        assertThat(refusal(client.get(PROJECT + "listeners/" + NOBODY + "/tags")))
                .isEqualTo("400 VPC.1814 Resource listener " + NOBODY + " could not be found.");
        assertThat(refusal(client.post(tags, body(TAG, "", "v")))).isEqualTo("400 VPC.1801 Tag key can not be null.");
    }

    @Test
    void resourcesAreFoundByTheirTags() throws Exception {
        String other = otc.addLoadBalancer("other");
        client.post(tags, body(TAG, "team", "red"));
        client.post(PROJECT + "loadbalancers/" + other + "/tags", body(TAG, "team", "dark red"));

        assertThat(json(PROJECT + "loadbalancers/tags").path("tags").toString())
                .isEqualTo(body("[{'key':'team','values':['red','dark red']}]"));
        assertThat(found("'action': 'filter', 'tags': [{'key': 'team', 'values': ['red']}]")
                        .findValuesAsText("resource_id"))
                .containsExactly(lb);
        assertThat(found("'action': 'filter', 'tags': [{'key': 'team', 'values': ['*red']}]")
                        .findValuesAsText("resource_name"))
                .containsExactly("web", "other");
        assertThat(found(
                                "'action': 'filter', 'limit': 1, 'offset': 1, 'matches': [{'key': 'resource_name', 'value': 'e'}]")
                        .findValuesAsText("resource_id"))
                .containsExactly(other);
        assertThat(found("'action': 'count'").toString()).isEqualTo("{\"total_count\":2}");
    }

    private JsonNode found(String query) throws Exception {
        return OctaviaTestBase.json(
                client.post(PROJECT + "loadbalancers/resource_instances/action", body("{" + query + "}")));
    }

    private JsonNode json(String path) throws Exception {
        return OctaviaTestBase.json(client.get(path));
    }
}
