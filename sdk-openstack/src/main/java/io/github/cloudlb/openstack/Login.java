package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.http.ApiClient;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Engine;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts a client together: the service with its tokens, and the login that gets them. */
final class Login {
    private Login() {}

    static OpenStackClient client(OpenStackClient.Builder settings) {
        OpenStackCredentials who = settings.who();
        boolean given = who.kind().equals("token");
        if (!given || settings.endpoint().isEmpty()) {
            InvalidInputException.require(
                    settings.authUri().isPresent(), "authUrl", "", "Keystone's URL is, to log in");
        }
        Engine engine = settings.engine();
        Time time = engine.settings().time();
        Tokens tokens = given
                ? new Tokens(givenToken(settings, engine, who), time::now, false)
                : new Tokens(login(settings, engine, who, time), time::now, true);
        return settings.client(new Lbaas(settings, engine, tokens).api(), engine);
    }

    private static Function<CallState, Token> login(
            OpenStackClient.Builder settings, Engine engine, OpenStackCredentials who, Time time) {
        URI authUrl = settings.authUri().orElseThrow();
        ApiClient keystone = new ApiClient(engine, new Keystone(authUrl, settings.plainHttp(), Optional.empty(), time));
        CreateToken request = new CreateToken(who, time::now);
        return call -> keystone.within(call).send(request);
    }

    /** It cannot be renewed; without an endpoint, Keystone is asked for the catalog that goes with it. */
    private static Function<CallState, Token> givenToken(
            OpenStackClient.Builder settings, Engine engine, OpenStackCredentials who) {
        Token bare = new Token(who.secret(), Instant.MAX, Instant.MAX, List.of());
        if (settings.endpoint().isPresent()) {
            return call -> bare;
        }
        Keystone keystone = new Keystone(
                settings.authUri().orElseThrow(),
                settings.plainHttp(),
                Optional.of(who.secret()),
                engine.settings().time());
        ApiClient api = new ApiClient(engine, keystone);
        return call -> new Token(
                who.secret(), Instant.MAX, Instant.MAX, api.within(call).send(new Catalog.GetCatalog()));
    }
}
