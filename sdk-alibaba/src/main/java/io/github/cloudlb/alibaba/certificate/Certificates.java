package io.github.cloudlb.alibaba.certificate;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.common.AssociationStatus;
import io.github.cloudlb.alibaba.internal.Split;
import io.github.cloudlb.alibaba.internal.StateWait;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The certificates of listeners: what people want to do with them, beside a method for each operation. Thread-safe. */
public final class Certificates extends CertificateOperations {
    private static final int PER_CALL = 15;

    private final Jobs jobs;

    private Certificates(Caller caller, Jobs jobs) {
        super(caller);
        this.jobs = jobs;
    }

    /** On any caller; who waits here looks apart from others. */
    public static Certificates of(Caller caller) {
        return of(caller, Jobs.of(caller));
    }

    /** On any caller; who waits here looks together with all who wait for these jobs. */
    public static Certificates of(Caller caller, Jobs jobs) {
        return new Certificates(caller, jobs);
    }

    /**
     * Gives a listener more certificates, with as many calls as the limit of a call asks for. Doing so again finishes what
     * was left half done: certificates it has are left out. A dry run does not do that.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each certificate what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see AssociateAdditionalCertificatesWithListener
     */
    public Change<AcceptedJob> associate(String listenerId, List<String> certificateIds, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        of(listenerId),
                        (List<String> some) -> AssociateAdditionalCertificatesWithListener.builder()
                                .listenerId(listenerId)
                                .certificateIds(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(PER_CALL)
                .dryRun(dryRun)
                .unless("ResourceAlreadyAssociated.Certificate", on -> {
                    List<ListenerCertificate> there =
                            certificates(listenerId, on).toList();
                    return id -> there.stream()
                            .anyMatch(one -> one.certificateId().equals(id)
                                    && !one.status().equals(Optional.of(AssociationStatus.DISSOCIATING)));
                })
                .send(certificateIds);
    }

    /**
     * Takes certificates from a listener, with as many calls as the limit of a call asks for, but not its default one.
     * Doing so again finishes what was left half done: certificates it does not have are left out. A dry run does not do
     * that.
     *
     * @param dryRun true lets the service only check it
     * @throws PartialChangeException if a call failed after others were accepted, or if it is not known whether it was
     *     carried out; tells for each certificate what became of it
     * @throws SdkException of another kind if nothing was changed
     * @see DissociateAdditionalCertificatesFromListener
     */
    public Change<AcceptedJob> dissociate(String listenerId, List<String> certificateIds, boolean dryRun) {
        return Split.of(
                        caller,
                        jobs,
                        of(listenerId),
                        (List<String> some) -> DissociateAdditionalCertificatesFromListener.builder()
                                .listenerId(listenerId)
                                .certificateIds(some)
                                .dryRun(dryRun)
                                .build())
                .perCall(PER_CALL)
                .dryRun(dryRun)
                .unless("ResourceNotAssociated.Certificate", on -> {
                    List<ListenerCertificate> there =
                            certificates(listenerId, on).toList();
                    return id ->
                            there.stream().noneMatch(one -> one.certificateId().equals(id));
                })
                .send(certificateIds);
    }

    /**
     * Waits until a listener has a certificate.
     *
     * @throws WaitFailedException if it is being taken away, or was not given to it
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public ListenerCertificate awaitAssociated(String listenerId, String certificateId, Duration limit) {
        return state(listenerId, certificateId)
                .failingOn(Set.of(AssociationStatus.DISSOCIATING))
                .until(AssociationStatus.ASSOCIATED, limit);
    }

    /**
     * Waits until a listener does not have a certificate any more.
     *
     * @throws WaitTimeoutException if it still had it at the end
     */
    public void awaitDissociated(String listenerId, String certificateId, Duration limit) {
        state(listenerId, certificateId).untilGone(limit);
    }

    private StateWait<ListenerCertificate, AssociationStatus> state(String listenerId, String certificateId) {
        return StateWait.of(
                caller,
                "certificate " + certificateId + " of " + listenerId,
                on -> certificates(listenerId, on)
                        .filter(one -> one.certificateId().equals(certificateId))
                        .findFirst(),
                ListenerCertificate::status);
    }

    /** One that was taken away is on the list no more, sooner or later. */
    private static Stream<ListenerCertificate> certificates(String listenerId, Caller on) {
        return on.stream(ListListenerCertificates.of(listenerId))
                .filter(one -> !one.status().equals(Optional.of(AssociationStatus.DISSOCIATED)));
    }

    private static String of(String listenerId) {
        return "certificates of " + listenerId;
    }
}
