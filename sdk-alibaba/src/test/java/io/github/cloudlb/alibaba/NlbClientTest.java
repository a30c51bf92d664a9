package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.nlb.listener.GetListenerAttribute;
import io.github.cloudlb.alibaba.nlb.listener.StopListener;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.ThrottledException;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What is NLB's own in the way of a call: how it spells its codes, and what it means by them. */
class NlbClientTest extends NlbWireTestBase {
    private static final String ACCEPTED = "{\"RequestId\": \"req-1\", \"JobId\": \"job-1\"}";

    @Test
    void speaksItsOwnDialect() {
        assertThat(nlb.dialect().name()).isEqualTo("NLB");
    }

    @Test
    void saysWhatIsMissingInWhateverCaseItIsSpelled() {
        cloud.on("POST /").answers(404, error("ResourceNotFound.loadBalancer"));

        assertThatThrownBy(() -> nlb.loadBalancers().getLoadBalancerAttribute("nlb-none"))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        missing -> assertThat(missing.code()).isEqualTo("ResourceNotFound.loadBalancer"));
    }

    @Test
    void knowsACodeOfWhichTheListHasThePatternOnly() {
        cloud.on("POST /").answers(400, error("IllegalParam.Whatever"));

        assertThatThrownBy(() -> nlb.listeners().stopListener("lsn-1")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void waitsUntilNobodyElseChangesIt() {
        cloud.on("POST /")
                .answers(400, error("ResourceInConfiguring.loadbalancer"))
                .then(400, error("IncorrectStatus.listener"))
                .then(200, ACCEPTED);

        assertThat(nlb.listeners().stopListener("lsn-1").jobId()).contains("job-1");
        assertThat(cloud.requests()).hasSize(3);
        assertThat(time.passed()).isPositive();
    }

    @Test
    void waitsForTheJobOfAnyChange() {
        cloud.on("POST /")
                .answers(200, ACCEPTED)
                .then(200, "{\"RequestId\": \"req-2\", \"Jobs\": [{\"Id\": \"job-1\", \"Status\": \"Processing\"}]}")
                .then(200, "{\"RequestId\": \"req-3\", \"Jobs\": [{\"Id\": \"job-1\", \"Status\": \"Succeeded\"}]}");

        assertThat(nlb.jobs().await(nlb.listeners().stopListener("lsn-1"), Duration.ofMinutes(1)))
                .isPresent();
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void takesAPassedCheckOfAChangeForAnAnswer() {
        cloud.on("POST /").answers(400, error("DryRunOperation"));

        assertThat(nlb.listeners()
                        .stopListener(StopListener.builder()
                                .listenerId("lsn-1")
                                .dryRun(true)
                                .build())
                        .jobId())
                .isEmpty();
    }

    @Test
    void takesAPassedCheckOfAReadForNone() {
        cloud.on("POST /").answers(400, error("DryRunOperation"));
        GetListenerAttribute checked =
                GetListenerAttribute.builder().listenerId("lsn-1").dryRun(true).build();

        assertThatThrownBy(() -> nlb.listeners().getListenerAttribute(checked))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        passed -> assertThat(passed.code()).isEqualTo("DryRunOperation"));
    }

    @Test
    void sendsWithOtherOptionsWhatItIsGiven() {
        cloud.on("POST /").answers(400, error("Throttling.User"));

        assertThatThrownBy(() -> nlb.with(CallOptions.attempts(1)).listeners().stopListener("lsn-1"))
                .isInstanceOf(ThrottledException.class);
        assertThat(cloud.requests()).hasSize(1);
    }

    private static String error(String code) {
        return "{\"Code\": \"" + code + "\", \"Message\": \"scripted\", \"RequestId\": \"req-4\", \"HostId\": \"h\"}";
    }
}
