package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.agreement.Cloud.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Area("Keystone: refused logins")
abstract class RefusedLoginBehaviours extends Behaviours {
    private static final String CLIENT_ERROR = " The server could not comply with the request since it is either"
            + " malformed or otherwise incorrect. The client is assumed to be in error.";

    RefusedLoginBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aWrongPassword() {
        Said said = login(Logins.password(
                new User(cloud.user().name(), "", "wrong", cloud.user().project(), "")));

        assertThat(said.told()).isEqualTo(UNAUTHENTICATED);
        assertThat(said.header("WWW-Authenticate")).contains("Keystone uri=\"" + cloud.authUri() + "\"");
        assertThat(said.header("X-Subject-Token")).isEmpty();
        assertThat(Shape.of(said.json())).isEqualTo("{error: {code: number, message: text, title: text}}");
    }

    @Test
    void anUnknownUser() {
        assertThat(login(Logins.password(new User("nobody", "", "wrong", "", ""), ""))
                        .told())
                .isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void aUserOfAnotherDomain() {
        String user = "{'name':'%s','domain':{'name':'Elsewhere'},'password':'%s'}"
                .formatted(cloud.user().name(), cloud.user().password());

        assertThat(login(Logins.byPassword(user, "")).told()).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void anUnknownProject() {
        assertThat(login(Logins.password(cloud.user(), ",'scope':{'project':{'id':'nowhere'}}"))
                        .told())
                .isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void aWrongSecretOfAnApplicationCredential() {
        String credential = "{'id':'%s','secret':'wrong'}"
                .formatted(cloud.applicationCredential().id());

        assertThat(login(Logins.byCredential(credential, "")).told()).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void anUnknownApplicationCredentialIsNotFound() {
        Said said = login(Logins.byCredential("{'id':'deadbeef','secret':'wrong'}", ""));

        assertThat(said.told()).isEqualTo("404 [identity] Not Found: Could not find Application Credential: deadbeef.");
        assertThat(said.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void aTokenThatNeverWas() {
        assertThat(login(Logins.byToken("garbage", "")).told())
                .isEqualTo("404 [identity] Not Found: Could not recognize Fernet token");
    }

    @Test
    void noIdentity() {
        assertThat(message("{'auth':{}}"))
                .startsWith("'identity' is a required property\n\nFailed validating 'required' in schema");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'methods':['magic']}                                           | magic in identity
        {'methods':['password']}                                        | password in identity
        {'methods':['password','token'],'password':{}}                  | token in identity
        {'methods':['password'],'password':{}}                          | user in None
        {'methods':['password'],'password':{'user':{'name':'demo'}}}    | domain in user
        {'methods':['application_credential'],'application_credential':{}} | name or ID in application credential
        """, quoteCharacter = '`')
    void whatIsMissingIsNamed(String identity, String missing) {
        assertThat(login("{'auth':{'identity':" + identity + "}}").told())
                .isEqualTo("400 [identity] Bad Request: Expecting to find " + missing + "." + CLIENT_ERROR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'project':{'name':'demo'}} | domain in project
        {}                          | system, project, domain, OS-TRUST:trust or unscoped in scope
        'x'                         | system, project, domain, OS-TRUST:trust or unscoped in scope
        """, quoteCharacter = '`')
    void aScopeThatIsNoneIsRefused(String scope, String missing) {
        assertThat(login(Logins.password(cloud.user(), ",'scope':" + scope)).told())
                .isEqualTo("400 [identity] Bad Request: Expecting to find " + missing + "." + CLIENT_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'domain':{'id':'default'}}", "{'system':{'all':true}}"})
    void aScopeThatIsNotTheUsersIsRefused(String scope) {
        assertThat(login(Logins.password(cloud.user(), ",'scope':" + scope)).told())
                .isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void aUserWithoutANameOrId() {
        assertThat(login(Logins.byPassword("{}", "")).told())
                .isEqualTo("400 [identity] Bad Request: Invalid input for field identity/password/user: id or name must"
                        + " be present.");
    }

    @Test
    void aProjectWithoutANameOrId() {
        assertThat(login(Logins.password(cloud.user(), ",'scope':{'project':{}}"))
                        .told())
                .isEqualTo("400 [identity] Bad Request: Invalid input for field scope/project: id or name must be"
                        + " present.");
    }

    @Test
    void aMethodThatIsNotOffered() {
        assertThat(login("{'auth':{'identity':{'methods':['magic'],'magic':{}}}}")
                        .told())
                .isEqualTo("401 [identity] Unauthorized: Attempted to authenticate with an unsupported method.");
    }

    @Test
    void noMethods() {
        assertThat(login("{'auth':{'identity':{'methods':[]}}}").told()).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void noListOfMethods() {
        assertThat(message("{'auth':{'identity':{}}}"))
                .startsWith("Invalid input for field 'identity': 'methods' is a required property\n\nFailed validating"
                        + " 'required' in schema['properties']['identity']");
        assertThat(message("{'auth':{'identity':{'methods':'password'}}}"))
                .startsWith("Invalid input for field 'identity/methods': 'password' is not of type 'array'\n\nFailed"
                        + " validating 'type' in schema['properties']['identity']['properties']['methods']");
    }

    @Test
    void aBodyThatIsNotJson() {
        assertThat(login("{x").told())
                .isEqualTo("400 [identity] Bad Request: Expecting to find valid JSON in request body." + CLIENT_ERROR);
    }

    @Test
    void aBodyOfAnotherType() {
        assertThat(keystone.with("Content-Type", "text/plain")
                        .post("/auth/tokens", Logins.password(cloud.user()))
                        .told())
                .isEqualTo("400 [identity] Bad Request: Expecting to find application/json in Content-Type header."
                        + CLIENT_ERROR);
    }

    private String message(String body) {
        Said said = login(body);
        assertThat(said.told()).startsWith("400 [identity] Bad Request:");
        return said.json().at("/error/message").asText();
    }

    private Said login(String body) {
        return keystone.post("/auth/tokens", body);
    }
}
