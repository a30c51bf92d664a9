package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Keystone: logging in")
abstract class LoginBehaviours extends Behaviours {
    private static final String DEFAULT_PROJECT = "";

    LoginBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void thePasswordGivesAToken() {
        Said said = login(Logins.password(cloud.user()));

        assertThat(said.told()).isEqualTo("201");
        assertThat(said.type()).isEqualTo("application/json");
        assertThat(Logins.token(said)).startsWith("gAAAAA").hasSizeBetween(180, 255);
        assertThat(said.header("Vary")).contains("X-Auth-Token");
        assertThat(said.header("x-openstack-request-id").orElse("")).matches("req-[0-9a-f-]{36}");
    }

    @Test
    void theTokenIsTold() {
        assertThat(Shape.of(login(Logins.password(cloud.user())).json()))
                .isEqualTo(
                        "{token: {audit_ids: [text], catalog: [{endpoints: [{id: text, interface: text, region: text,"
                                + " region_id: text, url: url}], id: text, name: text, type: text}], expires_at: microsecondsZ,"
                                + " is_domain: flag, issued_at: microsecondsZ, methods: [text], project: {domain: {id: text,"
                                + " name: text}, id: text, name: text}, roles: [{id: text, name: text}], user: {domain: {id:"
                                + " text, name: text}, id: text, name: text, password_expires_at: null}}}");
    }

    @Test
    void theTokenTellsWhoseItIs() {
        var token = login(Logins.password(cloud.user())).one();

        assertThat(token.path("methods").toString()).isEqualTo("[\"password\"]");
        assertThat(token.at("/user/id").asText()).isEqualTo(cloud.user().id());
        assertThat(token.at("/user/name").asText()).isEqualTo(cloud.user().name());
        assertThat(token.at("/project/id").asText()).isEqualTo(cloud.user().projectId());
        assertThat(token.at("/project/domain").toString()).isEqualTo("{\"id\":\"default\",\"name\":\"Default\"}");
        assertThat(token.path("is_domain").asBoolean()).isFalse();
    }

    @Test
    void theUserMayBeNamedByTheId() {
        String user = "{'id':'%s','password':'%s'}"
                .formatted(cloud.user().id(), cloud.user().password());

        assertThat(login(Logins.byPassword(user, DEFAULT_PROJECT)).told()).isEqualTo("201");
    }

    @Test
    void theDomainMayBeNamedByItsName() {
        String user = "{'name':'%s','domain':{'name':'Default'},'password':'%s'}"
                .formatted(cloud.user().name(), cloud.user().password());

        assertThat(login(Logins.byPassword(user, DEFAULT_PROJECT)).told()).isEqualTo("201");
    }

    @Test
    void theProjectMayBeNamedByTheId() {
        String scope = ",'scope':{'project':{'id':'%s'}}".formatted(cloud.user().projectId());

        assertThat(login(Logins.password(cloud.user(), scope)).told()).isEqualTo("201");
    }

    @Test
    void withoutAScopeTheUsersOwnProjectIsMeant() {
        assertThat(login(Logins.password(cloud.user(), DEFAULT_PROJECT))
                        .one()
                        .at("/project/id")
                        .asText())
                .isEqualTo(cloud.user().projectId());
    }

    @Test
    void anUnscopedTokenHasNoProjectNoRolesAndNoCatalog() {
        assertThat(Shape.of(login(Logins.password(cloud.user(), ",'scope':'unscoped'"))
                        .json()))
                .isEqualTo("{token: {audit_ids: [text], expires_at: microsecondsZ, issued_at: microsecondsZ, methods:"
                        + " [text], user: {domain: {id: text, name: text}, id: text, name: text, password_expires_at:"
                        + " null}}}");
    }

    @Test
    void unscopedMayBeAnObject() {
        assertThat(login(Logins.password(cloud.user(), ",'scope':{'unscoped':{}}"))
                        .one()
                        .has("project"))
                .isFalse();
    }

    @Test
    void theCatalogCanBeLeftOut() {
        var token = keystone.post("/auth/tokens?nocatalog", Logins.password(cloud.user()))
                .one();

        assertThat(token.has("catalog")).isFalse();
        assertThat(token.has("roles")).isTrue();
    }

    @Test
    void theCatalogHasEachServiceInThreeInterfaces() {
        var catalog = login(Logins.password(cloud.user())).one().path("catalog");

        assertThat(catalog).extracting(service -> service.path("type").asText()).contains("identity", "load-balancer");
        assertThat(catalog)
                .allSatisfy(service -> assertThat(service.path("endpoints"))
                        .extracting(endpoint -> endpoint.path("interface").asText() + " in "
                                + endpoint.path("region").asText())
                        .containsExactlyInAnyOrder(
                                "public in RegionOne", "internal in RegionOne", "admin in RegionOne"));
    }

    @Test
    void theEndpointsHaveNoVersionOfLoadBalancing() {
        assertThat(octavia.base()).doesNotContain("v2").doesNotEndWith("/");
    }

    @Test
    void theUserHasTheRolesOfAMember() {
        assertThat(login(Logins.password(cloud.user())).one().path("roles"))
                .extracting(role -> role.path("name").asText())
                .containsExactlyInAnyOrder("load-balancer_member", "member", "reader");
    }

    @Test
    void anApplicationCredentialGivesAToken() {
        var token = login(Logins.credential(cloud.applicationCredential())).one();

        assertThat(token.path("methods").toString()).isEqualTo("[\"application_credential\"]");
        assertThat(Shape.of(token.path("application_credential")))
                .isEqualTo("{id: text, name: text, restricted: flag}");
        assertThat(token.at("/application_credential/restricted").asBoolean()).isTrue();
        assertThat(token.at("/application_credential/name").asText())
                .isEqualTo(cloud.applicationCredential().name());
        assertThat(token.at("/project/id").asText()).isEqualTo(cloud.user().projectId());
    }

    @Test
    void anApplicationCredentialMayBeNamedByNameAndUser() {
        var credential = cloud.applicationCredential();
        String byName = "{'name':'%s','user':{'name':'%s','domain':{'name':'Default'}},'secret':'%s'}"
                .formatted(credential.name(), cloud.user().name(), credential.secret());

        assertThat(login(Logins.byCredential(byName, "")).told()).isEqualTo("201");
    }

    @Test
    void anApplicationCredentialTakesNoScope() {
        var credential = cloud.applicationCredential();
        String body = Logins.byCredential(
                "{'id':'%s','secret':'%s'}".formatted(credential.id(), credential.secret()),
                ",'scope':{'project':{'id':'" + cloud.user().projectId() + "'}}");

        assertThat(login(body).told())
                .isEqualTo("401 [identity] Unauthorized: Error authenticating with application credential: Application"
                        + " credentials cannot request a scope.");
    }

    private Said login(String body) {
        return keystone.post("/auth/tokens", body);
    }
}
