package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.signing.AccessKey;
import io.github.cloudlb.core.signing.RequestSigner;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Signs each attempt with an access key, anew. The service refuses a date that is more than 15 minutes off; if its own
 * clock then turns out to differ from ours, it is gone by from then on.
 */
final class Signature implements Proof {
    /** Less is not why a signature is refused, and a key that is refused again and again gets locked. */
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private final RequestSigner signer;
    private final AccessKey key;
    private final Time time;
    private volatile Duration ahead = Duration.ZERO;

    Signature(OpenStackCredentials credentials, Time time) {
        Secret secret = credentials.secret();
        this.signer = credentials.signing().signer();
        this.key = secret.securityToken().isEmpty()
                ? AccessKey.of(secret.name(), secret.text())
                : AccessKey.temporary(secret.name(), secret.text(), secret.securityToken());
        this.time = time;
    }

    @Override
    public void addTo(Outgoing outgoing, CallState call) {
        Duration difference = ahead;
        outgoing.sign(signer, key, time.now().plus(difference), "");
        call.identifiedBy(difference.toString());
    }

    @Override
    public void refusedWith(Answer answer) {
        if (answer.status() == 401) {
            date(answer).ifPresent(date -> {
                Duration difference = Duration.between(time.now(), date);
                if (difference.minus(ahead).abs().compareTo(TOLERATED) > 0) {
                    ahead = difference;
                }
            });
        }
    }

    private static Optional<Instant> date(Answer answer) {
        try {
            return answer.header("Date").map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** True if the attempt that was refused went out with another time than the next one will. */
    @Override
    public boolean renew(CallState call) {
        return !call.identity().equals(ahead.toString());
    }
}
