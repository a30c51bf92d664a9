package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.http.ServiceClock;
import io.github.cloudlb.core.signing.AccessKey;
import io.github.cloudlb.core.signing.RequestSigner;

import java.time.Duration;

/**
 * Signs each attempt with an access key, anew. The service refuses a date that is more than 15 minutes off; if its own
 * clock then turns out to differ from ours, it is gone by from then on.
 */
final class Signature implements Proof {
    private final RequestSigner signer;
    private final AccessKey key;
    private final ServiceClock clock;

    Signature(OpenStackCredentials credentials, Time time) {
        Secret secret = credentials.secret();
        this.signer = credentials.signing().signer();
        this.key = secret.securityToken().isEmpty()
                ? AccessKey.of(secret.name(), secret.text())
                : AccessKey.temporary(secret.name(), secret.text(), secret.securityToken());
        this.clock = new ServiceClock(time);
    }

    @Override
    public void addTo(Outgoing outgoing, CallState call) {
        Duration ahead = clock.ahead();
        outgoing.sign(signer, key, clock.now(ahead), "");
        call.identifiedBy(ahead.toString());
    }

    @Override
    public void refusedWith(Answer answer) {
        if (answer.status() == 401) {
            clock.learn(answer);
        }
    }

    /** True if the attempt that was refused went out with another time than the next one will. */
    @Override
    public boolean renew(CallState call) {
        return !call.identity().equals(clock.ahead().toString());
    }
}
