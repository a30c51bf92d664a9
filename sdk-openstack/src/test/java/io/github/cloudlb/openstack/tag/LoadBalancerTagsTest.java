package io.github.cloudlb.openstack.tag;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class LoadBalancerTagsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String QUERY_LOADBALANCERS = "POST /v2.0/t-1/loadbalancers/resource_instances/action";

    @Test
    @Pins(value = "loadbalancer_tag.list", in = "otc")
    void listsTheTagsOfALoadBalancer() {
        cloud.on("GET /v2.0/t-1/loadbalancers/x-1/tags").answers(200, """
                {"tags": [{"key": "key1", "value": "value1"}, {"key": "key2", "value": ""}]}""");

        assertThat(otc.tags().listLoadBalancerTags("t-1", "x-1"))
                .containsExactly(Tag.of("key1", "value1"), Tag.of("key2", ""));

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/t-1/loadbalancers/x-1/tags");
    }

    @Test
    @Pins(value = "loadbalancer_tag.create", in = "otc")
    void givesALoadBalancerATagWhoseValueMayBeEmpty() {
        cloud.on("POST /v2.0/t-1/loadbalancers/x-1/tags").answers(204);

        otc.tags().createLoadBalancerTag("t-1", "x-1", Tag.of("key1", ""));

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/t-1/loadbalancers/x-1/tags {\"tag\":{\"key\":\"key1\",\"value\":\"\"}}");
    }

    @Test
    @Pins(value = "loadbalancer_tag.batch", in = "otc")
    void givesALoadBalancerSeveralTags() {
        cloud.on("POST /v2.0/t-1/loadbalancers/x-1/tags/action").answers(204);

        otc.tags().batchUpdateLoadBalancerTags("t-1", "x-1", List.of(Tag.of("a", "1"), Tag.of("b", "2")));

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/t-1/loadbalancers/x-1/tags/action {\"tags\":[{\"key\":\"a\",\"value\":\"1\"},"
                        + "{\"key\":\"b\",\"value\":\"2\"}],\"action\":\"create\"}");
    }

    @Test
    @Pins(value = "loadbalancer_tag.delete", in = "otc")
    void takesATagFromALoadBalancer() {
        cloud.on("DELETE /v2.0/t-1/loadbalancers/x-1/tags/key1").answers(204);

        otc.tags().deleteLoadBalancerTag("t-1", "x-1", "key1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/t-1/loadbalancers/x-1/tags/key1");
    }

    @Test
    @Pins(value = "loadbalancer_tag.list_all", in = "otc")
    void listsAllValuesOfTheTagsOfLoadBalancers() {
        cloud.on("GET /v2.0/t-1/loadbalancers/tags").answers(200, """
                {"tags": [{"key": "key1", "values": ["value1", "value2"]}, {"key": "key2", "values": []}]}""");

        assertThat(otc.tags().listLoadBalancerTagValues("t-1"))
                .containsExactly(TagValues.of("key1", List.of("value1", "value2")), TagValues.of("key2", List.of()));

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/t-1/loadbalancers/tags");
    }

    @Test
    @Pins(value = "loadbalancer_tag.query_resources", in = "otc")
    void listsLoadBalancersByTagFromOffsetToOffset() {
        cloud.on(QUERY_LOADBALANCERS).answers(200, found(3, "x-1", "x-2")).then(200, found(3, "x-3"));

        assertThat(otc.tags().listLoadBalancersByTag(byLoadBalancer().limit(2).build()))
                .extracting(TaggedResource::id)
                .containsExactly("x-1", "x-2", "x-3");

        assertThat(cloud.requests())
                .extracting(RecordedRequest::body)
                .containsExactly(
                        "{\"tags\":[{\"key\":\"key1\",\"values\":[\"*value1\"]}],\"limit\":2,"
                                + "\"action\":\"filter\",\"matches\":[{\"key\":\"resource_name\",\"value\":\"web\"}]}",
                        "{\"tags\":[{\"key\":\"key1\",\"values\":[\"*value1\"]}],\"limit\":2,\"offset\":2,"
                                + "\"action\":\"filter\",\"matches\":[{\"key\":\"resource_name\",\"value\":\"web\"}]}");
    }

    @Test
    void countsLoadBalancersByTag() {
        cloud.on(QUERY_LOADBALANCERS).answers(200, "{\"total_count\": 1000}");

        assertThat(otc.tags()
                        .countLoadBalancersByTag(
                                byLoadBalancer().limit(2).offset(7).build()))
                .isEqualTo(1000);

        assertThat(sent(cloud))
                .endsWith(" {\"tags\":[{\"key\":\"key1\",\"values\":[\"*value1\"]}],\"action\":\"count\","
                        + "\"matches\":[{\"key\":\"resource_name\",\"value\":\"web\"}]}");
    }

    private static QueryLoadBalancersByTag.Builder byLoadBalancer() {
        return QueryLoadBalancersByTag.builder()
                .projectId("t-1")
                .addTags(TagValues.of("key1", List.of("*value1")))
                .addMatches(ResourceMatch.name("web"));
    }

    private static String found(int total, String... ids) {
        return Stream.of(ids)
                .map(id -> "{\"resource_detail\": \"\", \"resource_id\": \"" + id + "\", \"resource_name\": \"web\","
                        + " \"tags\": [{\"key\": \"key1\", \"value\": \"value1\"}]}")
                .collect(Collectors.joining(",", "{\"resources\": [", "], \"total_count\": " + total + "}"));
    }
}
