package io.github.cloudlb.alibaba.loadbalancer;

import static io.github.cloudlb.alibaba.loadbalancer.LoadBalancerChangesTest.CONFIRMED;
import static io.github.cloudlb.alibaba.loadbalancer.LoadBalancerChangesTest.DONE;
import static io.github.cloudlb.alibaba.loadbalancer.LoadBalancersTest.ACCEPTED;
import static io.github.cloudlb.alibaba.loadbalancer.LoadBalancersTest.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import org.junit.jupiter.api.Test;

/** What protects a load balancer and what is written down about it: protection, security groups, bandwidth, log. */
class LoadBalancerSurroundingsTest extends WireTestBase {
    @Test
    @Pins("EnableDeletionProtection")
    void isProtectedFromBeingDeleted() {
        answer(DONE);

        Confirmation done = client.loadBalancers()
                .enableDeletionProtection(EnableDeletionProtection.builder()
                        .loadBalancerId("alb-1")
                        .clientToken("c-1")
                        .build());

        assertSent("EnableDeletionProtection", "ClientToken=c-1", "ResourceId=alb-1");
        assertThat(done).isEqualTo(CONFIRMED);
    }

    @Test
    @Pins("DisableDeletionProtection")
    void canBeDeletedAgain() {
        answer(DONE);

        Confirmation done = client.loadBalancers()
                .disableDeletionProtection(DisableDeletionProtection.builder()
                        .loadBalancerId("alb-1")
                        .clientToken("c-1")
                        .build());

        assertSent("DisableDeletionProtection", "ClientToken=c-1", "ResourceId=alb-1");
        assertThat(done).isEqualTo(CONFIRMED);
    }

    @Test
    @Pins("LoadBalancerJoinSecurityGroup")
    void joinsSecurityGroups() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .loadBalancerJoinSecurityGroup(LoadBalancerJoinSecurityGroup.builder()
                        .loadBalancerId("alb-1")
                        .addSecurityGroupIds("sg-1", "sg-2")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "LoadBalancerJoinSecurityGroup",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "SecurityGroupIds.1=sg-1",
                "SecurityGroupIds.2=sg-2");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins("LoadBalancerLeaveSecurityGroup")
    void leavesSecurityGroups() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .loadBalancerLeaveSecurityGroup(LoadBalancerLeaveSecurityGroup.builder()
                        .loadBalancerId("alb-1")
                        .addSecurityGroupIds("sg-1", "sg-2")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "LoadBalancerLeaveSecurityGroup",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "SecurityGroupIds.1=sg-1",
                "SecurityGroupIds.2=sg-2");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins("AttachCommonBandwidthPackageToLoadBalancer")
    void sharesABandwidth() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .attachCommonBandwidthPackageToLoadBalancer(AttachCommonBandwidthPackageToLoadBalancer.builder()
                        .bandwidthPackageId("cbwp-1")
                        .loadBalancerId("alb-1")
                        .regionId("cn-hangzhou")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "AttachCommonBandwidthPackageToLoadBalancer",
                "BandwidthPackageId=cbwp-1",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins("DetachCommonBandwidthPackageFromLoadBalancer")
    void sharesABandwidthNoMore() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .detachCommonBandwidthPackageFromLoadBalancer(DetachCommonBandwidthPackageFromLoadBalancer.builder()
                        .bandwidthPackageId("cbwp-1")
                        .loadBalancerId("alb-1")
                        .regionId("cn-hangzhou")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DetachCommonBandwidthPackageFromLoadBalancer",
                "BandwidthPackageId=cbwp-1",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins("EnableLoadBalancerAccessLog")
    void writesALog() {
        answer(ACCEPTED);

        AcceptedJob job = client.loadBalancers()
                .enableLoadBalancerAccessLog(EnableLoadBalancerAccessLog.builder()
                        .loadBalancerId("alb-1")
                        .logProject("project")
                        .logStore("store")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "EnableLoadBalancerAccessLog",
                "ClientToken=c-1",
                "LoadBalancerId=alb-1",
                "LogProject=project",
                "LogStore=store");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins("DisableLoadBalancerAccessLog")
    void writesALogNoMore() {
        answer(DONE);

        Confirmation done = client.loadBalancers()
                .disableLoadBalancerAccessLog(DisableLoadBalancerAccessLog.builder()
                        .loadBalancerId("alb-1")
                        .clientToken("c-1")
                        .build());

        assertSent("DisableLoadBalancerAccessLog", "ClientToken=c-1", "LoadBalancerId=alb-1");
        assertThat(done).isEqualTo(CONFIRMED);
    }
}
