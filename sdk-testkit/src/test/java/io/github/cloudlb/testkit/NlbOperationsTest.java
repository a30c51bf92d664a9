package io.github.cloudlb.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class NlbOperationsTest extends AlibabaOperationsTestBase {
    private static final String TABLE = "nlb-2022-04-30";
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("LoadBalancerId", "nlb-1"),
            Map.entry("ListenerId", "lsn-tcp"),
            Map.entry("ServerGroupId", "sgp-1"),
            Map.entry("SecurityPolicyId", "spy-1"),
            Map.entry("SecurityGroupIds", "sg-9"),
            Map.entry("ResourceId", "nlb-1"),
            Map.entry("ResourceType", "loadbalancer"),
            Map.entry("NewResourceGroupId", "rg-other"),
            Map.entry("JobId", "0000010b-0000-4000-8000-000000000001"),
            Map.entry("ListenerPort", "8080"),
            Map.entry("AddressType", "Intranet"),
            Map.entry("AdditionalCertificateIds", "cert-9"),
            Map.entry("ServerId", "i-1"),
            Map.entry("Tag.1.Key", "env"),
            Map.entry("Servers.1.Port", "80"),
            Map.entry("VSwitchId", "vsw-testkit-h"),
            Map.entry("ZoneId", "cn-hangzhou-h"));

    private static final Map<String, Map<String, String>> OWN = Map.ofEntries(
            Map.entry("AddServersToServerGroup", Map.of("ServerId", "i-9")),
            Map.entry("AssociateAdditionalCertificatesWithListener", Map.of("ListenerId", "lsn-tls")),
            Map.entry(
                    "DisassociateAdditionalCertificatesWithListener",
                    Map.of("ListenerId", "lsn-tls", "AdditionalCertificateIds", "cert-2")),
            Map.entry("ListListenerCertificates", Map.of("ListenerId", "lsn-tls")),
            Map.entry("StartListener", Map.of("ListenerId", "lsn-stopped")),
            Map.entry("DeleteServerGroup", Map.of("ServerGroupId", "sgp-unused")),
            Map.entry("EnableLoadBalancerIpv6Internet", Map.of("LoadBalancerId", "nlb-dual")),
            Map.entry("DisableLoadBalancerIpv6Internet", Map.of("LoadBalancerId", "nlb-6")),
            Map.entry(
                    "DetachCommonBandwidthPackageFromLoadBalancer",
                    Map.of("LoadBalancerId", "nlb-dual", "BandwidthPackageId", "cbwp-1")),
            Map.entry(
                    "LoadBalancerLeaveSecurityGroup", Map.of("LoadBalancerId", "nlb-dual", "SecurityGroupIds", "sg-1")),
            Map.entry("CancelShiftLoadBalancerZones", Map.of("LoadBalancerId", "nlb-dual", "VSwitchId", "vsw-h")));

    NlbOperationsTest() {
        super(NlbServer::start, AlbBrowser::toNlb, "nlb-landscape.yaml");
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
        return operation.equals("RemoveServersFromServerGroup") ? Map.of("Servers.1.Port", "80") : Map.of();
    }
}
