package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Engine;
import io.github.cloudlb.core.http.Renewing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes an identity out of credentials. */
final class Login {
    private final Setup setup;
    private final OpenStackCredentials who;
    private final Engine engine;
    private final boolean plainHttp;
    private final Time time;

    private Login(Setup setup, Engine engine) {
        this.setup = setup;
        this.who = setup.who();
        this.engine = engine;
        this.plainHttp = engine.settings().plainHttp();
        this.time = engine.settings().time();
    }

    static Identity identity(Setup setup, Engine engine) {
        Login login = new Login(setup, engine);
        return switch (login.who.method()) {
            case ACCESS_KEY -> login.key();
            case PASSWORD, APPLICATION_CREDENTIAL, TOKEN ->
                new TokenIdentity(login.who.isGivenToken() ? login.givenToken() : login.tokens());
        };
    }

    private Keystone keystone(Proof proof) {
        return new Keystone(setup.neededAuthUri(), plainHttp, proof, time);
    }

    private Tokens tokens() {
        Keystone keystone = keystone(Proof.NONE);
        ApiClient api = new ApiClient(engine, keystone);
        CreateToken login = new CreateToken(who, time::now);
        Renewing<Token> place = setup.tokens == null ? Tokens.place() : setup.tokens.of(keystone.endpoint(), login);
        return new Tokens(place, call -> login.scoped(api.within(call).send(login)), time::now, true);
    }

    /** It cannot be renewed; without an endpoint, Keystone is asked for the catalog that goes with it. */
    private Tokens givenToken() {
        String token = who.secret().text();
        return new Tokens(Tokens.place(), givenToken(token), time::now, false);
    }

    private Function<CallState, Token> givenToken(String token) {
        if (setup.endpoint != null) {
            Token bare = Token.given(token, List.of());
            return call -> bare;
        }
        Keystone keystone = keystone((outgoing, call) -> outgoing.header(Token.HEADER, token));
        ApiClient api = new ApiClient(engine, keystone);
        return call -> Token.given(token, api.within(call).send(new Catalog.GetCatalog(Optional.empty())));
    }

    private Identity key() {
        InvalidInputException.require(
                setup.endpoint != null || setup.authUrl != null || !setup.region.isEmpty(),
                "region",
                "",
                "with an access key, one of region, endpoint or authUrl is, to find the load balancers");
        Signature signature = new Signature(who, time);
        Optional<ApiClient> keystone = setup.authUri().map(any -> new ApiClient(engine, keystone(signature)));
        return new KeyIdentity(signature, who.scope().what(), keystone);
    }
}
