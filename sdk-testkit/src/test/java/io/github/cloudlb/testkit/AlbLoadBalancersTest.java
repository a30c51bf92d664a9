package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

class AlbLoadBalancersTest extends AlbStateTestBase {
    private static final String NEW = "LoadBalancerName=new&LoadBalancerEdition=Standard&AddressType=Internet"
            + "&VpcId=vpc-1&LoadBalancerBillingConfig.PayType=PostPay"
            + "&ZoneMappings.1.ZoneId=cn-hangzhou-h&ZoneMappings.1.VSwitchId=vsw-1"
            + "&ZoneMappings.2.ZoneId=cn-hangzhou-i&ZoneMappings.2.VSwitchId=vsw-2";

    @Test
    void isProvisioningUntilItIsActive() throws Exception {
        jobsTakeTenSeconds();
        String id = done("CreateLoadBalancer", NEW + "&DeletionProtectionEnabled=true&Tag.1.Key=team&Tag.1.Value=shop")
                .path("LoadBalancerId")
                .asText();

        assertThat(loadBalancer(id).path("LoadBalancerStatus").asText()).isEqualTo("Provisioning");
        assertThat(code("UpdateLoadBalancerAttribute", "LoadBalancerId=" + id + "&LoadBalancerName=newer"))
                .isEqualTo("400 IncorrectStatus.LoadBalancer");
        tenSecondsPass();
        JsonNode made = loadBalancer(id);
        assertThat(made.path("LoadBalancerStatus").asText()).isEqualTo("Active");
        assertThat(made.path("DNSName").asText()).isEqualTo(id + ".cn-hangzhou.alb.aliyuncs.com");
        assertThat(made.path("DeletionProtectionConfig").toString())
                .isEqualTo("{\"Enabled\":true,\"EnabledTime\":\"2026-03-04T05:06:07Z\"}");
        assertThat(made.path("ZoneMappings").findValuesAsText("Status")).containsExactly("Active", "Active");
        assertThat(made.path("Tags").toString()).isEqualTo("[{\"Key\":\"team\",\"Value\":\"shop\"}]");
    }

    @Test
    void isDeletedWithItsListenersAndTheirRules() throws Exception {
        jobsTakeTenSeconds();
        done("DeleteLoadBalancer", "LoadBalancerId=alb-1");

        assertThat(loadBalancer("alb-1").path("LoadBalancerStatus").asText()).isEqualTo("Deleting");
        tenSecondsPass();
        assertThat(code("GetLoadBalancerAttribute", "LoadBalancerId=alb-1"))
                .isEqualTo("404 ResourceNotFound.LoadBalancer");
        assertThat(code("GetListenerAttribute", "ListenerId=lsn-http")).isEqualTo("404 ResourceNotFound.Listener");
        assertThat(done("ListRules", "").path("Rules")).isEmpty();
        done("DeleteServerGroup", "ServerGroupId=sgp-1");
    }

    @Test
    void isNotDeletedWhileItIsProtected() throws Exception {
        done("EnableDeletionProtection", "ResourceId=alb-1");
        assertThat(code("DeleteLoadBalancer", "LoadBalancerId=alb-1"))
                .isEqualTo("400 OperationDenied.DeletionProtectionEnabled");

        done("DisableDeletionProtection", "ResourceId=alb-1");
        done("DeleteLoadBalancer", "LoadBalancerId=alb-1");
    }

    @Test
    void isConfiguringWhileItIsChangedAndThenActive() throws Exception {
        jobsTakeTenSeconds();
        done(
                "UpdateLoadBalancerAttribute",
                "LoadBalancerId=alb-1&LoadBalancerName=newer&ModificationProtectionConfig.Status=ConsoleProtection");

        assertThat(loadBalancer("alb-1").path("LoadBalancerStatus").asText()).isEqualTo("Configuring");
        assertThat(loadBalancer("alb-1").path("LoadBalancerName").asText()).isEqualTo("shop");
        tenSecondsPass();
        JsonNode changed = loadBalancer("alb-1");
        assertThat(changed.path("LoadBalancerStatus").asText()).isEqualTo("Active");
        assertThat(changed.path("LoadBalancerName").asText()).isEqualTo("newer");
        assertThat(changed.path("ModificationProtectionConfig").path("Status").asText())
                .isEqualTo("ConsoleProtection");
    }

    @Test
    void anEditionOnlyRises() throws Exception {
        assertThat(code("UpdateLoadBalancerEdition", "LoadBalancerId=alb-1&LoadBalancerEdition=Standard"))
                .isEqualTo("400 OperationDenied.EditionNotChanged");
        assertThat(code("UpdateLoadBalancerEdition", "LoadBalancerId=alb-1&LoadBalancerEdition=Basic"))
                .isEqualTo("400 OperationDenied.Downgrade");
        done("UpdateLoadBalancerEdition", "LoadBalancerId=alb-1&LoadBalancerEdition=StandardWithWaf");
        assertThat(loadBalancer("alb-1").path("LoadBalancerEdition").asText()).isEqualTo("StandardWithWaf");
    }

    @Test
    void zonesAreReplacedButNotTheVSwitchOfOne() throws Exception {
        String zones = "LoadBalancerId=alb-dual&ZoneMappings.1.ZoneId=cn-hangzhou-i&ZoneMappings.1.VSwitchId=vsw-i";
        String address = loadBalancer("alb-dual")
                .at("/ZoneMappings/1/LoadBalancerAddresses/0/Address")
                .asText();

        assertThat(code(
                        "UpdateLoadBalancerZones",
                        zones + "&ZoneMappings.2.ZoneId=cn-hangzhou-j&ZoneMappings.2.VSwitchId=vsw-other"))
                .isEqualTo("400 OperationDenied.ZoneVSwitchChanged");
        done("UpdateLoadBalancerZones", zones + "&ZoneMappings.2.ZoneId=cn-hangzhou-k&ZoneMappings.2.VSwitchId=vsw-k");

        JsonNode changed = loadBalancer("alb-dual").path("ZoneMappings");
        assertThat(changed.findValuesAsText("ZoneId")).containsExactly("cn-hangzhou-i", "cn-hangzhou-k");
        assertThat(changed.at("/0/LoadBalancerAddresses/0/Address").asText()).isEqualTo(address);
        assertThat(code(
                        "UpdateLoadBalancerZones",
                        zones + "&ZoneMappings.2.ZoneId=cn-hangzhou-k&ZoneMappings.2.VSwitchId=vsw-k"))
                .isEqualTo("400 OperationDenied.ZoneMappingsNotChanged");
    }

    @Test
    void theLastActiveZoneIsNotShifted() throws Exception {
        String zone =
                "LoadBalancerId=alb-1&ZoneMappings.1.ZoneId=cn-hangzhou-%1$s&ZoneMappings.1.VSwitchId=vsw-testkit-%1$s";
        done("StartShiftLoadBalancerZones", zone.formatted("h"));

        assertThat(code("StartShiftLoadBalancerZones", zone.formatted("i")))
                .isEqualTo("400 OperationDenied.ConfigLastActiveZoneNotSupport");
        assertThat(loadBalancer("alb-1").path("ZoneMappings").findValuesAsText("Status"))
                .containsExactly("Shifted", "Active");
        done("CancelShiftLoadBalancerZones", zone.formatted("h"));
        assertThat(loadBalancer("alb-1").path("ZoneMappings").findValuesAsText("Status"))
                .containsExactly("Active", "Active");
    }

    @Test
    void joinsASecurityGroupOnlyWithoutAccessControlLists() throws Exception {
        assertThat(code("LoadBalancerJoinSecurityGroup", "LoadBalancerId=alb-1&SecurityGroupIds.1=sg-2"))
                .isEqualTo("400 OperationDenied.LbAssociatedAclCanNotJoinSecurityGroup");
        done("DissociateAclsFromListener", "ListenerId=lsn-http&AclIds.1=acl-1");
        done("LoadBalancerJoinSecurityGroup", "LoadBalancerId=alb-1&SecurityGroupIds.1=sg-2");

        assertThat(loadBalancer("alb-1").path("SecurityGroupIds").toString()).isEqualTo("[\"sg-2\"]");
        assertThat(code("LoadBalancerJoinSecurityGroup", "LoadBalancerId=alb-1&SecurityGroupIds.1=sg-2"))
                .isEqualTo("400 ResourceAlreadyAssociated.SecurityGroup");
        assertThat(code("AssociateAclsWithListener", "ListenerId=lsn-http&AclIds.1=acl-1&AclType=White"))
                .isEqualTo("400 OperationDenied.LoadBalancerJoinedSecurityGroupNotSupportAcl");
        assertThat(code("LoadBalancerLeaveSecurityGroup", "LoadBalancerId=alb-1&SecurityGroupIds.1=sg-9"))
                .isEqualTo("400 ResourceNotAssociated.SecurityGroup");
    }

    @ParameterizedTest
    @CsvSource({
        "UpdateLoadBalancerAddressTypeConfig, LoadBalancerId=alb-1&AddressType=Internet, 400 OperationDenied.AddressTypeNotChanged",
        "EnableLoadBalancerIpv6Internet, LoadBalancerId=alb-1, 400 OperationDenied.NonDualStackInstance",
        "EnableLoadBalancerIpv6Internet, LoadBalancerId=alb-6, 400 OperationDenied.Ipv6InternetInstance",
        "DisableLoadBalancerIpv6Internet, LoadBalancerId=alb-dual, 400 OperationDenied.Ipv6IntranetInstance",
        "EnableLoadBalancerAccessLog, LoadBalancerId=alb-1&LogProject=p&LogStore=s, 400 OperationDenied.AccessLogEnabled",
        "DisableLoadBalancerAccessLog, LoadBalancerId=alb-6, 400 OperationDenied.AccessLogDisabled",
        "UpdateListenerAttribute, ListenerId=lsn-none, 404 ResourceNotFound.Listener",
        "DeleteLoadBalancer, LoadBalancerId=alb-none, 404 ResourceNotFound.LoadBalancer",
        "MoveResourceGroup, ResourceId=alb-1&ResourceType=loadbalancer&NewResourceGroupId=none, 400 NotExist.ResourceGroup",
    })
    void refusesWhatCannotBe(String action, String query, String code) throws Exception {
        assertThat(code(action, query)).isEqualTo(code);
    }

    @Test
    void oneZoneIsTooFewAndNoneIsThereTwice() throws Exception {
        assertThat(code("CreateLoadBalancer", NEW.replaceFirst("&ZoneMappings.2.*", "")))
                .isEqualTo("400 InvalidParameter");
        assertThat(code("CreateLoadBalancer", NEW.replace("hangzhou-i", "hangzhou-h")))
                .isEqualTo("400 DuplicatedParam.ZoneId");
        done("CreateLoadBalancer", NEW);
        assertThat(code("CreateLoadBalancer", NEW.replace("hangzhou-i", "hangzhou-k")))
                .isEqualTo("400 Mismatch.ZoneIdAndVSwitchId");
    }

    @Test
    void tellsItsReservedCapacity() throws Exception {
        done("ModifyCapacityReservation", "LoadBalancerId=alb-6&MinimumLoadBalancerCapacity.CapacityUnits=30");

        JsonNode capacity = done("DescribeCapacityReservation", "LoadBalancerId=alb-6");
        assertThat(capacity.at("/MinimumLoadBalancerCapacity/CapacityUnits").asInt())
                .isEqualTo(30);
        assertThat(capacity.at("/CapacityReservationState/0/EffectiveCapacityUnits")
                        .asDouble())
                .isEqualTo(15.0);
        assertThat(capacity.path("LastModifiedTime").asText()).isEqualTo("2026-03-04 05:06:07");
        done("ModifyCapacityReservation", "LoadBalancerId=alb-6&ResetCapacityReservation=true");
        assertThat(done("DescribeCapacityReservation", "LoadBalancerId=alb-6").path("CapacityReservationState"))
                .isEmpty();
    }
}
