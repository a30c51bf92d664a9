package io.github.cloudlb.alibaba.nlb.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobStatus;
import org.junit.jupiter.api.Test;

class JobsTest extends NlbWireTestBase {
    @Test
    @Pins(value = "GetJobStatus", in = "nlb")
    void tellHowFarTheyAre() {
        answer("{\"RequestId\": \"req-1\", \"Status\": \"processing\"}");

        JobState state = nlb.jobs()
                .getJobStatus(
                        GetJobStatus.builder().jobId("job-1").clientToken("c-1").build());

        assertAsked("GetJobStatus", "ClientToken=c-1", "JobId=job-1");
        assertThat(state)
                .isEqualTo(JobState.builder()
                        .requestId("req-1")
                        .status(JobStatus.PROCESSING)
                        .build());
    }

    @Test
    void needNoTokenToBeLookedAt() {
        answer("{\"RequestId\": \"req-1\", \"Status\": \"Succeeded\"}");

        nlb.jobs().getJobStatus("job-1");

        assertAsked("GetJobStatus", "JobId=job-1");
    }

    @Test
    @Pins(value = "ListAsynJobs", in = "nlb")
    void areListed() {
        answer("""
                {"RequestId": "req-1", "TotalCount": "2", "Jobs": [
                    {"Id": "job-1", "Status": "Succeeded"},
                    {"Id": "job-2", "Status": "Failed"}]}
                """);

        assertThat(nlb.jobs()
                        .listAsynJobs(ListAsynJobs.builder()
                                .addJobIds("job-1", "job-2")
                                .build()))
                .containsExactly(
                        Job.builder().id("job-1").status(JobStatus.SUCCEEDED).build(),
                        Job.builder().id("job-2").status(JobStatus.FAILED).build());

        assertAsked("ListAsynJobs", "JobIds.1=job-1", "JobIds.2=job-2");
    }
}
