package io.github.cloudlb.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.codegen.ErrorOverlay.Seen;
import io.github.cloudlb.codegen.ErrorOverlay.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

class ErrorOverlayTest {
    private static final ErrorOverlay LBAAS = ErrorOverlay.read(Path.of("../sdk-openstack/api/lbaas-v2.0.errors.yaml"));
    private static final ErrorOverlay ALB = ErrorOverlay.read(Path.of("../sdk-alibaba/api/alb-2020-06-16.errors.yaml"));

    @Test
    void everyCodeOfEveryTableHasExactlyOneMeaning() {
        summarise(LBAAS, Table.read(CommittedTablesTest.LBAAS));
        summarise(ALB, Table.read(CommittedTablesTest.ALB));
        summarise(ALB, Table.read(CommittedTablesTest.NLB));
    }

    @ParameterizedTest
    @CsvSource({
        "404, ELB.8904, NOT_FOUND",
        "403, ELB.8903, NOT_FOUND",
        "400, ELB.1003, NOT_FOUND",
        "404, ELB.9800, NOT_FOUND",
        "400, ELB.9807, QUOTA_EXCEEDED",
        "409, ELB.8905, QUOTA_EXCEEDED",
        "403, ELB.9803, ACCESS_DENIED",
        "401, ELB.1102, UNAUTHENTICATED",
        "403, ELB.1102, UNAUTHENTICATED",
        "400, ELB.6200, ALREADY_EXISTS",
        "400, ELB.0004, SERVICE_FAILURE",
        "409, ELB.8907, IN_USE",
        "400, ELB.6071, INVALID_REQUEST",
        "429, ELB.0000, THROTTLED"
    })
    void otcSpeaksByCode(int status, String code, Meaning meaning) {
        assertThat(LBAAS.verdict(new Seen("otc", status, code, "")).meaning()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VPC.1814 | Resource loadbalancers 1234 could not be found. | NOT_FOUND",
                "VPC.1814 | Invalid input for operation: tags key is duplicated. | ALREADY_EXISTS",
                "VPC.1814 | Invalid input for operation: number of tags exceed max num of 10. | QUOTA_EXCEEDED",
                "VPC.1814 | something else | INVALID_REQUEST",
                "VPC.1801 | number of tags exceeds max unm of 10. | QUOTA_EXCEEDED",
                "VPC.1801 | Tag can not be null. | INVALID_REQUEST"
            })
    void aCodeWithSeveralMeaningsIsToldByItsText(String code, String text, Meaning meaning) {
        assertThat(LBAAS.verdict(new Seen("otc", 400, code, text)).meaning()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "409 | Pool 11 is immutable and cannot be updated. | LOCKED | settle",
                "409 | Invalid state PENDING_UPDATE of loadbalancer resource 11 | LOCKED | settle",
                "409 | Invalid state ERROR of loadbalancer resource 11 | LOCKED | no",
                "503 | Project busy.  Unable to lock the project.  Please try again. | LOCKED | yes",
                "409 | Another member on this pool is already using ip 192.0.2.7 on protocol_port 80 | ALREADY_EXISTS | -",
                "409 | Another Listener on this Load Balancer is already using protocol HTTP and protocol_port 80 | ALREADY_EXISTS | -",
                "409 | This pool already has a health monitor | ALREADY_EXISTS | -",
                "409 | This listener already has a default pool | ALREADY_EXISTS | -",
                "409 | Already an entity with that specified id. | ALREADY_EXISTS | -",
                "409 | Pool 11 is in use by L7 policy 22 | IN_USE | -",
                "409 | Too many rules on L7 policy 11 | QUOTA_EXCEEDED | -",
                "409 | nobody knows | IN_USE | no",
                "403 | Quota has been met for resources: Member | QUOTA_EXCEEDED | -",
                "403 | Policy does not allow this request to be performed. | ACCESS_DENIED | -",
                "404 | Member 11 not found. | NOT_FOUND | -",
                "400 | Subnet 11 not found. | INVALID_REQUEST | -",
                "400 | Validation failure: Cannot delete Load Balancer 11 - it has children | IN_USE | -",
                "400 | Provider 'nope' is not enabled. | UNSUPPORTED | -",
                "500 | Provider 'ovn' reports error: x | SERVICE_FAILURE | -",
                "501 | Provider 'ovn' does not support a requested action: x | UNSUPPORTED | -",
                "502 | <html> | SERVICE_FAILURE | yes"
            })
    void octaviaSpeaksByText(int status, String text, Meaning meaning, String retry) {
        Seen seen = new Seen("octavia", status, null, text);
        Verdict verdict = LBAAS.verdict(seen);

        assertThat(LBAAS.best(seen)).hasSizeLessThanOrEqualTo(1);
        assertThat(verdict.meaning()).isEqualTo(meaning);
        assertThat(verdict.retry()).isEqualTo(retry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "gateway | 404 | APIGW.0101 | NOT_FOUND",
                "gateway | 401 | APIGW.0301 | UNAUTHENTICATED",
                "gateway | 401 | APIGW.0307 | UNAUTHENTICATED",
                "gateway | 429 | APIGW.0308 | THROTTLED",
                "gateway | 403 | APIGW.0402 | ACCESS_DENIED",
                "gateway | 504 | APIGW.0201 | SERVICE_FAILURE",
                "neutron | 409 | EntityInUse | IN_USE",
                "keystone | 401 | - | UNAUTHENTICATED"
            })
    void whatStandsBeforeTheServiceIsUnderstoodToo(String dialect, int status, String code, Meaning meaning) {
        assertThat(LBAAS.verdict(new Seen(dialect, status, code, "")).meaning()).isEqualTo(meaning);
    }

    @Test
    void agreesWithThePagesOfOtcButForThreeCodes() {
        Map<String, Meaning> inOurWords = Map.of(
                "not_found", Meaning.NOT_FOUND,
                "unauthenticated", Meaning.UNAUTHENTICATED,
                "forbidden", Meaning.ACCESS_DENIED,
                "wrong_project", Meaning.ACCESS_DENIED,
                "quota", Meaning.QUOTA_EXCEEDED,
                "duplicate", Meaning.ALREADY_EXISTS,
                "has_children", Meaning.IN_USE,
                "conflict", Meaning.IN_USE,
                "missing_or_bad_parameter", Meaning.INVALID_REQUEST,
                "server", Meaning.SERVICE_FAILURE);
        Set<String> others = new TreeSet<>();
        for (ErrorCode error : Table.read(CommittedTablesTest.LBAAS).errors()) {
            for (ErrorCode.DocumentedMeaning documented : error.meanings()) {
                Seen seen = new Seen("otc", documented.status(), error.code(), "");
                if (LBAAS.verdict(seen).meaning() != inOurWords.get(documented.meaning())) {
                    others.add(String.valueOf(error.code()));
                }
            }
        }
        // The first is not found by another page; the others need their text.
        assertThat(others).containsExactly("ELB.8903", "VPC.1801", "VPC.1814");
    }

    @Test
    void anUnknownApplicationCredentialIsNoMissingResource() {
        Seen seen = new Seen("keystone", 404, null, "Could not find Application Credential: deadbeef.");

        assertThat(LBAAS.verdict(seen).meaning()).isEqualTo(Meaning.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "400, DryRunOperation, DRY_RUN_PASSED, -",
                "400, IncorrectStatus.Listener, LOCKED, settle",
                "400, IncorrectStatus.Eni, LOCKED, no",
                "400, ResourceInConfiguring, LOCKED, settle",
                "400, LockFailed, LOCKED, yes",
                "400, Conflict.Lock, LOCKED, settle",
                "400, Conflict.BackendServer, ALREADY_EXISTS, -",
                "400, ResourceInUse.ServerGroup, IN_USE, settle",
                "400, ResourceInUse.IP, IN_USE, -",
                "400, Forbidden.LoadBalancer, ACCESS_DENIED, -",
                "400, ResourceNotFound.Eip, NOT_FOUND, -",
                "400, QuotaExceeded.SlowStartDuration, INVALID_REQUEST, -",
                "400, QuotaExceeded.AclsNum, QUOTA_EXCEEDED, -",
                "400, Throttling.User, THROTTLED, yes",
                "503, ServiceUnavailable, SERVICE_FAILURE, yes",
                "400, SystemBusy, SERVICE_FAILURE, yes",
                "400, IdempotenceProcessing, LOCKED, yes",
                "400, -22031, LOCKED, settle",
                "400, SignatureNonceUsed, UNAUTHENTICATED, yes",
                "404, InvalidAccessKeyId.NotFound, UNAUTHENTICATED, -",
                "404, InvalidApi.NotFound, NOT_FOUND, -",
                "400, MissingAction, INVALID_REQUEST, -",
                "400, UnsupportedFeature.SlowStart, UNSUPPORTED, -",
                "500, InternalError, SERVICE_FAILURE, yes",
                "400, ResourceInCreating.loadbalancer, LOCKED, settle",
                "400, IncorrectStatus.serverGroup, LOCKED, settle",
                "400, IlleagalParam.healthCheckUrl, INVALID_REQUEST, -",
                "400, TagInvokeError, SERVICE_FAILURE, -",
                "404, EnableHDMonitor.Fail, SERVICE_FAILURE, -",
                "403, UnauthorizedZone, ACCESS_DENIED, -"
            })
    void albSpeaksByFamilyAndThing(int status, String code, Meaning meaning, String retry) {
        Verdict verdict = ALB.verdict(new Seen(null, status, code, ""));

        assertThat(verdict.meaning()).isEqualTo(meaning);
        assertThat(verdict.retry()).isEqualTo(retry);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                400, 401, 402, 403, 404, 405, 406, 408, 409, 413, 415, 418, 429, 494, 499, 500, 501, 502, 503, 504, 599
            })
    void everyStatusHasAMeaning(int status) {
        assertThat(LBAAS.verdict(new Seen("otc", status, null, "")).meaning()).isNotNull();
        assertThat(ALB.verdict(new Seen(null, status, "Unheard.Of", "")).meaning())
                .isNotNull();
    }

    @Test
    void anEntryThatKnowsNeitherCodeNorTextIsRefused(@TempDir Path folder) throws Exception {
        Path overlay = Files.writeString(
                folder.resolve("odd.yaml"),
                "{schema: cloudlb-errors/1, tables: [a], meanings: {locked: [{status: 409}]}, fallback: [{status: 409, meaning: locked}]}");

        assertThatThrownBy(() -> ErrorOverlay.read(overlay))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("odd.yaml: meanings.locked.[0]:");
    }

    private static void summarise(ErrorOverlay overlay, Table table) {
        Map<Meaning, Integer> counts = new EnumMap<>(Meaning.class);
        int byStatus = 0;
        for (ErrorCode error : table.errors()) {
            for (int status : error.status()) {
                Seen seen = new Seen(error.dialect(), status, error.code(), "");
                assertThat(overlay.best(seen).stream()
                                .map(ErrorOverlay.Entry::meaning)
                                .distinct())
                        .as("%s with %s", error.code(), status)
                        .hasSizeLessThanOrEqualTo(1);
                Verdict verdict = overlay.verdict(seen);
                counts.merge(verdict.meaning(), 1, Integer::sum);
                byStatus += verdict.entry() == null ? 1 : 0;
            }
        }
        System.out.println(table.api() + ": " + counts + ", of these by status only: " + byStatus);
    }
}
