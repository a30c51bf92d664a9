package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.ACL;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.ACL_ENTRY;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.A_SCRIPT;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.HEALTH_CHECK_TEMPLATE;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.LISTENER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.LOAD_BALANCER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.RULE;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.SECURITY_POLICY;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.SERVER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.SERVER_GROUP;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** What each operation does. What it takes, answers and refuses stands in the tables. */
final class Operations {
    private static final Map<String, Write> WRITES = new HashMap<>();
    private static final Map<String, Read> READS = new HashMap<>();

    static {
        creations();
        updates();
        deletions();
        actsOnLoadBalancers();
        actsOnOthers();
        reads();
    }

    private Operations() {}

    static @Nullable Write write(String operation) {
        return WRITES.get(operation);
    }

    static @Nullable Read read(String operation) {
        return READS.get(operation);
    }

    private static void creations() {
        create("CreateLoadBalancer", LOAD_BALANCER, null, LoadBalancers::check);
        create("CreateListener", LISTENER, null, Listeners::check);
        create("CreateRule", RULE, null, Rules::check);
        create("CreateRules", RULE, "Rules", Rules::check);
        create("CreateAScripts", A_SCRIPT, "AScripts", Check.NONE);
        create("CreateServerGroup", SERVER_GROUP, null, ServerGroups::check);
        create("AddServersToServerGroup", SERVER, "Servers", ServerGroups::checkServer);
        create("CreateAcl", ACL, null, Check.NONE);
        create("AddEntriesToAcl", ACL_ENTRY, "AclEntries", Acls::checkEntry);
        create("CreateHealthCheckTemplate", HEALTH_CHECK_TEMPLATE, null, Check.NONE);
        create("CreateSecurityPolicy", SECURITY_POLICY, null, Check.NONE);
    }

    private static void updates() {
        update("UpdateLoadBalancerAttribute", LOAD_BALANCER, null, Check.NONE);
        update("UpdateListenerAttribute", LISTENER, null, Listeners::check);
        update("UpdateRuleAttribute", RULE, null, Rules::check);
        update("UpdateRulesAttribute", RULE, "Rules", Rules::check);
        update("UpdateAScripts", A_SCRIPT, "AScripts", Check.NONE);
        update("UpdateServerGroupAttribute", SERVER_GROUP, null, ServerGroups::check);
        update("UpdateServerGroupServersAttribute", SERVER, "Servers", Check.NONE);
        update("UpdateAclAttribute", ACL, null, Check.NONE);
        update("UpdateHealthCheckTemplateAttribute", HEALTH_CHECK_TEMPLATE, null, Check.NONE);
        update("UpdateSecurityPolicyAttribute", SECURITY_POLICY, null, Check.NONE);
    }

    private static void deletions() {
        delete("DeleteLoadBalancer", LOAD_BALANCER, null, LoadBalancers::checkDeletion);
        delete("DeleteListener", LISTENER, null, Check.NONE);
        delete("DeleteRule", RULE, null, Check.NONE);
        delete("DeleteRules", RULE, "RuleIds", Rules::checkDeletion);
        delete("DeleteAScripts", A_SCRIPT, "AScriptIds", Listeners::checkScriptDeletion);
        delete("DeleteServerGroup", SERVER_GROUP, null, Check.NONE);
        delete("RemoveServersFromServerGroup", SERVER, "Servers", Check.NONE);
        delete("DeleteAcl", ACL, null, Check.NONE);
        delete("RemoveEntriesFromAcl", ACL_ENTRY, "Entries", Check.NONE);
        delete("DeleteHealthCheckTemplates", HEALTH_CHECK_TEMPLATE, "HealthCheckTemplateIds", Check.NONE);
        delete("DeleteSecurityPolicy", SECURITY_POLICY, null, Check.NONE);
    }

    private static void actsOnLoadBalancers() {
        WRITES.put("EnableDeletionProtection", LoadBalancerActs.deletionProtection(true));
        WRITES.put("DisableDeletionProtection", LoadBalancerActs.deletionProtection(false));
        WRITES.put("UpdateLoadBalancerProtection", LoadBalancerActs::protection);
        WRITES.put("UpdateLoadBalancerEdition", LoadBalancerActs::edition);
        WRITES.put("UpdateLoadBalancerAddressTypeConfig", LoadBalancerActs::addressType);
        WRITES.put("EnableLoadBalancerIpv6Internet", LoadBalancerActs.ipv6("Internet"));
        WRITES.put("DisableLoadBalancerIpv6Internet", LoadBalancerActs.ipv6("Intranet"));
        WRITES.put("EnableLoadBalancerAccessLog", LoadBalancerActs::enableAccessLog);
        WRITES.put("DisableLoadBalancerAccessLog", LoadBalancerActs::disableAccessLog);
        WRITES.put("AttachCommonBandwidthPackageToLoadBalancer", LoadBalancerActs::attachBandwidth);
        WRITES.put("DetachCommonBandwidthPackageFromLoadBalancer", LoadBalancerActs::detachBandwidth);
        WRITES.put("LoadBalancerJoinSecurityGroup", LoadBalancerActs::joinSecurityGroup);
        WRITES.put("LoadBalancerLeaveSecurityGroup", LoadBalancerActs::leaveSecurityGroup);
        WRITES.put("UpdateLoadBalancerZones", Zones::update);
        WRITES.put("StartShiftLoadBalancerZones", Zones.shift("Active", "Shifted"));
        WRITES.put("CancelShiftLoadBalancerZones", Zones.shift("Shifted", "Active"));
        WRITES.put("ModifyCapacityReservation", Surroundings::modifyCapacity);
    }

    private static void actsOnOthers() {
        WRITES.put("StartListener", Listeners.turn("Stopped", "Running"));
        WRITES.put("StopListener", Listeners.turn("Running", "Stopped"));
        WRITES.put("UpdateListenerLogConfig", Listeners::logConfig);
        WRITES.put("AssociateAclsWithListener", Acls::associate);
        WRITES.put("DissociateAclsFromListener", Acls::dissociate);
        WRITES.put("AssociateAdditionalCertificatesWithListener", Certificates::associate);
        WRITES.put("DissociateAdditionalCertificatesFromListener", Certificates::dissociate);
        WRITES.put("DisassociateAdditionalCertificatesWithListener", Certificates::dissociate);
        WRITES.put("ReplaceServersInServerGroup", ServerGroups::replace);
        WRITES.put("ApplyHealthCheckTemplateToServerGroup", HealthChecks::apply);
        WRITES.put("TagResources", Tags::tag);
        WRITES.put("UnTagResources", Tags::untag);
        WRITES.put("UntagResources", Tags::untag);
        WRITES.put("MoveResourceGroup", Tags::move);
    }

    private static void reads() {
        get("GetLoadBalancerAttribute", LOAD_BALANCER);
        get("GetListenerAttribute", LISTENER);
        get("GetHealthCheckTemplateAttribute", HEALTH_CHECK_TEMPLATE);
        list("ListLoadBalancers", LOAD_BALANCER);
        list("ListListeners", LISTENER);
        list("ListRules", RULE);
        list("ListAScripts", A_SCRIPT);
        list("ListServerGroups", SERVER_GROUP);
        list("ListServerGroupServers", SERVER);
        list("ListAcls", ACL);
        list("ListAclEntries", ACL_ENTRY);
        list("ListHealthCheckTemplates", HEALTH_CHECK_TEMPLATE);
        list("ListSecurityPolicies", SECURITY_POLICY);
        list("ListSecurityPolicy", SECURITY_POLICY);
        READS.put("ListSystemSecurityPolicies", SecurityPolicies::listSystem);
        READS.put("ListSystemSecurityPolicy", SecurityPolicies::listSystem);
        READS.put("ListSecurityPolicyRelations", SecurityPolicies::listRelations);
        READS.put("ListAclRelations", Acls::listRelations);
        READS.put("ListListenerCertificates", Certificates::list);
        READS.put("GetListenerHealthStatus", HealthChecks::ofListener);
        READS.put("ListTagResources", Tags::list);
        READS.put("ListTagKeys", Tags::listKeys);
        READS.put("ListTagValues", Tags::listValues);
        READS.put("DescribeRegions", Surroundings::regions);
        READS.put("DescribeZones", Surroundings::zones);
        READS.put("DescribeCapacityReservation", Surroundings::capacity);
        READS.put("DescribeHdMonitorRegionConfig", Surroundings::monitor);
        READS.put("SetHdMonitorRegionConfig", Surroundings::setMonitor);
        READS.put("ListAsynJobs", JobReads::list);
        READS.put("GetJobStatus", JobReads::status);
    }

    private static void create(String operation, Kind kind, @Nullable String list, Check check) {
        WRITES.put(operation, new Creation(kind, list, check));
    }

    private static void update(String operation, Kind kind, @Nullable String list, Check check) {
        WRITES.put(operation, new Updating(kind, list, check));
    }

    private static void delete(String operation, Kind kind, @Nullable String list, Check check) {
        WRITES.put(operation, new Deletion(kind, list, check));
    }

    private static void get(String operation, Kind kind) {
        READS.put(operation, call -> Views.of(call, call.get(kind)));
    }

    private static void list(String operation, Kind kind) {
        READS.put(operation, new Listing(kind));
    }
}
