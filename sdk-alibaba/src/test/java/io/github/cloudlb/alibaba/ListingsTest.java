package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.acl.ListAclEntries;
import io.github.cloudlb.alibaba.acl.ListAcls;
import io.github.cloudlb.alibaba.ascript.ListAScripts;
import io.github.cloudlb.alibaba.certificate.ListListenerCertificates;
import io.github.cloudlb.alibaba.common.ResourceType;
import io.github.cloudlb.alibaba.healthchecktemplate.ListHealthCheckTemplates;
import io.github.cloudlb.alibaba.job.ListAsynJobs;
import io.github.cloudlb.alibaba.listener.ListListeners;
import io.github.cloudlb.alibaba.loadbalancer.ListLoadBalancers;
import io.github.cloudlb.alibaba.rule.ListRules;
import io.github.cloudlb.alibaba.securitypolicy.ListSecurityPolicies;
import io.github.cloudlb.alibaba.servergroup.ListServerGroupServers;
import io.github.cloudlb.alibaba.servergroup.ListServerGroups;
import io.github.cloudlb.alibaba.tag.ListTagKeys;
import io.github.cloudlb.alibaba.tag.ListTagResources;
import io.github.cloudlb.alibaba.tag.ListTagValues;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.IntStream;

/** Pages, and filters that are longer than a call takes. */
class ListingsTest extends WireTestBase {
    static List<Request<? extends Page<?>>> listings() {
        return List.of(
                ListAScripts.builder().build(),
                ListAclEntries.of("acl-1"),
                ListAcls.builder().build(),
                ListAsynJobs.builder().build(),
                ListHealthCheckTemplates.builder().build(),
                ListListenerCertificates.of("lsn-1"),
                ListListeners.builder().build(),
                ListLoadBalancers.builder().build(),
                ListRules.builder().build(),
                ListSecurityPolicies.builder().build(),
                ListServerGroups.builder().build(),
                ListServerGroupServers.builder().build(),
                ListTagKeys.of(ResourceType.ACL),
                ListTagResources.of(ResourceType.ACL),
                ListTagValues.of("key"));
    }

    @ParameterizedTest
    @MethodSource("listings")
    @SuppressWarnings("unchecked") // which items they are is of no matter here
    void goesOnAfterAnEmptyPageAndEndsWithAnEmptyToken(Request<? extends Page<?>> listing) {
        answers(
                "{\"RequestId\": \"r-1\", \"NextToken\": \"t-1\"}",
                "{\"RequestId\": \"r-2\", \"NextToken\": \"t-2\"}",
                "{\"RequestId\": \"r-3\", \"NextToken\": \"\"}");

        assertThat(client.stream((Request<Page<Object>>) listing)).isEmpty();

        assertThat(cloud.requests())
                .map(request -> new Sent(request).query().getOrDefault("NextToken", ""))
                .containsExactly("", "t-1", "t-2");
    }

    @Test
    void refusesToWalkInACircle() {
        cloud.on("POST /")
                .answers(200, "{\"NextToken\": \"again\", \"ServerGroups\": []}")
                .always();

        assertThatThrownBy(() -> client.serverGroups()
                        .listServerGroups(ListServerGroups.builder().build())
                        .toList())
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("again")
                .hasMessageEndingWith("it leads back to an earlier page");
        assertThat(cloud.requests()).hasSize(2);
    }

    @Test
    void refusesToWalkInACircleOfTheTwoListsOfHealthToo() {
        cloud.on("POST /")
                .answers(200, "{\"RequestId\": \"r\", \"NextToken\": \"again\"}")
                .always();

        assertThatThrownBy(() -> client.listeners().health("lsn-1"))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageEndingWith("it leads back to an earlier page");
        assertThat(cloud.requests()).hasSize(2);
    }

    @Test
    void asksForALongListOfIdsInParts() {
        answers(groups("sgp-1"), groups("sgp-21", "sgp-22"), groups());

        assertThat(client.serverGroups()
                        .listServerGroups(ListServerGroups.builder()
                                .serverGroupIds(texts(45))
                                .vpcId("vpc-1")
                                .build())
                        .map(group -> group.serverGroupId()))
                .containsExactly("sgp-1", "sgp-21", "sgp-22");

        assertThat(cloud.requests())
                .map(request -> values(new Sent(request), "ServerGroupIds."))
                .containsExactly(
                        texts(45).subList(0, 20),
                        texts(45).subList(20, 40),
                        texts(45).subList(40, 45));
        assertThat(cloud.requests())
                .allSatisfy(request -> assertThat(new Sent(request).query()).containsEntry("VpcId", "vpc-1"));
    }

    @Test
    void asksForTwoLongListsInAllCombinations() {
        cloud.on("POST /").answers(200, groups()).always();

        assertThat(client.serverGroups()
                        .listServerGroups(ListServerGroups.builder()
                                .serverGroupIds(texts(21))
                                .serverGroupNames(texts(11))
                                .build()))
                .isEmpty();

        assertThat(cloud.requests())
                .map(request -> values(new Sent(request), "ServerGroupIds.").size() + " x "
                        + values(new Sent(request), "ServerGroupNames.").size())
                .containsExactly("20 x 10", "20 x 1", "1 x 10", "1 x 1");
    }

    @Test
    void asksForAPartWhenTheStreamReachesIt() {
        answers(groups("sgp-1"));

        assertThat(client.serverGroups()
                        .listServerGroups(ListServerGroups.builder()
                                .serverGroupIds(texts(45))
                                .build())
                        .findFirst())
                .isPresent();

        assertThat(cloud.requests()).hasSize(1);
    }

    @Test
    void asksForARequiredListInPartsToo() {
        cloud.on("POST /").answers(200, "{\"AclRelations\": []}").always();

        assertThat(client.acls().listAclRelations(texts(7))).isEmpty();

        assertThat(cloud.requests())
                .map(request -> values(new Sent(request), "AclIds.").size())
                .containsExactly(5, 2);
    }

    @Test
    void asksOnceForAnIdNamedTwice() {
        cloud.on("POST /").answers(200, groups()).always();
        List<String> twice =
                IntStream.range(0, 60).mapToObj(i -> "sgp-" + i % 30).toList();

        assertThat(client.serverGroups()
                        .listServerGroups(
                                ListServerGroups.builder().serverGroupIds(twice).build()))
                .isEmpty();

        assertThat(cloud.requests())
                .map(request -> values(new Sent(request), "ServerGroupIds.").size())
                .containsExactly(20, 10);
    }

    @Test
    void splitsNoRequestThatIsSentAsItIs() {
        assertThatThrownBy(() -> client.send(
                        ListServerGroups.builder().serverGroupIds(texts(21)).build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ServerGroupIds")
                .hasMessageContaining("20");
    }

    private void answers(String... pages) {
        for (String page : pages) {
            cloud.on("POST /").answers(200, page);
        }
    }

    private static String groups(String... ids) {
        return "{\"ServerGroups\": ["
                + String.join(
                        ",",
                        List.of(ids).stream()
                                .map(id -> "{\"ServerGroupId\": \"" + id + "\"}")
                                .toList())
                + "]}";
    }

    private static List<String> texts(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "sgp-" + i).toList();
    }

    private static List<String> values(Sent sent, String prefix) {
        return IntStream.rangeClosed(1, sent.query().size())
                .mapToObj(i -> sent.query().getOrDefault(prefix + i, ""))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
