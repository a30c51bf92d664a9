package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Area("Octavia: types of bodies")
abstract class AcceptBehaviours extends TreeBehaviours {
    AcceptBehaviours(Cloud cloud) {
        super(cloud);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/json, */*;q=0.1"})
    void jsonIsGivenToWhoTakesIt(String accept) {
        Said said = lbaas.with("Accept", accept).get("/pools/" + pool);

        assertThat(said.told()).isEqualTo("200");
        assertThat(said.type()).isEqualTo("application/json");
    }

    @Test
    void jsonIsGivenToWhoSaysNothing() {
        Said said = lbaas.without("Accept").get("/pools/" + pool);

        assertThat(said.told()).isEqualTo("200");
        assertThat(said.type()).isEqualTo("application/json");
    }

    @Test
    void whoTakesPagesOnlyGetsNothing() {
        Said said = lbaas.with("Accept", "text/html").get("/pools/" + pool);

        assertThat(said.told()).isEqualTo("406 [text/html] 406 Not Acceptable");
        assertThat(said.header("x-openstack-request-id")).isPresent();
    }

    @Test
    void whoTakesPagesOnlyChangesNothing() {
        String id = newPool();

        assertThat(lbaas.with("Accept", "text/html")
                        .put("/pools/" + id, "{'pool':{'name':'changed'}}")
                        .status())
                .isEqualTo(406);
        assertThat(lbaas.get("/pools/" + id).get("name")).isEmpty();
    }

    @Differs(
            original = "200 application/xml",
            kit = "406 text/html",
            because = "Octavia writes XML that no client reads; the test kit has JSON only and refuses the rest alike.")
    @Test
    void whoTakesXmlOnly() {
        Said said = lbaas.with("Accept", "application/xml").get("/pools/" + pool);

        assertThat(said.status() + " " + said.type().replaceAll(";.*", "")).isEqualTo(difference());
    }

    @Differs(
            original = "200 application/xml",
            kit = "406 text/html",
            because =
                    "To Octavia any application type is XML first; the test kit has JSON only, and who wants JSON says so.")
    @Test
    void whoTakesAnyApplicationType() {
        Said said = lbaas.with("Accept", "application/*").get("/pools/" + pool);

        assertThat(said.status() + " " + said.type().replaceAll(";.*", "")).isEqualTo(difference());
    }

    @Test
    void anUnknownPoolInAPathIsAPageForWhoTakesAnything() {
        Said said = lbaas.with("Accept", "*/*").get("/pools/" + NOBODY + "/members");

        assertThat(said.told()).isEqualTo("404 [text/html] 404 Bad Request");
        assertThat(said.type()).isEqualTo("text/html; charset=UTF-8");
        assertThat(said.body()).contains("Pool " + NOBODY + " not found.");
    }

    @Test
    void anUnknownPoolInAPathIsJsonForWhoTakesNothingElse() {
        Said said = lbaas.get("/pools/" + NOBODY + "/members");

        assertThat(said.told()).isEqualTo("404 [routing] Bad Request: Pool " + NOBODY + " not found.");
        assertThat(said.type()).isEqualTo("application/json");
    }

    @Test
    void anUnknownPathIsAPageForWhoTakesAnything() {
        assertThat(lbaas.with("Accept", "*/*").get("/nowhere").told()).isEqualTo("404 [text/html] 404 Not Found");
    }

    @Test
    void anErrorOfOctaviasOwnIsJsonForWhoTakesAnything() {
        assertThat(lbaas.with("Accept", "*/*").get("/pools/" + NOBODY).told())
                .isEqualTo("404 Pool " + NOBODY + " not found.");
    }

    @Test
    void aBodyMayTellItsCharacters() {
        String id = newPool();

        assertThat(lbaas.with("Content-Type", "application/json; charset=utf-8")
                        .put("/pools/" + id, "{'pool':{'name':'é'}}")
                        .get("name"))
                .isEqualTo("é");
    }

    @Test
    void otherCharactersAreNotBelieved() {
        String id = newPool();

        assertThat(lbaas.with("Content-Type", "application/json; charset=iso-8859-1")
                        .put("/pools/" + id, "{'pool':{'name':'é'}}")
                        .get("name"))
                .isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/vnd.api+json"})
    void aBodyOfAnotherTypeIsRefused(String type) {
        assertThat(lbaas.with("Content-Type", type)
                        .put("/pools/" + pool, "{'pool':{}}")
                        .told())
                .isEqualTo("415 Unknown mimetype: " + type);
    }

    @Test
    void aBodyOfNoTypeIsRefused() {
        assertThat(lbaas.without("Content-Type")
                        .put("/pools/" + pool, "{'pool':{}}")
                        .told())
                .isEqualTo("415 Unknown mimetype: ");
    }

    @Test
    void aFormIsTakenForAnArgument() {
        assertThat(lbaas.with("Content-Type", "application/x-www-form-urlencoded")
                        .put("/pools/" + pool, "{'pool':{}}")
                        .told())
                .isEqualTo("400 Unknown argument: \"{\"pool\":{}}\"");
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        assertThat(lbaas.put("/pools/" + pool, "{x").told()).isEqualTo("400 Request is not in valid JSON format");
        assertThat(lbaas.post("/pools", "{x").told()).isEqualTo("400 Request is not in valid JSON format");
    }

    @Test
    void aMissingBodyIsTold() {
        assertThat(lbaas.post("/pools", "").told()).isEqualTo("400 Missing argument: \"pool_\"");
        assertThat(lbaas.post("/loadbalancers", "").told()).isEqualTo("400 Missing argument: \"load_balancer\"");
        assertThat(lbaas.post("/listeners", "").told()).isEqualTo("400 Missing argument: \"listener_\"");
        assertThat(lbaas.post("/pools/" + pool + "/members", "").told()).isEqualTo("400 Missing argument: \"member_\"");
    }

    @Test
    void aMissingBodyOfAChangeIsTold() {
        assertThat(lbaas.put("/pools/" + pool, "").told()).isEqualTo("400 Missing argument: \"pool_\"");
    }

    @Test
    void aMissingBodyOfABatchIsNotForeseen() {
        assertThat(lbaas.put("/pools/" + pool + "/members", "").told())
                .isEqualTo("500 'NoneType' object has no attribute 'members'");
    }
}
