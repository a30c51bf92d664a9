package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.stream.Stream;

/** What each code means. Written down by hand from the vendor's lists, so that it is no copy of what it checks. */
class ErrorTableTest {
    /** By the first part of a code. */
    private static final Map<String, Meaning> FAMILIES = Map.ofEntries(
            Map.entry("Conflict", Meaning.ALREADY_EXISTS),
            Map.entry("DescribeHDMonitor", Meaning.NOT_FOUND),
            Map.entry("DryRunOperation", Meaning.INVALID_REQUEST),
            Map.entry("DuplicatedParam", Meaning.INVALID_REQUEST),
            Map.entry("EnableHDMonitor", Meaning.SERVICE_FAILURE),
            Map.entry("Forbidden", Meaning.ACCESS_DENIED),
            Map.entry("IdempotenceSignatureMismatch", Meaning.INVALID_REQUEST),
            Map.entry("IdempotentParameterMismatch", Meaning.INVALID_REQUEST),
            Map.entry("IlleagalParam", Meaning.INVALID_REQUEST),
            Map.entry("IllegalParam", Meaning.INVALID_REQUEST),
            Map.entry("IllegalParamFormat", Meaning.INVALID_REQUEST),
            Map.entry("IllegalParamSize", Meaning.INVALID_REQUEST),
            Map.entry("IncorrectBusinessStatus", Meaning.LOCKED),
            Map.entry("IncorrectStatus", Meaning.LOCKED),
            Map.entry("InvalidParameter", Meaning.INVALID_REQUEST),
            Map.entry("InvalidZones", Meaning.INVALID_REQUEST),
            Map.entry("LockFailed", Meaning.LOCKED),
            Map.entry("Mismatch", Meaning.INVALID_REQUEST),
            Map.entry("MissingParam", Meaning.INVALID_REQUEST),
            Map.entry("NotExist", Meaning.NOT_FOUND),
            Map.entry("OperationDenied", Meaning.INVALID_REQUEST),
            Map.entry("OperationFailed", Meaning.SERVICE_FAILURE),
            Map.entry("QuotaExceeded", Meaning.QUOTA_EXCEEDED),
            Map.entry("ResourceAlreadyAssociated", Meaning.ALREADY_EXISTS),
            Map.entry("ResourceAlreadyExist", Meaning.ALREADY_EXISTS),
            Map.entry("ResourceInConfiguring", Meaning.LOCKED),
            Map.entry("ResourceInCreating", Meaning.LOCKED),
            Map.entry("ResourceInUse", Meaning.IN_USE),
            Map.entry("ResourceNotAssociated", Meaning.NOT_FOUND),
            Map.entry("ResourceNotEnough", Meaning.QUOTA_EXCEEDED),
            Map.entry("ResourceNotFound", Meaning.NOT_FOUND),
            Map.entry("ResourceQuotaExceeded", Meaning.QUOTA_EXCEEDED),
            Map.entry("ServiceUnavailable", Meaning.SERVICE_FAILURE),
            Map.entry("SystemBusy", Meaning.SERVICE_FAILURE),
            Map.entry("TagInvokeError", Meaning.SERVICE_FAILURE),
            Map.entry("Throttling", Meaning.THROTTLED),
            Map.entry("UnauthorizedRegion", Meaning.ACCESS_DENIED),
            Map.entry("UnauthorizedZone", Meaning.ACCESS_DENIED),
            Map.entry("UnsupportedFeature", Meaning.UNSUPPORTED),
            Map.entry("UpdateSecurityPolicyFailed", Meaning.SERVICE_FAILURE));

    /** Those that are not like their family. */
    private static final Map<String, Meaning> EXCEPTIONS = Map.ofEntries(
            Map.entry("Conflict.Lock", Meaning.LOCKED),
            Map.entry("Conflict.Priority", Meaning.INVALID_REQUEST),
            Map.entry("OperationDenied.CaCertificateUsed", Meaning.IN_USE),
            Map.entry("OperationDenied.DefaultCertificateUsed", Meaning.IN_USE),
            Map.entry("OperationDenied.DeletionProtectionEnabled", Meaning.IN_USE),
            Map.entry("OperationDenied.EipAlreadyInBandwidthPackage", Meaning.ALREADY_EXISTS),
            Map.entry("OperationDenied.RegionNotSupportHDMonitor", Meaning.UNSUPPORTED),
            Map.entry("OperationDenied.ServiceLinkedRoleNotExist", Meaning.ACCESS_DENIED),
            Map.entry("OperationDenied.ServiceManagedResource", Meaning.ACCESS_DENIED),
            Map.entry("OperationDenied.VgwVipNotFound", Meaning.NOT_FOUND),
            Map.entry("OperationDenied.VpcNotSupportIpv6", Meaning.UNSUPPORTED),
            Map.entry("OperationDenied.VpcVportNotFound", Meaning.NOT_FOUND),
            Map.entry("OperationDenied.ZoneVSwitchNotExist", Meaning.NOT_FOUND),
            Map.entry("OperationDenyed.ServiceLinkedRoleNotExist", Meaning.ACCESS_DENIED),
            Map.entry("OperationFailed.DefaultCertificateNotFound", Meaning.NOT_FOUND),
            Map.entry("OperationFailed.DuplicateZones.", Meaning.INVALID_REQUEST),
            Map.entry("OperationFailed.NotExist.ResourceGroup", Meaning.NOT_FOUND),
            Map.entry("OperationFailed.StatusCheckFail.ResourceGroup", Meaning.LOCKED),
            Map.entry("OperationFailed.UnpaidBill", Meaning.ACCESS_DENIED),
            Map.entry("OperationFailed.vSwitchNotSupportIpv6", Meaning.UNSUPPORTED),
            Map.entry("QuotaExceeded.ConnectionDrainTimeout", Meaning.INVALID_REQUEST),
            Map.entry("QuotaExceeded.SlowStartDuration", Meaning.INVALID_REQUEST));

    static Stream<Arguments> pairs() {
        return Stream.of(AlbClient.API, NlbClient.API)
                .flatMap(api -> Explained.pairs(api).map(pair -> Arguments.of(api, pair.status(), pair.code())));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("pairs")
    void knowsWhatTheApiListsItself(RpcApi api, int status, String code) {
        Meaning expected = EXCEPTIONS.getOrDefault(code, FAMILIES.get(code.replaceFirst("\\..*", "")));

        assertThat(Explained.by(api, status, code).meaning()).isEqualTo(expected);
    }

    @Test
    void knowsAllCodesOfTheApis() {
        assertThat(Explained.pairs(AlbClient.API)).hasSize(151);
        assertThat(Explained.pairs(NlbClient.API)).hasSize(132);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "gateway-errors.csv", numLinesToSkip = 1)
    void knowsWhatGatewaysSay(int status, String code, Meaning meaning, boolean untouched) {
        assertExplained(status, code, meaning, untouched);
    }

    @ParameterizedTest
    @CsvSource({
        "418, INVALID_REQUEST, false",
        "401, UNAUTHENTICATED, false",
        "403, ACCESS_DENIED, false",
        "404, NOT_FOUND, false",
        "409, IN_USE, false",
        "429, THROTTLED, true",
        "502, SERVICE_FAILURE, false"
    })
    void goesByTheStatusOfACodeItHasNeverHeardOf(int status, Meaning meaning, boolean untouched) {
        assertExplained(status, "Unheard.Of", meaning, untouched);
    }

    private static void assertExplained(int status, String code, Meaning meaning, boolean untouched) {
        ServiceError error = Explained.by(AlbClient.API, status, code);

        assertThat(error.meaning()).isEqualTo(meaning);
        assertThat(error.untouched()).isEqualTo(untouched);
        assertThat(error.code()).isEqualTo(code);
    }
}
