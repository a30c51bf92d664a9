package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.http.Service;

import java.net.URI;
import java.util.regex.Pattern;

/** Keystone v3, as far as logging in needs it. */
final class Keystone implements Service {
    private static final Pattern ITS_OWN_ERROR = Pattern.compile("\\s*\\{\\s*\"error\"\\s*:\\s*\\{.*", Pattern.DOTALL);

    private final Endpoint endpoint;
    private final Proof proof;
    private final Time time;

    Keystone(URI authUrl, boolean plainHttp, Proof proof, Time time) {
        String url = authUrl.toString().replaceFirst("/+$", "");
        this.endpoint = Endpoint.of(URI.create(url.endsWith("/v3") ? url : url + "/v3"), plainHttp);
        InvalidInputException.require(
                !url.matches(".*/v2(\\.\\d+)?"),
                "auth_url",
                url,
                "the address of version 3, which ends in /v3, is: version 2 is gone from Keystone");
        this.proof = proof;
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

    Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public void identify(Outgoing outgoing, CallState call) {
        proof.addTo(outgoing, call);
    }

    @Override
    public boolean renew(UnauthenticatedException refused, CallState call) {
        return proof.renew(call);
    }

    /**
     * Whatever is not found here, be it an application credential or Keystone itself: nobody is logged in. It must not
     * look as if what the call is about did not exist.
     */
    @Override
    public ServiceError explain(Answer answer) {
        proof.refusedWith(answer);
        ServiceError error = OpenStackErrors.explain(answer, time);
        if (isSomewhereElse(answer)) {
            return unauthenticated(
                    error,
                    "there is no Keystone v3 at " + endpoint + moved(answer)
                            + ": give its address up to /v3 as auth_url. The answer was: " + error.text());
        }
        return error.meaning() == Meaning.NOT_FOUND ? unauthenticated(error, error.text()) : error;
    }

    /** Keystone answers what it does not find in its own words, but a path that it does not know in HTML; so do others. */
    private static boolean isSomewhereElse(Answer answer) {
        return switch (answer.status()) {
            case 300, 301, 302, 303, 307, 308 -> true;
            case 404, 405, 410 -> !ITS_OWN_ERROR.matcher(answer.text()).matches();
            default -> false;
        };
    }

    private static String moved(Answer answer) {
        return answer.header("Location").map(to -> " (it points to " + to + ")").orElse("");
    }

    private static ServiceError unauthenticated(ServiceError error, String text) {
        return new ServiceError(
                Meaning.UNAUTHENTICATED,
                error.status(),
                error.code(),
                text,
                error.requestId(),
                error.rawText(),
                error.retryAfter(),
                error.untouched());
    }
}
