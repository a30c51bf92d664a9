package io.github.cloudlb.alibaba.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.common.ResourceType;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

/** Tags as they go over the wire. */
class TagsTest extends WireTestBase {
    private static final Tag PROD = Tag.builder().key("env").value("prod").build();
    private static final Confirmation DONE =
            Confirmation.builder().requestId("req-1").build();

    @Test
    @Pins("TagResources")
    void areGivenToManyResources() {
        answer("{\"RequestId\": \"req-1\"}");

        Confirmation done = client.tags()
                .tagResources(
                        ResourceType.ACL,
                        List.of("acl-1", "acl-2"),
                        List.of(PROD, Tag.builder().key("owner").value("").build()));

        assertSent(
                "TagResources",
                "ResourceId.1=acl-1",
                "ResourceId.2=acl-2",
                "ResourceType=acl",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "Tag.2.Key=owner",
                "Tag.2.Value=");
        assertThat(done).isEqualTo(DONE);
    }

    @Test
    @Pins("UnTagResources")
    void areTakenFromManyResources() {
        answer("{\"RequestId\": \"req-1\"}");

        Confirmation done = client.tags()
                .untagResources(UnTagResources.builder()
                        .resourceType(ResourceType.SERVERGROUP)
                        .addResourceIds("sgp-1", "sgp-2")
                        .addTags(PROD)
                        .addTagKeys("owner", "team")
                        .all(false)
                        .build());

        assertSent(
                "UnTagResources",
                "All=false",
                "ResourceId.1=sgp-1",
                "ResourceId.2=sgp-2",
                "ResourceType=servergroup",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "TagKey.1=owner",
                "TagKey.2=team");
        assertThat(done).isEqualTo(DONE);
    }

    @Test
    @Pins("ListTagKeys")
    void tellTheirKeys() {
        answer("""
                {"MaxResults": 50, "NextToken": "t-2", "RequestId": "req-1", "TotalCount": 1000,
                 "TagKeys": [{"Category": "Custom", "TagKey": "env"}]}
                """);
        ListTagKeys request = ListTagKeys.builder()
                .resourceType(ResourceType.LOADBALANCER)
                .category(TagCategory.ALL)
                .keyword("en")
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<TagKey> page = client.send(request);

        assertSent(
                "ListTagKeys",
                "Category=All",
                "Keyword=en",
                "MaxResults=50",
                "NextToken=t-1",
                "ResourceType=loadbalancer");
        assertThat(page.items())
                .containsExactly(
                        TagKey.builder().category(TagCategory.CUSTOM).key("env").build());
        assertGoesOn(
                page,
                ListTagKeys.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }

    @Test
    @Pins("ListTagValues")
    void tellTheirValuesAsPlainTexts() {
        answer("""
                {"MaxResults": 50, "NextToken": "t-2", "RequestId": "req-1", "TotalCount": 2,
                 "TagValues": ["prod", ""]}
                """);
        ListTagValues request = ListTagValues.builder()
                .tagKey("env")
                .resourceType(ResourceType.SECURITYPOLICY)
                .resourceId("spy-1")
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<String> page = client.send(request);

        assertSent(
                "ListTagValues",
                "MaxResults=50",
                "NextToken=t-1",
                "ResourceId=spy-1",
                "ResourceType=securitypolicy",
                "TagKey=env");
        assertThat(page.items()).containsExactly("prod", "");
        assertGoesOn(
                page,
                ListTagValues.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=2");
    }

    @Test
    void tellTheirValuesPageAfterPage() {
        answer("{\"NextToken\": \"t-2\", \"RequestId\": \"req-1\", \"TagValues\": [\"prod\"]}");
        answer("{\"NextToken\": \"\", \"RequestId\": \"req-2\", \"TagValues\": [\"test\"]}");

        assertThat(client.tags().listTagValues("env")).containsExactly("prod", "test");
        assertThat(cloud.requests().stream().map(request -> new Sent(request).query()))
                .containsExactly(parameters("TagKey=env"), parameters("NextToken=t-2", "TagKey=env"));
    }

    @Test
    @Pins("ListTagResources")
    void tellTheResourcesThatHaveThemWithoutATotal() {
        answer("""
                {"MaxResults": 50, "NextToken": "t-2", "RequestId": "req-1", "TagResources": [
                    {"ResourceId": "acl-1", "ResourceType": "acl", "TagKey": "env", "TagValue": "prod"}]}
                """);
        ListTagResources request = ListTagResources.builder()
                .resourceType(ResourceType.ACL)
                .addResourceIds("acl-1", "acl-2")
                .addTags(PROD)
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<TaggedResource> page = client.send(request);

        assertSent(
                "ListTagResources",
                "MaxResults=50",
                "NextToken=t-1",
                "ResourceId.1=acl-1",
                "ResourceId.2=acl-2",
                "ResourceType=acl",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
        assertThat(page.items())
                .containsExactly(TaggedResource.builder()
                        .resourceId("acl-1")
                        .resourceType(ResourceType.ACL)
                        .tagKey("env")
                        .tagValue("prod")
                        .build());
        assertGoesOn(
                page,
                ListTagResources.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1");
    }

    @Test
    void areNotForResourcesOfEveryKind() {
        assertRefused(
                TagResources.of(ResourceType.LISTENER, List.of("lsn-1"), List.of(PROD)),
                "ResourceType",
                "listener",
                "one of acl, loadbalancer, securitypolicy, servergroup is");
    }

    @Test
    void areNotTakenFromMoreResourcesThanACallTakes() {
        assertRefused(
                UnTagResources.of(ResourceType.ACL, Collections.nCopies(51, "acl-1")),
                "ResourceId",
                "51 entries",
                "1 to 50 are");
        assertRefused(
                ListTagValues.of("aliyun-env"), "TagKey", "aliyun-env", "a text that does not start with aliyun is");
    }
}
