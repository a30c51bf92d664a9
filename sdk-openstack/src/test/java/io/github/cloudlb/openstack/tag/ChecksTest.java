package io.github.cloudlb.openstack.tag;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AlreadyExistsException;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.QuotaExceededException;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

class ChecksTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String TAGS = "/v2.0/t-1/loadbalancers/lb-1/tags";

    @Test
    void encodesTheKeyOfATagInThePath() {
        cloud.on("DELETE " + TAGS + "/*").answers(204).always();

        for (String key : List.of("a key", "a/b", "100%", "größe", "a?b#c", "..a")) {
            otc.tags().deleteLoadBalancerTag("t-1", "lb-1", key);
        }

        assertThat(cloud.calls())
                .containsExactly(
                        "DELETE " + TAGS + "/a%20key",
                        "DELETE " + TAGS + "/a%2Fb",
                        "DELETE " + TAGS + "/100%25",
                        "DELETE " + TAGS + "/gr%C3%B6%C3%9Fe",
                        "DELETE " + TAGS + "/a%3Fb%23c",
                        "DELETE " + TAGS + "/..a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../../pools", "a/../b"})
    void refusesAKeyThatCouldReachAnotherPath(String key) {
        assertRefused(DeleteLoadBalancerTag.of("t-1", "lb-1", key), "key: ");
    }

    @Test
    void aKeyHas1To128CharactersAndAValueUpTo255() {
        otc.check(batch(Tag.of("k".repeat(128), "v".repeat(255))));

        assertRefused(batch(Tag.of("", "v")), "tags[0].key: \"\" is not allowed");
        assertRefused(batch(Tag.of("k".repeat(129), "v")), "tags[0].key: ", "0 to 128 characters");
        assertRefused(batch(Tag.of("k", "v".repeat(256))), "tags[0].value: ", "0 to 255 characters");
        assertRefused(
                QueryListenersByTag.builder()
                        .projectId("t-1")
                        .addTags(TagValues.of("k", List.of("ok", "v".repeat(256))))
                        .build(),
                "tags[0].values",
                "0 to 255 characters");
    }

    @Test
    void aBatchHasUpTo20TagsAndEachKeyOnce() {
        Tag[] tooMany =
                IntStream.rangeClosed(1, 21).mapToObj(i -> Tag.of("k" + i, "")).toArray(Tag[]::new);

        assertRefused(batch(tooMany), "tags: \"21 entries\" is not allowed, but 0 to 20 are");
        assertRefused(batch(Tag.of("k", "1"), Tag.of("k", "2")), "tags[1]: ", "key of tags[0] once more");
    }

    @Test
    void letsThroughWhatIsNotConfirmed() {
        cloud.on("POST " + TAGS + "/action").answers(204);

        otc.send(BatchUpdateLoadBalancerTags.builder()
                .projectId("t-1")
                .loadBalancerId("lb-1")
                .addTags(Tag.of("k", ""))
                .action(TagAction.DELETE)
                .build());

        assertThat(sent(cloud)).endsWith("\"action\":\"delete\"}");
    }

    @Test
    void aPageOfAQueryHas1To1000Entries() {
        assertRefused(query().limit(0).build(), "limit: \"0\" is not allowed, but 1 to 1000 is");
        assertRefused(query().limit(1001).build(), "limit: \"1001\"");
    }

    @Test
    void triesATagAgainBecauseTwiceIsTheSameAsOnce() {
        cloud.on("POST " + TAGS).answers(503).then(204);

        otc.tags().createLoadBalancerTag("t-1", "lb-1", Tag.of("k", "v"));

        assertThat(cloud.calls()).hasSize(2);
    }

    @Test
    void saysWhyATagCouldNotBeGiven() {
        String error = "{\"error_msg\": \"%s\", \"error_code\": \"VPC.1814\", \"request_id\": \"r-1\"}";
        cloud.on("POST " + TAGS)
                .answers(400, error.formatted("Resource loadbalancers lb-1 could not be found."))
                .then(400, error.formatted("Invalid input for operation: tags key is duplicated."))
                .then(400, error.formatted("number of tags exceed max num of 10."));

        for (Class<?> meaning :
                List.of(NotFoundException.class, AlreadyExistsException.class, QuotaExceededException.class)) {
            assertThatThrownBy(() -> otc.tags().createLoadBalancerTag("t-1", "lb-1", Tag.of("k", "v")))
                    .isInstanceOf(meaning)
                    .hasMessageContaining("VPC.1814");
        }
    }

    @Test
    void octaviaHasNoSuchTags() {
        try (OpenStackClient octavia = Clients.octavia(cloud)) {
            assertThatThrownBy(
                            () -> octavia.tags().listListenerTags("t-1", "l-1").toList())
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageContaining("ListListenerTags does not exist in the dialect octavia, only in otc");
        }
        assertThat(cloud.calls()).isEmpty();
    }

    private static BatchUpdateLoadBalancerTags batch(Tag... tags) {
        return BatchUpdateLoadBalancerTags.of("t-1", "lb-1", List.of(tags));
    }

    private static QueryLoadBalancersByTag.Builder query() {
        return QueryLoadBalancersByTag.builder().projectId("t-1");
    }

    private static void assertRefused(Request<?> request, String... words) {
        assertThatThrownBy(() -> otc.send(request))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);
        assertThat(cloud.calls()).isEmpty();
    }
}
