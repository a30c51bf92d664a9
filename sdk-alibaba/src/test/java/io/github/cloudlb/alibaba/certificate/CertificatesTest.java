package io.github.cloudlb.alibaba.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.AssociationStatus;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.util.Collections;

/** The certificates of listeners as they go over the wire. */
class CertificatesTest extends WireTestBase {
    private static final String ACCEPTED = "{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}";
    private static final AcceptedJob JOB =
            AcceptedJob.builder().jobId("job-1").requestId("req-1").build();

    @Test
    @Pins("AssociateAdditionalCertificatesWithListener")
    void areAssociatedWithAListener() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.certificates()
                .associateAdditionalCertificatesWithListener(AssociateAdditionalCertificatesWithListener.builder()
                        .listenerId("lsn-1")
                        .addCertificateIds("cert-1", "cert-2")
                        .clientToken("c-1")
                        .dryRun(true)
                        .build());

        assertSent(
                "AssociateAdditionalCertificatesWithListener",
                "Certificates.1.CertificateId=cert-1",
                "Certificates.2.CertificateId=cert-2",
                "ClientToken=c-1",
                "DryRun=true",
                "ListenerId=lsn-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("DissociateAdditionalCertificatesFromListener")
    void areDissociatedFromAListener() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.certificates()
                .dissociateAdditionalCertificatesFromListener(DissociateAdditionalCertificatesFromListener.builder()
                        .listenerId("lsn-1")
                        .addCertificateIds("cert-1")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DissociateAdditionalCertificatesFromListener",
                "Certificates.1.CertificateId=cert-1",
                "ClientToken=c-1",
                "ListenerId=lsn-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("ListListenerCertificates")
    void areListed() {
        answer("""
                {"Certificates": [
                    {"CertificateId": "cert-1", "CertificateType": "Server", "IsDefault": true, "Status": "Associated"},
                    {"CertificateId": "cert-2", "CertificateType": "Ca", "IsDefault": false, "Status": "Diassociating"}],
                 "MaxResults": 50, "NextToken": "t-2", "RequestId": "req-1", "TotalCount": 1000}
                """);
        ListListenerCertificates request = ListListenerCertificates.builder()
                .listenerId("lsn-1")
                .addCertificateIds("cert-1", "cert-2")
                .certificateType(CertificateType.SERVER)
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<ListenerCertificate> page = client.send(request);

        assertSent(
                "ListListenerCertificates",
                "CertificateIds.1=cert-1",
                "CertificateIds.2=cert-2",
                "CertificateType=Server",
                "ListenerId=lsn-1",
                "MaxResults=50",
                "NextToken=t-1");
        assertThat(page.items())
                .containsExactly(
                        ListenerCertificate.builder()
                                .certificateId("cert-1")
                                .certificateType(CertificateType.SERVER)
                                .isDefault(true)
                                .status(AssociationStatus.ASSOCIATED)
                                .build(),
                        ListenerCertificate.builder()
                                .certificateId("cert-2")
                                .certificateType(CertificateType.CA)
                                .isDefault(false)
                                .status(AssociationStatus.DISSOCIATING)
                                .build());
        assertGoesOn(
                page,
                ListListenerCertificates.builder()
                        .from(request)
                        .nextToken("t-2")
                        .build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }

    @Test
    void areNotMoreThanACallTakes() {
        assertRefused(
                AssociateAdditionalCertificatesWithListener.of("lsn-1", Collections.nCopies(16, "cert-1")),
                "Certificates",
                "16 entries",
                "1 to 15 are");
        // Two sources disagree: 15 or 20.
        assertRefused(
                DissociateAdditionalCertificatesFromListener.of("lsn-1", Collections.nCopies(21, "cert-1")),
                "Certificates",
                "21 entries",
                "1 to 20 are");
    }
}
