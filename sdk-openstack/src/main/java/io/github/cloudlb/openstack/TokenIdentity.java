package io.github.cloudlb.openstack;

import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.openstack.Token.CatalogEntry;

import java.util.List;
import java.util.Optional;

/** Somebody with a token. */
final class TokenIdentity implements Identity {
    private final Tokens tokens;

    TokenIdentity(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void addTo(Outgoing outgoing, CallState call) {
        String token = tokens.get(call).value();
        outgoing.header(Token.HEADER, token);
        call.identifiedBy(token);
    }

    @Override
    public boolean renew(CallState call) {
        return tokens.replace(call.identity(), call);
    }

    @Override
    public List<CatalogEntry> catalog(CallState call) {
        return tokens.get(call).catalog();
    }

    @Override
    public Optional<String> projectId(CallState call) {
        return tokens.get(call).projectId();
    }
}
