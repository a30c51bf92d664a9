package io.github.cloudlb.alibaba.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.ResourceType;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.time.Instant;

/** Jobs as they go over the wire. */
class JobListTest extends WireTestBase {
    @Test
    @Pins("ListAsynJobs")
    void tellsWhyAJobFailed() {
        answer("""
                {"Jobs": [{"ApiName": "CreateLoadBalancer", "CreateTime": 1624298400000,
                    "ErrorCode": "ResourceAllocateFailed", "ErrorMessage": "no addresses left", "Id": "job-1",
                    "ModifyTime": 1624298500000, "OperateType": "Create", "ResourceId": "alb-1",
                    "ResourceType": "loadbalancer", "Status": "Failed"}],
                 "MaxResults": 100, "NextToken": "t-2", "RequestId": "req-1", "TotalCount": 1000}
                """);
        ListAsynJobs request = ListAsynJobs.builder()
                .addJobIds("job-1", "job-2")
                .addResourceIds("alb-1", "alb-2")
                .resourceType(ResourceType.LOADBALANCER)
                .apiName("CreateLoadBalancer")
                .beginTime(Instant.ofEpochMilli(1_624_298_400_000L))
                .endTime(Instant.ofEpochMilli(1_624_298_500_001L))
                .maxResults(100)
                .nextToken("t-1")
                .build();

        Page<Job> page = client.send(request);

        assertSent(
                "ListAsynJobs",
                "ApiName=CreateLoadBalancer",
                "BeginTime=1624298400000",
                "EndTime=1624298500001",
                "JobIds.1=job-1",
                "JobIds.2=job-2",
                "MaxResults=100",
                "NextToken=t-1",
                "ResourceIds.1=alb-1",
                "ResourceIds.2=alb-2",
                "ResourceType=loadbalancer");
        assertThat(page.items())
                .containsExactly(Job.builder()
                        .apiName("CreateLoadBalancer")
                        .createTime(Instant.ofEpochMilli(1_624_298_400_000L))
                        .errorCode("ResourceAllocateFailed")
                        .errorMessage("no addresses left")
                        .id("job-1")
                        .modifyTime(Instant.ofEpochMilli(1_624_298_500_000L))
                        .operateType(OperateType.CREATE)
                        .resourceId("alb-1")
                        .resourceType(ResourceType.LOADBALANCER)
                        .status(JobStatus.FAILED)
                        .build());
        assertGoesOn(
                page,
                ListAsynJobs.builder().from(request).nextToken("t-2").build(),
                "MaxResults=100",
                "RequestId=req-1",
                "TotalCount=1000");
    }
}
