package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.http.Service;

import java.net.URI;
import java.util.Optional;

/** Keystone v3, as far as logging in needs it. */
final class Keystone implements Service {
    private final Endpoint endpoint;
    private final Optional<String> givenToken;
    private final Time time;

    Keystone(URI authUrl, boolean plainHttp, Optional<String> givenToken, Time time) {
        String url = authUrl.toString().replaceFirst("/+$", "").replaceFirst("/v2\\.0$", "");
        this.endpoint = Endpoint.of(URI.create(url.endsWith("/v3") ? url : url + "/v3"), plainHttp);
        this.givenToken = givenToken;
        this.time = time;
    }

    @Override
    public Dialect dialect(CallState call) {
        return LbaasDialect.OCTAVIA;
    }

    @Override
    public Endpoint endpoint(CallState call) {
        return endpoint;
    }

    @Override
    public void identify(Outgoing outgoing, CallState call) {
        givenToken.ifPresent(token -> outgoing.header("X-Auth-Token", token));
    }

    /**
     * Whatever is not found here, be it an application credential or Keystone itself: nobody is logged in. It must not
     * look as if what the call is about did not exist.
     */
    @Override
    public ServiceError explain(Answer answer) {
        ServiceError error = OpenStackErrors.explain(answer, time);
        return error.meaning() != Meaning.NOT_FOUND
                ? error
                : new ServiceError(
                        Meaning.UNAUTHENTICATED,
                        error.status(),
                        error.code(),
                        error.text(),
                        error.requestId(),
                        error.rawText(),
                        error.retryAfter(),
                        error.untouched());
    }
}
