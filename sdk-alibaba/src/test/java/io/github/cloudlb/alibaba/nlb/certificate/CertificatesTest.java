package io.github.cloudlb.alibaba.nlb.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.util.Collections;

class CertificatesTest extends NlbWireTestBase {
    private static final String ACCEPTED = "{\"RequestId\": \"req-1\", \"JobId\": \"job-1\"}";
    private static final AcceptedJob JOB =
            AcceptedJob.builder().requestId("req-1").jobId("job-1").build();

    @Test
    @Pins(value = "AssociateAdditionalCertificatesWithListener", in = "nlb")
    void areAddedToAListener() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.certificates()
                .associateAdditionalCertificatesWithListener(AssociateAdditionalCertificatesWithListener.builder()
                        .listenerId("lsn-1@443")
                        .addAdditionalCertificateIds("cert-1", "cert-2")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "AssociateAdditionalCertificatesWithListener",
                "AdditionalCertificateIds.1=cert-1",
                "AdditionalCertificateIds.2=cert-2",
                "ClientToken=c-1",
                "DryRun=true",
                "ListenerId=lsn-1@443",
                "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "DisassociateAdditionalCertificatesWithListener", in = "nlb")
    void areTakenAwayFromAListener() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.certificates()
                .disassociateAdditionalCertificatesWithListener(DisassociateAdditionalCertificatesWithListener.builder()
                        .listenerId("lsn-1@443")
                        .addAdditionalCertificateIds("cert-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DisassociateAdditionalCertificatesWithListener",
                "AdditionalCertificateIds.1=cert-1",
                "ClientToken=c-1",
                "DryRun=true",
                "ListenerId=lsn-1@443",
                "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "ListListenerCertificates", in = "nlb")
    void areListedAndTheirIdsBeside() {
        answer("""
                {"RequestId": "req-1", "MaxResults": 50, "NextToken": "more", "TotalCount": 100,
                "CertificateIds": ["cert-1"],
                "Certificates": [{
                    "CertificateId": "cert-1",
                    "CertificateType": "Server",
                    "IsDefault": true,
                    "Status": "Diassociating"}]}
                """);
        ListListenerCertificates listing = ListListenerCertificates.builder()
                .listenerId("lsn-1@443")
                .certificateType(CertificateUse.SERVER)
                .addCertificateIds("cert-1")
                .maxResults(50)
                .nextToken("t")
                .regionId("cn-hangzhou")
                .build();

        Page<ListenerCertificate> page = nlb.send(listing);

        assertSent(
                "ListListenerCertificates",
                "CertType=Server",
                "CertificateIds.1=cert-1",
                "ListenerId=lsn-1@443",
                "MaxResults=50",
                "NextToken=t",
                "RegionId=cn-hangzhou");
        assertThat(page.items())
                .containsExactly(ListenerCertificate.builder()
                        .certificateId("cert-1")
                        .certificateType(CertificateUse.SERVER)
                        .isDefault(true)
                        .status(CertificateStatus.DISSOCIATING)
                        .build());
        assertThat(page.next())
                .contains(ListListenerCertificates.builder()
                        .from(listing)
                        .nextToken("more")
                        .build());
        assertThat(page.envelope())
                .containsEntry("CertificateIds", "[\"cert-1\"]")
                .containsEntry("TotalCount", "100")
                .containsEntry("MaxResults", "50")
                .containsEntry("RequestId", "req-1");
    }

    @Test
    void areAtMostFifteenInACall() {
        AssociateAdditionalCertificatesWithListener tooMany =
                AssociateAdditionalCertificatesWithListener.of("lsn-1", Collections.nCopies(16, "cert-1"));

        assertThatThrownBy(() -> nlb.certificates().associateAdditionalCertificatesWithListener(tooMany))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("AdditionalCertificateIds: \"16 entries\" is not allowed, but 1 to 15 are");
        assertThat(cloud.requests()).isEmpty();
    }
}
