package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each code means. Written down by hand from the vendor's lists, so that it is no copy of what it checks. */
class ErrorTableTest {
    private static final RpcErrors SERVICE = new RpcErrors(AlbClient.API, new VirtualTime());

    /** By the first part of a code. */
    private static final Map<String, Meaning> FAMILIES = Map.ofEntries(
            Map.entry("Conflict", Meaning.ALREADY_EXISTS),
            Map.entry("DuplicatedParam", Meaning.INVALID_REQUEST),
            Map.entry("Forbidden", Meaning.ACCESS_DENIED),
            Map.entry("IdempotentParameterMismatch", Meaning.INVALID_REQUEST),
            Map.entry("IllegalParam", Meaning.INVALID_REQUEST),
            Map.entry("IncorrectBusinessStatus", Meaning.LOCKED),
            Map.entry("IncorrectStatus", Meaning.LOCKED),
            Map.entry("InvalidParameter", Meaning.INVALID_REQUEST),
            Map.entry("LockFailed", Meaning.LOCKED),
            Map.entry("Mismatch", Meaning.INVALID_REQUEST),
            Map.entry("NotExist", Meaning.NOT_FOUND),
            Map.entry("OperationDenied", Meaning.INVALID_REQUEST),
            Map.entry("OperationFailed", Meaning.SERVICE_FAILURE),
            Map.entry("QuotaExceeded", Meaning.QUOTA_EXCEEDED),
            Map.entry("ResourceAlreadyAssociated", Meaning.ALREADY_EXISTS),
            Map.entry("ResourceAlreadyExist", Meaning.ALREADY_EXISTS),
            Map.entry("ResourceInConfiguring", Meaning.LOCKED),
            Map.entry("ResourceInUse", Meaning.IN_USE),
            Map.entry("ResourceNotAssociated", Meaning.NOT_FOUND),
            Map.entry("ResourceNotEnough", Meaning.QUOTA_EXCEEDED),
            Map.entry("ResourceNotFound", Meaning.NOT_FOUND),
            Map.entry("ResourceQuotaExceeded", Meaning.QUOTA_EXCEEDED),
            Map.entry("ServiceUnavailable", Meaning.SERVICE_FAILURE),
            Map.entry("UnsupportedFeature", Meaning.UNSUPPORTED));

    /** Those that are not like their family. */
    private static final Map<String, Meaning> EXCEPTIONS = Map.of(
            "Conflict.Priority", Meaning.INVALID_REQUEST,
            "OperationDenied.DefaultCertificateUsed", Meaning.IN_USE,
            "OperationDenied.DeletionProtectionEnabled", Meaning.IN_USE,
            "OperationDenied.ServiceManagedResource", Meaning.ACCESS_DENIED,
            "OperationDenied.VpcNotSupportIpv6", Meaning.UNSUPPORTED,
            "OperationDenyed.ServiceLinkedRoleNotExist", Meaning.ACCESS_DENIED,
            "OperationFailed.DefaultCertificateNotFound", Meaning.NOT_FOUND,
            "QuotaExceeded.ConnectionDrainTimeout", Meaning.INVALID_REQUEST,
            "QuotaExceeded.SlowStartDuration", Meaning.INVALID_REQUEST);

    private static final List<String> NO_SUCH_THING = List.of(
            "OperationDenied.VgwVipNotFound",
            "OperationDenied.VpcVportNotFound",
            "OperationDenied.ZoneVSwitchNotExist");

    static Stream<Arguments> pairs() {
        return ApiTable.read()
                .path("errors")
                .valueStream()
                .flatMap(error -> error.path("status")
                        .valueStream()
                        .map(status ->
                                Arguments.of(status.asInt(), error.path("code").asString())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pairs")
    void knowsWhatTheApiListsItself(int status, String code) {
        Meaning expected = NO_SUCH_THING.contains(code)
                ? Meaning.NOT_FOUND
                : EXCEPTIONS.getOrDefault(code, FAMILIES.get(code.replaceFirst("\\..*", "")));

        assertThat(explained(status, code).meaning()).isEqualTo(expected);
    }

    @Test
    void knowsAllCodesOfTheApi() {
        assertThat(pairs().map(pair -> pair.get()[1]).distinct()).hasSize(150);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "400, SystemBusy, SERVICE_FAILURE, false",
        "400, IdempotenceProcessing, LOCKED, true",
        "400, IdempotenceSignatureMismatch, INVALID_REQUEST, false",
        "400, Conflict.Lock, LOCKED, true",
        "400, OperationFailed.ResourceGroupStatusCheckFail, LOCKED, true",
        "400, VipStatusNotSupport, LOCKED, true",
        "400, -21013, LOCKED, true",
        "400, -21020, LOCKED, true",
        "400, -22001, LOCKED, true",
        "400, -22031, LOCKED, true",
        "400, -735, NOT_FOUND, false",
        "400, undefined, LOCKED, true",
        "400, Throttling, THROTTLED, true",
        "400, Throttling.User, THROTTLED, true",
        "400, Throttling.Api, THROTTLED, true",
        "400, Rejected.Throttling, THROTTLED, true",
        "503, ServiceUnavailable, SERVICE_FAILURE, false",
        "500, InternalError, SERVICE_FAILURE, false",
        "404, InvalidAccessKeyId.NotFound, UNAUTHENTICATED, false",
        "400, InvalidAccessKeyId.Inactive, UNAUTHENTICATED, false",
        "400, SignatureDoesNotMatch, UNAUTHENTICATED, false",
        "403, SignatureDoesNotMatch, UNAUTHENTICATED, false",
        "400, IncompleteSignature, UNAUTHENTICATED, false",
        "400, SignatureNonceUsed, UNAUTHENTICATED, true",
        "400, InvalidTimeStamp.Expired, UNAUTHENTICATED, false",
        "400, InvalidTimeStamp.Format, UNAUTHENTICATED, false",
        "400, IllegalTimestamp, UNAUTHENTICATED, false",
        "403, InvalidSecurityToken.Expired, UNAUTHENTICATED, false",
        "400, MissingParameter, INVALID_REQUEST, false",
        "400, MissingServers, INVALID_REQUEST, false",
        "400, InvalidParameter.Format, INVALID_REQUEST, false",
        "400, InvalidServers, INVALID_REQUEST, false",
        "404, InvalidApi.NotFound, NOT_FOUND, false",
        "404, InvalidAction.NotFound, NOT_FOUND, false",
        "404, InvalidVersion, NOT_FOUND, false",
        "404, InvalidProduct.NotFound, NOT_FOUND, false",
        "400, InvalidProtocol.NeedSsl, UNSUPPORTED, false",
        "403, UnsupportedHTTPMethod, UNSUPPORTED, false",
        "403, Forbidden.RAM, ACCESS_DENIED, false",
        "403, Forbidden, ACCESS_DENIED, false",
        "403, Forbidden.NoPermission, ACCESS_DENIED, false",
        "403, Forbidden.RiskControl, ACCESS_DENIED, false",
        "403, Forbidden.UserVerification, ACCESS_DENIED, false",
        "400, InsufficientBalance, ACCESS_DENIED, false",
        "418, Unheard.Of, INVALID_REQUEST, false",
        "401, Unheard.Of, UNAUTHENTICATED, false",
        "403, Unheard.Of, ACCESS_DENIED, false",
        "404, Unheard.Of, NOT_FOUND, false",
        "409, Unheard.Of, IN_USE, false",
        "429, Unheard.Of, THROTTLED, true",
        "502, Unheard.Of, SERVICE_FAILURE, false"
    })
    void knowsWhatGatewaysSay(int status, String code, Meaning meaning, boolean untouched) {
        ServiceError error = explained(status, code);

        assertThat(error.meaning()).isEqualTo(meaning);
        assertThat(error.untouched()).isEqualTo(untouched);
        assertThat(error.code()).isEqualTo(code);
    }

    private static ServiceError explained(int status, String code) {
        String body = "{\"Code\": \"" + code + "\", \"Message\": \"words\", \"RequestId\": \"req-1\"}";
        return SERVICE.explain(new Answer(status, List.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
