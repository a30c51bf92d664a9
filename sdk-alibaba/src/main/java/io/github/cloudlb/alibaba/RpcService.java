package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.http.RetryAfter;
import io.github.cloudlb.core.http.Service;
import io.github.cloudlb.core.signing.Acs3Signer;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The RPC convention of Alibaba Cloud, for any of its APIs: signed with ACS3-HMAC-SHA256, anew for each attempt. */
final class RpcService implements Service {
    private final RpcApi api;
    private final Endpoint endpoint;
    private final AlibabaCredentials credentials;
    private final Time time;
    private final Acs3Signer signer = new Acs3Signer();

    RpcService(RpcApi api, Endpoint endpoint, AlibabaCredentials credentials, Time time) {
        this.api = api;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.time = time;
    }

    @Override
    public Dialect dialect(CallState call) {
        return api;
    }

    @Override
    public Endpoint endpoint(CallState call) {
        return endpoint;
    }

    @Override
    public void identify(Outgoing outgoing, CallState call) {
        outgoing.header("x-acs-version", api.version());
        outgoing.sign(signer, credentials.key(), time.now(), UUID.randomUUID().toString());
    }

    /** True for a nonce that was seen before: the next attempt draws another. */
    @Override
    public boolean renew(UnauthenticatedException refused, CallState call) {
        return refused.isUntouched();
    }

    @Override
    public ServiceError explain(Answer answer) {
        Envelope said = Envelope.of(answer, api);
        Optional<Duration> retryAfter = RetryAfter.of(answer, time);
        ServiceError error = api.errors().judge(
                "", answer.status(), said.code(), said.text(), said.requestId(), answer.text(), retryAfter);
        return isThrottling(answer, retryAfter) ? throttled(error) : error;
    }

    /**
     * Any error that says how many milliseconds to wait is throttling, whatever its code.
     *
     * @see <a href="https://github.com/aliyun/darabonba-openapi">the vendor's own client, July 2026</a>
     */
    private static boolean isThrottling(Answer answer, Optional<Duration> retryAfter) {
        return answer.status() >= 400
                && answer.header("x-acs-retry-after").isPresent()
                && retryAfter.filter(Duration::isZero).isEmpty()
                && retryAfter.isPresent();
    }

    private static ServiceError throttled(ServiceError error) {
        return new ServiceError(
                Meaning.THROTTLED,
                error.status(),
                error.code(),
                error.text(),
                error.requestId(),
                error.rawText(),
                error.retryAfter(),
                true);
    }
}
