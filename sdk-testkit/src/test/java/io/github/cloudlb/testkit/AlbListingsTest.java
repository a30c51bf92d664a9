package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Pages, filters and tags. */
class AlbListingsTest extends AlbStateTestBase {

    @ParameterizedTest
    @CsvSource({
        "'', alb-1 alb-dual alb-6",
        "LoadBalancerIds.1=alb-6&LoadBalancerIds.2=alb-1&LoadBalancerIds.3=alb-none, alb-1 alb-6",
        "LoadBalancerNames.1=dual, alb-dual",
        "AddressIpVersion=DualStack, alb-dual alb-6",
        "AddressIpVersion=DualStack&Ipv6AddressType=Internet, alb-6",
        "ZoneId=cn-hangzhou-j, alb-dual",
        "VpcIds.1=vpc-testkit&VpcIds.2=vpc-2&LoadBalancerStatus=Active&PayType=PostPay, alb-1 alb-dual alb-6",
        "VpcIds.1=vpc-2, ''",
        "Tag.1.Key=team&Tag.1.Value=shop, alb-1",
        "Tag.1.Key=team, alb-1",
        "Tag.1.Key=team&Tag.1.Value=other, ''",
        "AddressType=Intranet, ''",
        "LoadBalancerBussinessStatus=Normal&DNSName=alb-6.cn-hangzhou.alb.aliyuncs.com, alb-6",
    })
    void filtersLoadBalancers(String filter, String ids) throws Exception {
        JsonNode found = done("ListLoadBalancers", filter);

        assertThat(String.join(" ", found.path("LoadBalancers").findValuesAsText("LoadBalancerId")))
                .isEqualTo(ids);
        assertThat(found.path("TotalCount").asInt())
                .isEqualTo(found.path("LoadBalancers").size());
    }

    @ParameterizedTest
    @CsvSource({
        "ListListeners, LoadBalancerIds.1=alb-1&ListenerProtocol=HTTPS, Listeners, ListenerId, lsn-https",
        "ListListeners, ListenerIds.1=lsn-stopped, Listeners, ListenerId, lsn-stopped",
        "ListRules, LoadBalancerIds.1=alb-1, Rules, RuleId, rule-1",
        "ListRules, LoadBalancerIds.1=alb-6, Rules, RuleId, ''",
        "ListAScripts, AScriptNames.1=header, AScripts, AScriptId, as-1",
        "ListServerGroups, ServerGroupNames.1=unused&ServerGroupType=Instance, ServerGroups, ServerGroupId, sgp-unused",
        "ListServerGroupServers, ServerIds.1=i-2, Servers, ServerId, i-2",
        "ListServerGroupServers, '', Servers, ServerId, i-1 i-2",
        "ListAcls, AclIds.1=acl-unused, Acls, AclId, acl-unused",
        "ListHealthCheckTemplates, HealthCheckTemplateNames.1=careful, HealthCheckTemplates, HealthCheckTemplateId, hct-1",
        "ListListenerCertificates, ListenerId=lsn-https&CertificateIds.1=cert-2, Certificates, CertificateId, cert-2",
    })
    void filtersOthers(String action, String filter, String list, String id, String ids) throws Exception {
        assertThat(String.join(" ", done(action, filter).path(list).findValuesAsText(id)))
                .isEqualTo(ids);
    }

    @Test
    void aPageBeginsWhereTheLastOneEndedWhateverWasDeletedMeanwhile() throws Exception {
        for (int i = 1; i <= 7; i++) {
            alb.addServerGroup("group" + i);
        }
        List<String> names = new ArrayList<>();
        JsonNode page = done("ListServerGroups", "MaxResults=4");
        names.addAll(page.path("ServerGroups").findValuesAsText("ServerGroupName"));
        done("DeleteServerGroup", "ServerGroupId=sgp-unused");
        page = done(
                "ListServerGroups",
                "MaxResults=4&NextToken=" + page.path("NextToken").asText());
        names.addAll(page.path("ServerGroups").findValuesAsText("ServerGroupName"));
        assertThat(page.path("TotalCount").asInt()).isEqualTo(8);
        page = done("ListServerGroups", "NextToken=" + page.path("NextToken").asText());
        names.addAll(page.path("ServerGroups").findValuesAsText("ServerGroupName"));

        assertThat(names)
                .containsExactly("web", "unused", "group1", "group2", "group3", "group4", "group5", "group6", "group7");
        assertThat(page.has("NextToken")).isFalse();
    }

    @Test
    void aTokenIsGoodForItsListingOnly() throws Exception {
        String token =
                done("ListLoadBalancers", "MaxResults=1").path("NextToken").asText();

        assertThat(code("ListListeners", "NextToken=" + token)).isEqualTo("400 InvalidParameter");
        assertThat(code("ListLoadBalancers", "AddressType=Internet&NextToken=" + token))
                .isEqualTo("400 InvalidParameter");
        assertThat(done("ListLoadBalancers", "MaxResults=2&NextToken=" + token).path("LoadBalancers"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ListLoadBalancers, MaxResults=0",
        "ListLoadBalancers, MaxResults=many",
        "ListLoadBalancers, AddressType=Cable",
        "ListServerGroupServers, MaxResults=1001",
        "GetListenerHealthStatus, ListenerId=lsn-http&MaxResults=31",
    })
    void refusesWhatNoPageCanBe(String action, String query) throws Exception {
        assertThat(code(action, query)).isEqualTo("400 InvalidParameter");
    }

    @Test
    void tagsAreSetReadAndTakenAway() throws Exception {
        done(
                "TagResources",
                "ResourceType=servergroup&ResourceId.1=sgp-1&ResourceId.2=sgp-unused"
                        + "&Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=team&Tag.2.Value=web");
        assertThat(done("ListTagResources", "ResourceType=servergroup&Tag.1.Key=env")
                        .path("TagResources"))
                .hasSize(4);
        assertThat(done("ListTagKeys", "ResourceType=servergroup&Keyword=te")
                        .path("TagKeys")
                        .findValuesAsText("TagKey"))
                .containsExactly("team");
        assertThat(done("ListTagValues", "TagKey=team").path("TagValues").toString())
                .isEqualTo("[\"shop\",\"web\"]");

        done("UnTagResources", "ResourceType=servergroup&ResourceId.1=sgp-1&TagKey.1=env");
        assertThat(first("ListServerGroups", "ServerGroupIds.1=sgp-1", "ServerGroups")
                        .path("Tags")
                        .toString())
                .isEqualTo("[{\"Key\":\"team\",\"Value\":\"web\"}]");
        done("UnTagResources", "ResourceType=servergroup&ResourceId.1=sgp-1&All=true");
        assertThat(done("ListTagResources", "ResourceType=servergroup&ResourceId.1=sgp-1")
                        .path("TagResources"))
                .isEmpty();
        assertThat(code("TagResources", "ResourceType=acl&ResourceId.1=acl-none&Tag.1.Key=a"))
                .isEqualTo("404 ResourceNotFound.Acl");
    }

    @Test
    void aResourceMovesToAnotherGroup() throws Exception {
        done("MoveResourceGroup", "ResourceType=acl&ResourceId=acl-1&NewResourceGroupId=rg-2");

        assertThat(done("ListAcls", "ResourceGroupId=rg-2").path("Acls").findValuesAsText("AclId"))
                .containsExactly("acl-1");
    }

    @Test
    void parametersMayBeAnywhere() throws Exception {
        assertThat(client.call("ListAcls", "", "AclNames.1=offices&MaxResults=5")
                        .body())
                .contains("\"MaxResults\":5", "acl-1")
                .doesNotContain("acl-unused");
        client.header("content-type", "application/json");
        assertThat(client.call("ListAcls", "", "{\"AclNames\": [\"offices\"], \"MaxResults\": 6}")
                        .body())
                .contains("\"MaxResults\":6", "acl-1")
                .doesNotContain("acl-unused");
    }
}
