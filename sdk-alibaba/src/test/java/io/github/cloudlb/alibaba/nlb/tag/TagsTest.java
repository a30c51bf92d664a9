package io.github.cloudlb.alibaba.nlb.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.nlb.common.ResourceType;
import io.github.cloudlb.core.InvalidInputException;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class TagsTest extends NlbWireTestBase {
    private static final Tag ENV = Tag.builder().key("env").value("prod").build();

    @Test
    @Pins(value = "ListTagResources", in = "nlb")
    void areListedWithTheResourcesThatHaveThem() {
        answer("""
                {"RequestId": "req-1", "MaxResults": 50, "NextToken": "", "TotalCount": 1, "TagResources": [{
                    "AliUid": 1234567890123456,
                    "Category": "Custom",
                    "RegionNo": "cn-hangzhou",
                    "ResourceId": "nlb-1",
                    "ResourceType": "loadbalancer",
                    "Scope": "private",
                    "TagKey": "env",
                    "TagValue": "prod"}]}
                """);

        assertThat(nlb.tags()
                        .listTagResources(ListTagResources.builder()
                                .resourceType(ResourceType.LISTENER)
                                .addResourceIds("lsn-1", "lsn-2")
                                .addTags(ENV)
                                .maxResults(50)
                                .nextToken("t")
                                .regionId("cn-hangzhou")
                                .build()))
                .containsExactly(TaggedResource.builder()
                        .accountId(1234567890123456L)
                        .category(TagCategory.CUSTOM)
                        .regionId("cn-hangzhou")
                        .resourceId("nlb-1")
                        .resourceType(ResourceType.LOADBALANCER)
                        .scope("private")
                        .tagKey("env")
                        .tagValue("prod")
                        .build());

        assertSent(
                "ListTagResources",
                "MaxResults=50",
                "NextToken=t",
                "RegionId=cn-hangzhou",
                "ResourceId.1=lsn-1",
                "ResourceId.2=lsn-2",
                "ResourceType=listener",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
    }

    @Test
    @Pins(value = "TagResources", in = "nlb")
    void areGivenToManyAtOnce() {
        answer("{\"RequestId\": \"req-1\"}");

        Confirmation done = nlb.tags()
                .tagResources(TagResources.builder()
                        .resourceType(ResourceType.SERVERGROUP)
                        .addResourceIds("sgp-1", "sgp-2")
                        .addTags(ENV, Tag.builder().key("empty").value("").build())
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "TagResources",
                "ClientToken=c-1",
                "DryRun=true",
                "RegionId=cn-hangzhou",
                "ResourceId.1=sgp-1",
                "ResourceId.2=sgp-2",
                "ResourceType=servergroup",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "Tag.2.Key=empty",
                "Tag.2.Value=");
        assertThat(done.requestId()).isEqualTo("req-1");
    }

    @Test
    @Pins(value = "UntagResources", in = "nlb")
    void areTakenAwayByTheirKeys() {
        answer("{\"RequestId\": \"req-1\"}");

        Confirmation done = nlb.tags()
                .untagResources(UntagResources.builder()
                        .resourceType(ResourceType.SECURITYPOLICY)
                        .addResourceIds("tls-1")
                        .addTagKeys("env", "owner")
                        .all(false)
                        .regionId("cn-hangzhou")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UntagResources",
                "All=false",
                "ClientToken=c-1",
                "RegionId=cn-hangzhou",
                "ResourceId.1=tls-1",
                "ResourceType=securitypolicy",
                "TagKey.1=env",
                "TagKey.2=owner");
        assertThat(done.requestId()).isEqualTo("req-1");
    }

    @Test
    void areNotGivenToMoreThanFiftyResourcesAtOnce() {
        List<String> many = Collections.nCopies(51, "sgp-1");

        assertThatThrownBy(() -> nlb.tags().tagResources(TagResources.of(ResourceType.SERVERGROUP, many, List.of(ENV))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ResourceId: \"51 entries\" is not allowed, but 1 to 50 are");
        assertThat(cloud.requests()).isEmpty();
    }

    @Test
    void areNotAskedForOfNoResource() {
        assertThatThrownBy(() ->
                        nlb.tags().tagResources(TagResources.of(ResourceType.SERVERGROUP, List.of(), List.of(ENV))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ResourceId: \"0 entries\" is not allowed, but 1 to 50 are");
    }
}
