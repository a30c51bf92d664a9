package io.github.cloudlb.openstack;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cloudlb.core.Request;
import io.github.cloudlb.openstack.certificate.ListCertificates;
import io.github.cloudlb.openstack.flavor.ListFlavors;
import io.github.cloudlb.openstack.listener.ShowListenerStats;
import io.github.cloudlb.openstack.pool.ListAllMembers;
import io.github.cloudlb.openstack.quota.ShowQuota;
import io.github.cloudlb.openstack.tag.DeleteLoadBalancerTag;
import io.github.cloudlb.openstack.tag.ListListenerTags;
import io.github.cloudlb.openstack.whitelist.ShowWhitelist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** An operation the dialect lacks is refused with the nearest way to do without. */
class LackingOperationsTest extends BeforeSending {
    static Stream<Arguments> onOctavia() {
        return Stream.of(
                arguments(ListAllMembers.builder().build(), "listMembers"),
                arguments(ShowWhitelist.of("w-1"), "allowedCidrs"),
                arguments(ListCertificates.builder().build(), "defaultTlsContainerRef"),
                arguments(DeleteLoadBalancerTag.of("t-1", "lb-1", "k"), "UpdateLoadBalancer.tags"),
                arguments(ListListenerTags.of("t-1", "l-1"), "getListener"));
    }

    @ParameterizedTest
    @MethodSource("onOctavia")
    void namesWhatOctaviaHasInstead(Request<?> request, String instead) {
        assertUnsupported(octavia, request, "does not exist in the dialect octavia, only in otc; " + instead);
    }

    @Test
    void namesWhatOpenTelekomCloudHasInstead() {
        assertUnsupported(
                otc,
                ShowListenerStats.of("l-1"),
                "ShowListenerStats does not exist in the dialect otc, only in octavia; Cloud Eye has its figures");
        assertUnsupported(otc, ShowQuota.of("p-1"), "only in octavia; My Quotas in the console has them");
    }

    @Test
    void saysThatNothingTakesThePlaceOfFlavors() {
        assertUnsupported(otc, ListFlavors.builder().build(), "only in octavia; nothing takes its place");
    }
}
