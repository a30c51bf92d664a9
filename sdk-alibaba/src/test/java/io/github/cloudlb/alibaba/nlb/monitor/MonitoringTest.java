package io.github.cloudlb.alibaba.nlb.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import org.junit.jupiter.api.Test;

class MonitoringTest extends NlbWireTestBase {
    private static final String ANSWER = """
            {"RequestId": "req-1", "RegionId": "cn-hangzhou", "LogProject": "nlb-logs", "MetricStore": "nlb-metrics"}
            """;
    private static final MonitoringConfig CONFIG = MonitoringConfig.builder()
            .requestId("req-1")
            .regionId("cn-hangzhou")
            .logProject("nlb-logs")
            .metricStore("nlb-metrics")
            .build();

    @Test
    @Pins(value = "DescribeHdMonitorRegionConfig", in = "nlb")
    void tellsWhereItGoes() {
        answer(ANSWER);

        MonitoringConfig config = nlb.monitoring()
                .describeHdMonitorRegionConfig(DescribeHdMonitorRegionConfig.builder()
                        .regionId("cn-hangzhou")
                        .build());

        assertAsked("DescribeHdMonitorRegionConfig", "RegionId=cn-hangzhou");
        assertThat(config).isEqualTo(CONFIG);
    }

    @Test
    @Pins(value = "SetHdMonitorRegionConfig", in = "nlb")
    void isToldWhereToGo() {
        answer(ANSWER);

        MonitoringConfig config = nlb.monitoring()
                .setHdMonitorRegionConfig(SetHdMonitorRegionConfig.builder()
                        .logProject("nlb-logs")
                        .metricStore("nlb-metrics")
                        .regionId("cn-hangzhou")
                        .build());

        // The one write whose parameters are in the query.
        assertAsked(
                "SetHdMonitorRegionConfig", "LogProject=nlb-logs", "MetricStore=nlb-metrics", "RegionId=cn-hangzhou");
        assertThat(config).isEqualTo(CONFIG);
    }
}
