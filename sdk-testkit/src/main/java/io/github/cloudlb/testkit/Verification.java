package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.Journal.Creation;
import io.github.cloudlb.testkit.Journal.Exchange;
import io.github.cloudlb.testkit.Journal.Holding;
import io.github.cloudlb.testkit.Journal.Removal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Assertions about all that happened at a server so far; a failed one shows the timeline. */
public final class Verification {
    private static final List<String> NONCES = List.of("x-acs-signature-nonce");
    private static final Set<String> STALE = Set.of(
            "SignatureDoesNotMatch",
            "SignatureNonceUsed",
            "InvalidTimeStamp.Expired",
            "InvalidTimeStamp.Format",
            "InvalidAccessKeyId.NotFound",
            "InvalidSecurityToken.MismatchWithAccessKey",
            "MissingSecurityToken",
            "IncompleteSignature",
            "APIGW.0301",
            "APIGW.0303");

    private final Journal journal;
    private final List<Journal.Event> events;

    Verification(Journal journal) {
        this.journal = journal;
        this.events = journal.events();
    }

    /** A pool or server group that had members was at no moment without any. */
    public Verification neverWiped(String poolOrGroupId) {
        of(Holding.class)
                .filter(change -> change.container().equals(poolOrGroupId) && change.now() == 0)
                .findFirst()
                .ifPresent(change -> {
                    throw failed(poolOrGroupId + " was without any member");
                });
        return this;
    }

    /**
     * Nothing was made twice: at no moment were there two resources that only their ids tell apart, both made for a
     * client. What is gone may be made again.
     */
    public Verification noDoubleCreate() {
        Map<String, String> ids = new HashMap<>();
        Map<String, String> likenesses = new HashMap<>();
        for (Journal.Event event : events) {
            if (event instanceof Removal removal) {
                ids.remove(likenesses.remove(removal.id()));
            } else if (event instanceof Creation creation) {
                String likeness = creation.kind() + " " + creation.likeness();
                String earlier = ids.put(likeness, creation.id());
                if (earlier != null) {
                    throw failed(creation.kind() + " " + creation.id() + " was made though there was " + earlier
                            + " that is the same in all else");
                }
                likenesses.put(creation.id(), likeness);
            }
        }
        return this;
    }

    /** No more requests than this asked for a change; those that were refused or lost count. */
    public Verification writesAtMost(int number) {
        long writes = of(Exchange.class).filter(Exchange::isWrite).count();
        if (writes > number) {
            throw failed(writes + " requests asked for a change, more than " + number);
        }
        return this;
    }

    /** No signature, nonce or token was used that the service had to refuse, and no nonce twice. */
    public Verification everySignatureFresh() {
        Set<String> nonces = new HashSet<>();
        of(Exchange.class).forEach(exchange -> {
            if (exchange.status() == 401 || STALE.stream().anyMatch(exchange.line()::contains)) {
                throw failed("The service did not accept who called: " + exchange.line());
            }
            nonce(exchange.request()).filter(nonce -> !nonces.add(nonce)).ifPresent(nonce -> {
                throw failed("The nonce " + nonce + " was used twice");
            });
        });
        return this;
    }

    private static Optional<String> nonce(RecordedRequest request) {
        return NONCES.stream()
                .flatMap(name -> request.header(name).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(request.parameters().get("SignatureNonce"))
                        .map(values -> values.get(0)));
    }

    private <T> Stream<T> of(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    private AssertionError failed(String what) {
        return new AssertionError(what + ". What happened:\n" + journal.timeline());
    }
}
