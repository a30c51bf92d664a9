package io.github.cloudlb.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Parameter;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class RpcSignerTest {

    private static final AccessKey TEMPORARY = AccessKey.temporary("id", "s3cr3t", "t0k3n+");
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");
    private static final List<Parameter> QUERY =
            List.of(new Parameter("Action", "DescribeRegions"), new Parameter("Version", "2020-06-16"));

    private final RpcSigner signer = new RpcSigner();

    @Test
    void addsAllThatIsCommonToEveryCall() {
        assertThat(signer.sign(request(QUERY), List.of(), TEMPORARY, TIME, "n-1"))
                .extracting(Parameter::name)
                .containsExactlyInAnyOrder(
                        "AccessKeyId",
                        "SignatureMethod",
                        "SignatureVersion",
                        "SignatureNonce",
                        "Timestamp",
                        "Format",
                        "SecurityToken",
                        "Signature");
    }

    @Test
    void keepsTheFormatThatTheQueryAsksFor() {
        List<Parameter> query = new ArrayList<>(QUERY);
        query.add(new Parameter("Format", "XML"));

        assertThat(signer.sign(request(query), List.of(), TEMPORARY, TIME, "n-1"))
                .extracting(Parameter::name)
                .doesNotContain("Format");
        assertThat(signer.trace(request(query), List.of(), TEMPORARY, TIME, "n-1")
                        .canonicalRequest())
                .contains("&Format=XML&");
    }

    @Test
    void signsASecondAttemptAsIfItWereTheFirst() {
        List<Parameter> before = new ArrayList<>(QUERY);
        before.add(new Parameter("Format", "JSON"));
        List<Parameter> again = new ArrayList<>(before);
        again.addAll(signer.sign(request(before), List.of(), TEMPORARY, TIME.minusSeconds(9), "n-0"));

        assertThat(signer.sign(request(again), List.of(), TEMPORARY, TIME, "n-1"))
                .isEqualTo(signer.sign(request(before), List.of(), TEMPORARY, TIME, "n-1"));
    }

    @Test
    void tracesWithoutTheToken() {
        SigningTrace trace = signer.trace(request(QUERY), List.of(), TEMPORARY, TIME, "n-1");

        assertThat(trace.toString()).doesNotContain("t0k3n").doesNotContain("s3cr3t");
        assertThat(trace.canonicalRequest()).contains("&SecurityToken=REDACTED&");
        assertThat(trace.stringToSign()).startsWith("GET&%2F&AccessKeyId%3Did%26Action%3DDescribeRegions%26");
    }

    private static SigningRequest request(List<Parameter> query) {
        return new SigningRequest("GET", "service.example", "/", query, List.of(), null);
    }
}
