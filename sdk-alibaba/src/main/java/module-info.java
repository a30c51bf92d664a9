import org.jspecify.annotations.NullMarked;

/** Application Load Balancer (ALB) and Network Load Balancer (NLB) of Alibaba Cloud. */
@NullMarked
module io.github.cloudlb.alibaba {
    requires transitive io.github.cloudlb.core;
    requires org.slf4j;
    requires static org.immutables.value;
    requires static transitive org.jspecify;

    exports io.github.cloudlb.alibaba;
    exports io.github.cloudlb.alibaba.acl;
    exports io.github.cloudlb.alibaba.ascript;
    exports io.github.cloudlb.alibaba.certificate;
    exports io.github.cloudlb.alibaba.change;
    exports io.github.cloudlb.alibaba.common;
    exports io.github.cloudlb.alibaba.healthchecktemplate;
    exports io.github.cloudlb.alibaba.job;
    exports io.github.cloudlb.alibaba.listener;
    exports io.github.cloudlb.alibaba.loadbalancer;
    exports io.github.cloudlb.alibaba.nlb.certificate;
    exports io.github.cloudlb.alibaba.nlb.common;
    exports io.github.cloudlb.alibaba.nlb.job;
    exports io.github.cloudlb.alibaba.nlb.listener;
    exports io.github.cloudlb.alibaba.nlb.loadbalancer;
    exports io.github.cloudlb.alibaba.nlb.monitor;
    exports io.github.cloudlb.alibaba.nlb.region;
    exports io.github.cloudlb.alibaba.nlb.resourcegroup;
    exports io.github.cloudlb.alibaba.nlb.securitypolicy;
    exports io.github.cloudlb.alibaba.nlb.servergroup;
    exports io.github.cloudlb.alibaba.nlb.tag;
    exports io.github.cloudlb.alibaba.region;
    exports io.github.cloudlb.alibaba.resourcegroup;
    exports io.github.cloudlb.alibaba.rule;
    exports io.github.cloudlb.alibaba.securitypolicy;
    exports io.github.cloudlb.alibaba.servergroup;
    exports io.github.cloudlb.alibaba.tag;
}
