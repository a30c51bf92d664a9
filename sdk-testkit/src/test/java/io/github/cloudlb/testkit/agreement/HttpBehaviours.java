package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Octavia: HTTP")
abstract class HttpBehaviours extends TreeBehaviours {
    private static final String NOT_FOUND = "404 [routing] Not Found:";

    HttpBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void anUnknownPathIsNotFound() {
        Said said = lbaas.get("/nowhere");

        assertThat(said.told()).startsWith(NOT_FOUND);
        assertThat(Shape.of(said.json())).isEqualTo("{code: number, description: text, title: text}");
    }

    @Test
    void thereIsNoListOfAllMembers() {
        assertThat(lbaas.get("/members").told()).startsWith(NOT_FOUND);
    }

    @Test
    void aSlashAtTheEndIsLeftOut() {
        assertThat(lbaas.get("/pools/" + pool + "/").id()).isEqualTo(pool);
        assertThat(lbaas.get("/pools/").told()).isEqualTo("200");
    }

    @Test
    void jsonAtTheEndOfAPathIsLeftOut() {
        assertThat(lbaas.get("/pools/" + pool + ".json").id()).isEqualTo(pool);
        assertThat(lbaas.get("/pools.json").told()).isEqualTo("200");
    }

    @Test
    void aDoubleSlashIsForbidden() {
        assertThat(octavia.get("/v2.0/lbaas//pools").told())
                .isEqualTo("403 Policy does not allow this request to be performed.");
    }

    @Test
    void whatFollowsAnIdIsTakenForAField() {
        assertThat(lbaas.get("/pools/" + pool + "/nothing").body().replace(" ", ""))
                .isEqualTo("{\"pool\":{}}");
        assertThat(lbaas.get("/loadbalancers/" + lb + "/nothing").body().replace(" ", ""))
                .isEqualTo("{\"loadbalancer\":{}}");
        assertThat(lbaas.get("/listeners/" + listener + "/nothing").body().replace(" ", ""))
                .isEqualTo("{\"listener\":{}}");
    }

    @Test
    void whatFollowsAnUnknownIdIsNotFound() {
        assertThat(lbaas.get("/pools/" + NOBODY + "/nothing").told()).isEqualTo("404 Pool " + NOBODY + " not found.");
    }

    @Test
    void eachAnswerHasARequestIdOfItsOwn() {
        String first = lbaas.get("/pools").header("x-openstack-request-id").orElse("");

        assertThat(first).matches("req-[0-9a-f-]{36}");
        assertThat(lbaas.get("/pools").header("x-openstack-request-id"))
                .isPresent()
                .isNotEqualTo(first);
        assertThat(lbaas.get("/pools/" + NOBODY).header("x-openstack-request-id"))
                .isPresent();
        assertThat(octavia.get("/").header("x-openstack-request-id")).isPresent();
        assertThat(lbaas.get("/nowhere").header("x-openstack-request-id")).isPresent();
    }

    @Test
    void aRequestIdThatWasSentIsNotTakenUp() {
        assertThat(lbaas.with("x-openstack-request-id", "req-mine")
                        .get("/pools")
                        .header("x-openstack-request-id"))
                .isPresent()
                .isNotEqualTo("req-mine");
    }

    @Test
    void optionsHaveNoRequestId() {
        assertThat(lbaas.send("OPTIONS", "/pools", "").header("x-openstack-request-id"))
                .isEmpty();
        assertThat(octavia.get("/healthcheck").header("x-openstack-request-id")).isEmpty();
    }

    @Test
    void headIsNotAllowed() {
        Said said = lbaas.send("HEAD", "/pools", "");

        assertThat(said.status()).isEqualTo(405);
        assertThat(said.header("Allow")).contains("DELETE, GET, POST, PUT");
        assertThat(lbaas.send("HEAD", "/pools/" + pool, "").status()).isEqualTo(405);
    }

    @Test
    void patchIsNotAllowed() {
        Said said = lbaas.send("PATCH", "/pools/" + pool, "{}");

        assertThat(said.told()).startsWith("405 [routing] Method Not Allowed:");
        assertThat(said.header("Allow")).contains("DELETE, GET, POST, PUT");
    }

    @Test
    void aChangeNeedsAnId() {
        assertThat(lbaas.put("/pools", "{'pool':{}}").told()).isEqualTo("400 Missing argument: \"id\"");
        assertThat(lbaas.delete("/pools").told()).isEqualTo("400 Missing argument: \"id\"");
    }

    @Differs(
            original = "204, Content-Length 0",
            kit = "204, no Content-Length",
            because = "RFC 9110, 8.6 forbids the header in a 204; the server that the test kit stands on keeps to it.")
    @Test
    void aDeletionHasAnEmptyAnswer() {
        Said said = lbaas.delete("/pools/" + newPool());

        String length = said.header("Content-Length")
                .map(value -> "Content-Length " + value)
                .orElse("no Content-Length");
        assertThat(said.told() + ", " + length).isEqualTo(difference());
    }

    @Test
    void anAnswerSaysNothingOfWhereAndWhichAndWhen() {
        Said said = lbaas.post(
                "/pools/" + pool + "/members", "{'member':{'address':'" + newAddress() + "','protocol_port':80}}");

        assertThat(said.told()).isEqualTo("201");
        assertThat(said.header("Location")).isEmpty();
        assertThat(said.header("ETag")).isEmpty();
        assertThat(said.header("Retry-After")).isEmpty();
    }

    @Test
    void anAnswerTellsItsLength() {
        Said said = lbaas.get("/pools/" + pool);

        assertThat(said.header("Content-Length"))
                .contains(String.valueOf(said.body().length()));
        assertThat(said.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void whatIsNotAsciiIsEscaped() {
        String id = newPool();

        Said said = lbaas.put("/pools/" + id, "{'pool':{'name':'é中'}}");

        assertThat(said.body()).containsIgnoringCase("\"\\u00e9\\u4e2d\"");
        assertThat(lbaas.get("/pools/" + id).get("name")).isEqualTo("é中");
    }

    @Test
    void aBodyOfAReadMustBeJson() {
        assertThat(lbaas.send("GET", "/pools", "{}").told()).isEqualTo("200");
        assertThat(lbaas.send("GET", "/pools", "{x").told()).isEqualTo("400 Request is not in valid JSON format");
        assertThat(lbaas.send("GET", "/pools", "[]").told()).isEqualTo("400 Request must be a JSON dict");
    }
}
