package io.github.cloudlb.testkit.agreement;

import io.github.cloudlb.testkit.agreement.Cloud.ApplicationCredential;
import io.github.cloudlb.testkit.agreement.Cloud.User;

/** Bodies of requests for a token, with ' for ". */
final class Logins {
    private Logins() {}

    static String password(User user) {
        return password(user, ",'scope':{'project':{'name':'" + user.project() + "','domain':{'id':'default'}}}");
    }

    /** With what follows after the identity, such as a scope. */
    static String password(User user, String more) {
        return byPassword(
                "{'name':'%s','domain':{'id':'default'},'password':'%s'}".formatted(user.name(), user.password()),
                more);
    }

    static String byPassword(String user, String more) {
        return "{'auth':{'identity':{'methods':['password'],'password':{'user':" + user + "}}" + more + "}}";
    }

    static String credential(ApplicationCredential credential) {
        return byCredential("{'id':'%s','secret':'%s'}".formatted(credential.id(), credential.secret()), "");
    }

    static String byCredential(String credential, String more) {
        return "{'auth':{'identity':{'methods':['application_credential'],'application_credential':" + credential + "}"
                + more + "}}";
    }

    static String byToken(String token, String more) {
        return "{'auth':{'identity':{'methods':['token'],'token':{'id':'" + token + "'}}" + more + "}}";
    }

    static String token(Said login) {
        return login.header("X-Subject-Token").orElseThrow(() -> new AssertionError(login.told()));
    }
}
