package io.github.cloudlb.alibaba.loadbalancer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What the service would surely refuse of a load balancer, or ignore, never leaves. */
class RefusedLoadBalancersTest extends WireTestBase {
    private static final ZoneMapping ZONE = ZoneMapping.of("zone-a", "vsw-1");
    private static final String ID = "an id is: printable ASCII, not empty, without / \\ % ? # or blanks, not . or ..";

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void noneInNoZoneOrTooMany(int zones) {
        List<ZoneMapping> mappings = Collections.nCopies(zones, ZONE);

        assertRefused(creation().zoneMappings(mappings).build(), "ZoneMappings", zones + " entries", "1 to 10 are");
        assertRefused(UpdateLoadBalancerZones.of("alb-1", mappings), "ZoneMappings", zones + " entries", "1 to 10 are");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void shiftsNoneButOneZone(int zones) {
        List<ZoneMapping> mappings = Collections.nCopies(zones, ZONE);

        assertRefused(
                StartShiftLoadBalancerZones.of("alb-1", mappings), "ZoneMappings", zones + " entries", "1 to 1 are");
        assertRefused(
                CancelShiftLoadBalancerZones.of("alb-1", mappings), "ZoneMappings", zones + " entries", "1 to 1 are");
    }

    @Test
    void becomesPublicOnlyWithAnAddressInEachZone() {
        assertRefused(
                becoming(AddressType.INTERNET, ZONE),
                "ZoneMappings[0].AllocationId",
                "",
                "it is required when AddressType is Internet");
        client.check(becoming(AddressType.INTRANET, ZONE));
    }

    static Stream<Arguments> fieldsOfOtherOperations() {
        ZoneMapping address =
                ZoneMapping.builder().from(ZONE).intranetAddress("192.0.2.1").build();
        ZoneMapping allocation =
                ZoneMapping.builder().from(ZONE).allocationId("eip-1").build();
        ZoneMapping type =
                ZoneMapping.builder().from(ZONE).eipType(EipType.COMMON).build();
        return Stream.of(
                Arguments.of(
                        UpdateLoadBalancerZones.of("alb-1", List.of(allocation)),
                        "AllocationId",
                        "UpdateLoadBalancerZones"),
                Arguments.of(
                        becoming(AddressType.INTRANET, address),
                        "IntranetAddress",
                        "UpdateLoadBalancerAddressTypeConfig"),
                Arguments.of(
                        StartShiftLoadBalancerZones.of("alb-1", List.of(type)),
                        "EipType",
                        "StartShiftLoadBalancerZones"),
                Arguments.of(
                        CancelShiftLoadBalancerZones.of("alb-1", List.of(address)),
                        "IntranetAddress",
                        "CancelShiftLoadBalancerZones"));
    }

    @ParameterizedTest(name = "{1} of {2}")
    @MethodSource("fieldsOfOtherOperations")
    void sendsNothingThatTheOperationDoesNotKnow(Request<?> request, String field, String operation) {
        assertRefused(
                request, "ZoneMappings[0]." + field, "given", "it must be left out when the operation is " + operation);
    }

    static Stream<Arguments> names() {
        // A long value is told by its beginning.
        return Stream.of(Arguments.of("a", "a"), Arguments.of("a".repeat(129), "a".repeat(80) + "…"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("names")
    void hasANameNeitherTooShortNorTooLong(String name, String told) {
        assertRefused(
                creation().loadBalancerName(name).build(),
                "LoadBalancerName",
                told,
                "a text of 2 to 128 characters is");
        assertRefused(
                UpdateLoadBalancerAttribute.builder()
                        .loadBalancerId("alb-1")
                        .modificationProtectionConfig(ModificationProtectionConfig.builder()
                                .reason(name)
                                .build())
                        .build(),
                "ModificationProtectionConfig.Reason",
                told,
                "a text of 2 to 128 characters is");
    }

    @Test
    void isPaidForInSomeWay() {
        assertRefused(
                creation()
                        .billingConfig(LoadBalancerBillingConfig.builder()
                                .bandwidthPackageId("cbwp-1")
                                .build())
                        .build(),
                "LoadBalancerBillingConfig.PayType",
                "",
                "it is required");
    }

    @Test
    void isNotLookedForByAStatusThatListsDoNotTell() {
        assertRefused(
                ListLoadBalancers.builder()
                        .loadBalancerStatus(LoadBalancerStatus.DELETING)
                        .build(),
                "LoadBalancerStatus",
                "Deleting",
                "one of Inactive, Active, Provisioning, Configuring, CreateFailed is");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void joinsOneToTenSecurityGroups(int groups) {
        List<String> ids = Collections.nCopies(groups, "sg-1");

        assertRefused(
                LoadBalancerJoinSecurityGroup.of("alb-1", ids), "SecurityGroupIds", groups + " entries", "1 to 10 are");
        assertRefused(
                LoadBalancerLeaveSecurityGroup.of("alb-1", ids),
                "SecurityGroupIds",
                groups + " entries",
                "1 to 10 are");
    }

    @Test
    void isKnownByIds() {
        assertRefused(creation().vpcId("vpc/1").build(), "VpcId", "vpc/1", ID);
        assertRefused(EnableDeletionProtection.of(""), "ResourceId", "", ID);
        assertRefused(
                AttachCommonBandwidthPackageToLoadBalancer.of("cbwp-1", "alb-1", "cn hangzhou"),
                "RegionId",
                "cn hangzhou",
                ID);
        assertRefused(
                EnableLoadBalancerAccessLog.of("alb-1", "project", ""), "LogStore", "", "a text that is not empty is");
    }

    @Test
    void isInNoZoneWithoutItsPartOfTheNetwork() {
        assertThatThrownBy(() -> ZoneMapping.builder().zoneId("zone-a").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("vSwitchId: is required and was not given");
    }

    @Test
    void mayHaveAnEditionThatIsNewer() {
        client.check(creation()
                .loadBalancerEdition(LoadBalancerEdition.unlisted("Premium"))
                .build());
        assertThatThrownBy(() -> LoadBalancerEdition.of("Premium")).isInstanceOf(InvalidInputException.class);
    }

    private static CreateLoadBalancer.Builder creation() {
        CreateLoadBalancer.Builder creation = CreateLoadBalancer.builder();
        creation.addressType(AddressType.INTRANET)
                .loadBalancerEdition(LoadBalancerEdition.STANDARD)
                .billingConfig(LoadBalancerBillingConfig.postPay())
                .vpcId("vpc-1")
                .addZoneMappings(ZONE, ZoneMapping.of("zone-b", "vsw-2"));
        return creation;
    }

    private static Request<?> becoming(AddressType type, ZoneMapping zone) {
        return UpdateLoadBalancerAddressTypeConfig.builder()
                .loadBalancerId("alb-1")
                .addressType(type)
                .addZoneMappings(zone)
                .build();
    }
}
