package io.github.cloudlb.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

class AlbOperationsTest extends AlibabaOperationsTestBase {
    private static final String TABLE = "alb-2020-06-16";
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("LoadBalancerId", "alb-1"),
            Map.entry("ListenerId", "lsn-http"),
            Map.entry("RuleId", "rule-1"),
            Map.entry("RuleIds", "rule-1"),
            Map.entry("ServerGroupId", "sgp-1"),
            Map.entry("AclId", "acl-1"),
            Map.entry("AclIds", "acl-1"),
            Map.entry("AScriptIds", "as-1"),
            Map.entry("HealthCheckTemplateId", "hct-1"),
            Map.entry("HealthCheckTemplateIds", "hct-1"),
            Map.entry("SecurityPolicyId", "spy-1"),
            Map.entry("SecurityPolicyIds", "spy-1"),
            Map.entry("SecurityGroupIds", "sg-9"),
            Map.entry("ResourceId", "alb-1"),
            Map.entry("ResourceType", "loadbalancer"),
            Map.entry("NewResourceGroupId", "rg-other"),
            Map.entry("TagKey", "team"),
            Map.entry("Entry", "10.0.9.0/24"),
            Map.entry("Entries", "10.0.1.0/24"),
            Map.entry("ListenerPort", "8080"),
            Map.entry("AddressType", "Intranet"),
            Map.entry("CertificateId", "cert-9"),
            Map.entry("AScriptId", "as-1"),
            Map.entry("ServerId", "i-1"),
            Map.entry("Servers.1.Port", "80"),
            Map.entry("ZoneMappings.1.ZoneId", "cn-hangzhou-h"),
            Map.entry("ZoneMappings.2.ZoneId", "cn-hangzhou-i"),
            Map.entry("ZoneMappings.1.VSwitchId", "vsw-testkit-h"),
            Map.entry("ZoneMappings.2.VSwitchId", "vsw-new-i"),
            Map.entry("RuleName", "other"),
            Map.entry("Priority", "20"),
            Map.entry("Rules.1.Priority", "20"),
            Map.entry("Tag.1.Key", "env"));

    private static final Map<String, Map<String, String>> OWN = Map.ofEntries(
            Map.entry("AddServersToServerGroup", Map.of("ServerId", "i-9", "Servers.1.ServerId", "i-9")),
            Map.entry("AssociateAclsWithListener", Map.of("AclIds", "acl-unused")),
            Map.entry("AssociateAdditionalCertificatesWithListener", Map.of("ListenerId", "lsn-https")),
            Map.entry(
                    "DissociateAdditionalCertificatesFromListener",
                    Map.of("ListenerId", "lsn-https", "CertificateId", "cert-2")),
            Map.entry("ListListenerCertificates", Map.of("ListenerId", "lsn-https")),
            Map.entry("StartListener", Map.of("ListenerId", "lsn-stopped")),
            Map.entry("DeleteAcl", Map.of("AclId", "acl-unused")),
            Map.entry("DeleteServerGroup", Map.of("ServerGroupId", "sgp-unused")),
            Map.entry("DisableLoadBalancerIpv6Internet", Map.of("LoadBalancerId", "alb-6")),
            Map.entry("EnableLoadBalancerIpv6Internet", Map.of("LoadBalancerId", "alb-dual")),
            Map.entry("EnableLoadBalancerAccessLog", Map.of("LoadBalancerId", "alb-dual")),
            Map.entry(
                    "DetachCommonBandwidthPackageFromLoadBalancer",
                    Map.of("LoadBalancerId", "alb-dual", "BandwidthPackageId", "cbwp-1")),
            Map.entry(
                    "LoadBalancerJoinSecurityGroup", Map.of("LoadBalancerId", "alb-dual", "SecurityGroupIds", "sg-9")),
            Map.entry(
                    "LoadBalancerLeaveSecurityGroup", Map.of("LoadBalancerId", "alb-dual", "SecurityGroupIds", "sg-1")),
            Map.entry(
                    "UpdateLoadBalancerEdition",
                    Map.of("LoadBalancerId", "alb-dual", "LoadBalancerEdition", "Standard")),
            Map.entry("StartShiftLoadBalancerZones", Map.of("ZoneMappings.1.VSwitchId", "vsw-testkit-h")),
            Map.entry(
                    "CancelShiftLoadBalancerZones",
                    Map.of("LoadBalancerId", "alb-dual", "ZoneMappings.1.VSwitchId", "vsw-h")),
            Map.entry(
                    "UpdateLoadBalancerZones",
                    Map.of("ZoneMappings.2.ZoneId", "cn-hangzhou-j", "ZoneMappings.2.VSwitchId", "vsw-j")),
            Map.entry(
                    "CreateLoadBalancer",
                    Map.of("ZoneMappings.1.VSwitchId", "vsw-h", "ZoneMappings.2.VSwitchId", "vsw-i")));

    private static final Map<String, Map<String, String>> MORE = Map.of(
            "AddServersToServerGroup",
            Map.of("Servers.1.ServerId", "i-9", "Servers.1.Port", "80"),
            "RemoveServersFromServerGroup",
            Map.of("Servers.1.Port", "80"),
            "UpdateServerGroupServersAttribute",
            Map.of("Servers.1.ServerId", "i-1", "Servers.1.Port", "80", "Servers.1.Weight", "1"),
            "ReplaceServersInServerGroup",
            Map.of(
                    "AddedServers.1.ServerId", "i-9",
                    "AddedServers.1.ServerType", "Ecs",
                    "AddedServers.1.Port", "80",
                    "RemovedServers.1.ServerId", "i-1",
                    "RemovedServers.1.ServerType", "Ecs",
                    "RemovedServers.1.Port", "80"),
            "CreateAScripts",
            Map.of("AScripts.1.AScriptName", "other", "AScripts.1.ScriptContent", "true"),
            "UpdateAScripts",
            Map.of("AScripts.1.AScriptId", "as-1", "AScripts.1.AScriptName", "other"),
            "ModifyCapacityReservation",
            Map.of("MinimumLoadBalancerCapacity.CapacityUnits", "100"),
            "GetListenerHealthStatus",
            Map.of("IncludeRule", "true"));

    AlbOperationsTest() {
        super(AlbServer::start, UnaryOperator.identity(), "alb-landscape.yaml");
    }

    static List<TableRow> operations() throws Exception {
        return TableRow.all(TABLE);
    }

    static List<TableRow> triable() throws Exception {
        return triable(TABLE);
    }

    static List<TableRow> repeatable() throws Exception {
        return repeatable(TABLE);
    }

    @Override
    Map<String, String> values(String operation) {
        Map<String, String> values = new HashMap<>(USUAL);
        values.putAll(OWN.getOrDefault(operation, Map.of()));
        return values;
    }

    @Override
    Map<String, String> more(String operation) {
        return MORE.getOrDefault(operation, Map.of());
    }
}
