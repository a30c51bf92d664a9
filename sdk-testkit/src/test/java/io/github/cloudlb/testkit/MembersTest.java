package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;

class MembersTest extends OctaviaTestBase {
    private final String first = octavia.addMember(pool, "192.0.2.1", 80);

    @Test
    void aNewMemberIsAnsweredWhole() throws Exception {
        HttpResponse<String> answer =
                client.post(members, "{\"member\":{\"address\":\"192.0.2.11\",\"protocol_port\":\"8080\"}}");

        JsonNode member = json(answer).path("member");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo("{\"member\":{\"id\":\"" + member.path("id").asText()
                        + "\",\"name\":\"\",\"operating_status\":\"NO_MONITOR\",\"provisioning_status\":\"PENDING_CREATE\","
                        + "\"admin_state_up\":true,\"address\":\"192.0.2.11\",\"protocol_port\":8080,\"weight\":1,"
                        + "\"backup\":false,\"subnet_id\":null,\"project_id\":\"" + OctaviaServer.PROJECT_ID + "\","
                        + "\"created_at\":\"2026-03-04T05:06:07\",\"updated_at\":null,\"monitor_address\":null,"
                        + "\"monitor_port\":null,\"tags\":[],\"tenant_id\":\"" + OctaviaServer.PROJECT_ID + "\"}}");
    }

    @Test
    void aChangeIsSeenAndDone() throws Exception {
        HttpResponse<String> answer = client.put(members + "/" + first, "{\"member\":{\"weight\":5}}");

        assertThat(json(answer).path("member").path("provisioning_status").asText())
                .isEqualTo("PENDING_UPDATE");
        JsonNode later = json(client.get(members + "/" + first)).path("member");
        assertThat(later.path("provisioning_status").asText()).isEqualTo("ACTIVE");
        assertThat(later.path("weight").asInt()).isEqualTo(5);
        assertThat(later.path("updated_at").asText()).isEqualTo("2026-03-04T05:06:07");
    }

    @Test
    void aRemovedMemberIsGoneAndTheSecondTryIsNotFound() throws Exception {
        HttpResponse<String> answer = client.delete(members + "/" + first);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(octavia.members(pool)).isEmpty();
        assertThat(fault(client.delete(members + "/" + first))).isEqualTo("404 Member " + first + " not found.");
    }

    @Test
    void aPoolThatIsGoneIsNotFoundInAnotherShape() throws Exception {
        HttpResponse<String> answer = client.delete("/v2.0/lbaas/pools/" + NOBODY + "/members/" + first);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"code\":404,\"title\":\"Bad Request\",\"description\":\"Pool " + NOBODY + " not found.\"}");
    }

    @Test
    void andInHtmlForWhoAsksForNoJson() throws Exception {
        Browser careless = new Browser(octavia.uri(), "X-Auth-Token", login());

        HttpResponse<String> answer = careless.delete("/v2.0/lbaas/pools/" + NOBODY + "/members/" + first);

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
        assertThat(answer.body()).contains("<h1>404 Bad Request</h1>").contains("Pool " + NOBODY + " not found.");
    }

    @Test
    void byWayOfAnotherPoolAMemberIsNotFound() throws Exception {
        String other = octavia.addPool(lb, "other");

        assertThat(fault(client.get("/v2.0/lbaas/pools/" + other + "/members/" + first)))
                .isEqualTo("404 Member " + first + " not found.");
    }

    @Test
    void sameAddressAndPortIsADuplicate() throws Exception {
        assertThat(fault(client.post(members, "{\"member\":{\"address\":\"192.0.2.1\",\"protocol_port\":80}}")))
                .isEqualTo("409 Another member on this pool is already using ip 192.0.2.1 on protocol_port 80");
        assertThat(client.post(members, "{\"member\":{\"address\":\"192.0.2.1\",\"protocol_port\":81}}")
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"address":"192.0.2.9"}                                         | Invalid input for field/attribute protocol_port. Value: 'None'. Mandatory field missing.
        {"address":"192.0.2.9","protocol_port":65536}                   | Invalid input for field/attribute protocol_port. Value: '65536'. Value should be lower or equal to 65535
        {"address":"192.0.2.9","protocol_port":0}                       | Invalid input for field/attribute protocol_port. Value: '0'. Value should be greater or equal to 1
        {"address":"192.0.2.9","protocol_port":80,"weight":257}         | Invalid input for field/attribute weight. Value: '257'. Value should be lower or equal to 256
        {"address":"example.org","protocol_port":80}                    | Invalid input for field/attribute address. Value: 'example.org'. Value should be IPv4 or IPv6 format
        {"address":"192.0.2.031","protocol_port":80}                    | Invalid input for field/attribute address. Value: '192.0.2.031'. Value should be IPv4 or IPv6 format
        {"address":"192.0.2.9","protocol_port":80,"name":5}             | Invalid input for field/attribute name. Value: '5'. Value should be string
        {"address":"192.0.2.9","protocol_port":80,"subnet_id":"x"}      | Invalid input for field/attribute subnet_id. Value: 'x'. Value should be UUID format
        {"address":"192.0.2.9","protocol_port":"80x"}                   | Invalid input for field/attribute member_. Value: '{'member': {'address': '192.0.2.9', 'protocol_port': '80x'}}'. invalid literal for int() with base 10: '80x'
        {"address":"192.0.2.9","protocol_port":80,"bogus":1}            | Unknown attribute for argument member_.member: bogus
        {"address":"192.0.2.9","protocol_port":80,"id":1,"zz":2}        | Unknown attributes for argument member_.member: id, zz
        """, quoteCharacter = '\0')
    void refusesWhatOctaviaRefuses(String member, String text) throws Exception {
        assertThat(fault(client.post(members, "{\"member\":" + member + "}"))).isEqualTo("400 " + text);
    }

    @Test
    void whatCannotBeChangedIsUnknownInAChange() throws Exception {
        assertThat(fault(client.put(members + "/" + first, "{\"member\":{\"address\":\"192.0.2.9\"}}")))
                .isEqualTo("400 Unknown attribute for argument member_.member: address");
    }

    @Test
    void nullIsNotAbsent() throws Exception {
        client.put(members + "/" + first, "{\"member\":{\"weight\":7,\"tags\":[\"b\",\"a\"]}}");
        JsonNode member = json(client.put(
                        members + "/" + first,
                        "{\"member\":{\"weight\":null,\"name\":null,\"tags\":null,\"admin_state_up\":null}}"))
                .path("member");

        assertThat(member.path("weight").asInt()).isEqualTo(1);
        assertThat(member.path("name").asText()).isEmpty();
        assertThat(member.path("tags").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(member.path("admin_state_up").asBoolean()).isFalse();
    }

    @Test
    void aNewMemberMayHaveNoWeightButMustNotHaveANullBackup() throws Exception {
        assertThat(json(client.post(
                                members,
                                "{\"member\":{\"address\":\"192.0.2.9\",\"protocol_port\":80,\"weight\":null}}"))
                        .path("member")
                        .path("weight")
                        .isNull())
                .isTrue();
        assertThat(fault(client.post(
                        members, "{\"member\":{\"address\":\"192.0.2.8\",\"protocol_port\":80,\"backup\":null}}")))
                .isEqualTo("500 Something unknown went wrong");
    }

    @Test
    void bodiesThatAreNoneAreRefusedEachInItsWay() throws Exception {
        assertThat(fault(client.post(members, ""))).isEqualTo("400 Missing argument: \"member_\"");
        assertThat(fault(client.post(members, "{x"))).isEqualTo("400 Request is not in valid JSON format");
        assertThat(fault(client.post(members, "{}"))).isEqualTo("500 'UnsetType' object has no attribute 'address'");
        assertThat(fault(client.post(members, "{\"member\":[]}")))
                .isEqualTo("500 'list' object has no attribute 'keys'");
        assertThat(fault(client.post(members, "{\"members\":[]}")))
                .isEqualTo("400 Unknown attribute for argument member_: members");
        assertThat(fault(client.delete(members + "/" + first + "?cascade=true")))
                .isEqualTo("400 Unknown argument: \"cascade\"");
    }

    @Test
    void theContentTypeMatters() throws Exception {
        Browser text = new Browser(octavia.uri(), "X-Auth-Token", login(), "Content-Type", "text/plain");
        Browser form = new Browser(
                octavia.uri(), "X-Auth-Token", login(), "Content-Type", "application/x-www-form-urlencoded");

        assertThat(fault(text.post(members, "{}"))).isEqualTo("415 Unknown mimetype: text/plain");
        assertThat(fault(form.post(members, "{}"))).isEqualTo("400 Unknown argument: \"{}\"");
    }
}
