package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("L7 policies")
abstract class L7PolicyBehaviours extends TreeBehaviours {
    L7PolicyBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aNewOneIsTold() {
        Said said = create(listener, "'action':'REJECT'");

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.json()))
                .isEqualTo("{l7policy: {action: text, admin_state_up: flag, created_at: time, description: text, id:"
                        + " uuid, listener_id: uuid, name: text, operating_status: text, position: number, project_id:"
                        + " text, provisioning_status: text, redirect_http_code: null, redirect_pool_id: null,"
                        + " redirect_prefix: null, redirect_url: null, rules: [], tags: [], tenant_id: text,"
                        + " updated_at: null}}");
    }

    @Test
    void aRedirectHasACodeOfItsOwn() {
        Said said = create(listener, "'action':'REDIRECT_TO_URL','redirect_url':'http://example.org/'");

        assertThat(said.get("redirect_http_code")).isEqualTo("302");
        assertThat(said.get("redirect_url")).isEqualTo("http://example.org/");
    }

    @Test
    void theFirstPushesTheOthersDown() {
        String on = newListener();
        String old = made("/l7policies", body(on, "'action':'REJECT'"));
        assertThat(lbaas.get("/l7policies/" + old).get("position")).isEqualTo("1");

        String first = made("/l7policies", body(on, "'action':'REJECT','position':1"));

        assertThat(lbaas.get("/l7policies/" + first).get("position")).isEqualTo("1");
        assertThat(lbaas.get("/l7policies/" + old).get("position")).isEqualTo("2");
    }

    @Test
    void theLastIsAppended() {
        String on = newListener();
        made("/l7policies", body(on, "'action':'REJECT'"));

        String last = made("/l7policies", body(on, "'action':'REJECT'"));

        assertThat(lbaas.get("/l7policies/" + last).get("position")).isEqualTo("2");
    }

    @Test
    void oneThatGoesLetsTheOthersMoveUp() {
        String on = newListener();
        String first = made("/l7policies", body(on, "'action':'REJECT'"));
        String second = made("/l7policies", body(on, "'action':'REJECT'"));

        assertThat(lbaas.delete("/l7policies/" + first).told()).isEqualTo("204");
        settle();

        assertThat(lbaas.get("/l7policies/" + first).told()).isEqualTo("404 L7 Policy " + first + " not found.");
        assertThat(lbaas.get("/l7policies/" + second).get("position")).isEqualTo("1");
    }

    @Test
    void theListenerKnowsIt() {
        String on = newListener();
        String id = made("/l7policies", body(on, "'action':'REJECT'"));

        assertThat(lbaas.get("/listeners/" + on).one().path("l7policies").toString())
                .isEqualTo("[{\"id\":\"" + id + "\"}]");
    }

    @Test
    void itLocksTheListener() {
        cloud.whileNothingIsCarriedOut(() -> {
            create(listener, "'action':'REJECT'");

            assertThat(lbaas.get("/listeners/" + listener).get("provisioning_status"))
                    .isEqualTo("PENDING_UPDATE");
            assertThat(lbaas.get("/pools/" + pool).get("provisioning_status")).isEqualTo("ACTIVE");
        });
    }

    @Test
    void aRedirectToAPoolNamesIt() {
        String to = newPool();
        String id = made("/l7policies", body(listener, "'action':'REDIRECT_TO_POOL','redirect_pool_id':'" + to + "'"));

        assertThat(lbaas.get("/l7policies/" + id).get("redirect_pool_id")).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'name':'x'                                              | 400 Invalid input for field/attribute action. Value: 'None'. Mandatory field missing.
        'action':'REDIRECT_TO_POOL'                   | 400 Invalid L7 Policy arguments: redirect_pool_id or redirect_pool must not be None
        'action':'REDIRECT_TO_URL'                    | 400 Invalid L7 Policy arguments: redirect_url must not be None
        'action':'REDIRECT_TO_URL','redirect_url':'x'           | 400 Invalid input for field/attribute redirect_url. Value: 'x'. Value must be a valid URL string
        'action':'REJECT','position':0                          | 400 Invalid input for field/attribute position. Value: '0'. Value should be greater or equal to 1
        'action':'REJECT','redirect_http_code':200    | 400 Invalid input for field/attribute redirect_http_code. Value: '200'. Value should be one of: 301, 302, 303, 307, 308
        """)
    void aBadOneIsRefused(String attributes, String told) {
        assertThat(create(listener, attributes).told()).isEqualTo(told);
    }

    @Test
    void anUnknownActionIsToldWhichThereAre() {
        assertThat(create(listener, "'action':'IGNORE'")
                        .told()
                        .replaceAll(".*one of: ", "")
                        .split(", "))
                .containsExactlyInAnyOrder("REJECT", "REDIRECT_TO_URL", "REDIRECT_TO_POOL", "REDIRECT_PREFIX");
    }

    @Test
    void anUnknownListenerIsNotFound() {
        assertThat(create(NOBODY, "'action':'REJECT'").told()).isEqualTo("404 Listener " + NOBODY + " not found.");
    }

    @Test
    void anUnknownPoolIsNotFound() {
        assertThat(create(listener, "'action':'REDIRECT_TO_POOL','redirect_pool_id':'" + NOBODY + "'")
                        .told())
                .isEqualTo("404 Pool " + NOBODY + " not found.");
    }

    @Test
    void aListenerThatGoesTakesItAlong() {
        String on = newListener();
        String id = made("/l7policies", body(on, "'action':'REJECT'"));

        lbaas.delete("/listeners/" + on);
        settle();

        assertThat(lbaas.get("/l7policies/" + id).status()).isEqualTo(404);
    }

    @Test
    void aPoolInUseByItIsNotDeleted() {
        String to = newPool();
        String id = made("/l7policies", body(listener, "'action':'REDIRECT_TO_POOL','redirect_pool_id':'" + to + "'"));

        assertThat(lbaas.delete("/pools/" + to).told()).isEqualTo("409 Pool " + to + " is in use by L7 policy " + id);
    }

    private Said create(String listenerId, String attributes) {
        return lbaas.post("/l7policies", body(listenerId, attributes));
    }

    private static String body(String listenerId, String attributes) {
        return "{'l7policy':{'listener_id':'" + listenerId + "'," + attributes + "}}";
    }
}
