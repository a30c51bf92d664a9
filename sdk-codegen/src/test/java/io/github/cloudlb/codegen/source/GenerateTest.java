package io.github.cloudlb.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.codegen.TableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Generates from the tables of the modules themselves, as they are and with one thing wrong. */
class GenerateTest {
    @TempDir
    Path folder;

    @Test
    void writesTheSameBytesEachTime() throws IOException {
        Map<String, String> first = Sources.ofAlb();
        Map<String, String> second = Sources.of(Sources.ALB, Sources.ALB_NAME, folder);

        assertThat(first).isNotEmpty().isEqualTo(second);
    }

    @Test
    void writesARequestItsWireFormAndAFacadeMethodForEachRowOfTheOverlay() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("pool/RemoveMember.java"))
                .contains("public interface RemoveMember extends Request<Void>")
                .contains("Message.delete(\"v2.0\", \"lbaas\", \"pools\", poolId(), \"members\", memberId())")
                .contains("static RemoveMember of(String poolId, String memberId)");
        assertThat(sources).containsKey("wire/RemoveMemberWire.java");
        assertThat(sources.get("pool/PoolOperations.java"))
                .contains("public void deleteMember(String poolId, String memberId)");
    }

    @Test
    void listsOperationsAndFieldsOfWhateverApi() {
        Map<String, String> sources = Sources.ofAlb();

        assertThat(sources.get("alb.operations.csv"))
                .contains(
                        "ListServerGroups,POST /,,servergroup.ServerGroupOperations,listServerGroups,ListServerGroups\n");
        assertThat(sources.get("alb.fields.csv"))
                .contains("io.github.cloudlb.alibaba.servergroup.ListServerGroups,Tag,tags\n")
                .contains("io.github.cloudlb.alibaba.servergroup.ServerGroup,UchConfig,consistentHashConfig\n");
        assertThat(Sources.ofLbaas().get("lbaas.operations.csv"))
                .contains(
                        "pool.show,GET /v2.0/lbaas/pools/{pool_id},octavia otc,pool.PoolOperations,getPool,ShowPool\n");
    }

    @Test
    void tellsLimitsThatDifferByDialectInDocumentationAndChecks() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("pool/UpdateMember.java"))
                .contains("On Octavia: 0 to 256", "On Open Telekom Cloud: 0 to 100");
        assertThat(sources.get("wire/UpdateMemberWire.java"))
                .contains("Checks.range(\"weight\", it.weight().get(), 0, 256)")
                .contains("Checks.range(\"weight\", it.weight().get(), 0, 100)");
    }

    @Test
    void repeatsAWriteOnlyIfTheTableGivesItAClientToken() {
        Map<String, String> sources = Sources.ofAlb();

        assertThat(sources.get("servergroup/RemoveServersFromServerGroup.java")).contains(".repeatable()");
        assertThat(sources.get("servergroup/ListServerGroups.java")).contains(".reading()");
    }

    @Test
    void givesAnInterfaceToAllAnswersThatHaveItsFields() {
        Map<String, String> sources = Sources.ofAlb();

        assertThat(sources.get("servergroup/CreatedServerGroup.java"))
                .contains("interface CreatedServerGroup extends Accepted", "@Override\n    Optional<String> jobId();");
        assertThat(sources.get("job/AcceptedJob.java")).contains("interface AcceptedJob extends Accepted");
        assertThat(sources.get("job/Job.java")).doesNotContain("Accepted");
    }

    @Test
    void spellsAValueAsEachDialectDoesAndReadsItInAnySpelling() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("healthmonitor/HealthMonitorType.java"))
                .contains("UDP_CONNECT = new HealthMonitorType(\"UDP-CONNECT\")")
                .contains("if (dialect.name().equals(\"otc\") && equals(UDP_CONNECT))", "return \"UDP_CONNECT\";")
                .contains("if (value.equalsIgnoreCase(\"UDP_CONNECT\"))", "return UDP_CONNECT;");
        assertThat(sources.get("healthmonitor/HttpMethod.java")).doesNotContain("Dialect");
        assertThat(sources.get("wire/CreateHealthMonitorWire.java")).contains("it.type().value(dialect)");
    }

    @Test
    void refusesASpellingOfAValueThatIsNone() throws IOException {
        Path broken = copied(Sources.LBAAS, folder.resolve("api"));
        replaceIn(
                broken.resolve("lbaas-v2.0.overlay").resolve("healthmonitor.yaml"),
                "{UDP-CONNECT: UDP_CONNECT}",
                "{UDP-CONECT: UDP_CONNECT}");

        assertThatThrownBy(() -> Sources.of(broken, Sources.LBAAS_NAME, folder.resolve("target")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("enums.HealthMonitorType: spelled: it has no value UDP-CONECT");
    }

    @Test
    void refusesToReadWhatStandsForAValueThatIsNone() throws IOException {
        Path broken = copied(Sources.ALB, folder.resolve("api"));
        replaceIn(overlayWith(broken, "{HTTP1.0: [HTTP 1.0]"), "{HTTP1.0: [HTTP 1.0]", "{HTTP1: [HTTP 1.0]");

        assertThatThrownBy(() -> Sources.of(broken, Sources.ALB_NAME, folder.resolve("target")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("enums.HttpVersion: also: it has no value HTTP1");
    }

    @Test
    void offersAFieldOnlyInTheDialectsTheOverlayNames() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("wire/CreateL7PolicyWire.java"))
                .contains("Checks.supported(!it.rules().isEmpty(), \"rules\", dialect, \"otc\")");
    }

    @Test
    void checksWhatHoldsInOneCaseOnlyAndWhatGoesTogether() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("wire/CreateL7RuleWire.java"))
                .contains("if (List.of(\"HOST_NAME\").contains(it.type().value(dialect)))")
                .contains("Checks.length(\"value\", it.value(), 0, 100)", "Checks.noBlanks(\"value\", it.value())");
        assertThat(sources.get("wire/CreateHealthMonitorWire.java"))
                .contains("\"one where http_version is 1.1 is\"")
                .contains("Checks.oneOf(\"http_version\"");
        assertThat(sources.get("healthmonitor/CreateHealthMonitor.java")).contains("only where http_version is 1.1");
    }

    @Test
    void setsBackOnlyWhereNullDoesSo() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("wire/UpdateHealthMonitorWire.java"))
                .contains("Checks.supported(true, \"clearing url_path\", dialect, \"octavia\")")
                .contains("Checks.supported(true, \"monitor_port\", dialect, \"otc\")")
                .doesNotContain("clearing domain_name", "clearing monitor_port");
    }

    @Test
    void readsAValueByAnyOfItsNames() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("wire/QuotaWire.java")).contains("case \"load_balancer\", \"loadbalancer\" ->");
    }

    @Test
    void asksForNoNextPageWhereThereIsNoMarker() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("wire/ListQuotasWire.java"))
                .contains("return new Page<>(items, Optional.empty(), envelope)")
                .doesNotContain("hasNextLink");
        assertThat(sources.get("quota/QuotaOperations.java")).doesNotContain("A page is fetched");
        assertThat(sources.get("pool/PoolOperations.java")).contains("A page is fetched");
    }

    @Test
    void sendsWithoutAnIdentityWhereTheOverlaySaysSo() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("version/ListVersions.java"))
                .contains("if (List.of(\"octavia\").contains(dialect.name())) {", "message.anonymous();");
        assertThat(sources.get("version/VersionOperations.java"))
                .contains("public Stream<ApiVersion> listVersions() {");
        assertThat(sources.get("pool/ListPools.java")).doesNotContain("anonymous");
    }

    @Test
    void readsAFieldByAllTheNamesThatDialectsHaveForIt() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("wire/PoolStatusWire.java"))
                .contains("case \"health_monitor\", \"healthmonitor\" ->")
                .containsOnlyOnce("out.healthMonitor(");
        assertThat(sources.get("loadbalancer/PoolStatus.java"))
                .contains("/** Its health monitor, if it has one. */")
                .containsOnlyOnce("Optional<HealthMonitorStatus> healthMonitor();");
    }

    @Test
    void takesTheUnitOfADurationFromTheOverlayWhereTheTableHasNone() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("listener/NewListener.java")).contains("0 to 2073600000 ms");
        assertThat(sources.get("wire/NewListenerWire.java"))
                .contains("out.field(\"timeout_client_data\", it.timeoutClientData().get().toMillis())");
        assertThat(sources.get("wire/CreateLoadBalancerWire.java"))
                .contains("each.timeoutClientData().get().toMillis(), 0, 2073600000");
        assertThat(sources.get("wire/ListListenersWire.java"))
                .contains("String.valueOf(it.timeoutClientData().get().toMillis())");
    }

    @Test
    void keepsTheDialectsOfAllPlacesWhereATypeOccurs() {
        Map<String, String> sources = Sources.ofLbaas();

        // It also stands in what is made with a load balancer, which one dialect has only.
        assertThat(sources.get("wire/SessionPersistenceWire.java")).contains(".toSeconds()", ".toMinutes()");
    }

    @Test
    void setsBackOnlyWhereTheTableHasNull() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("wire/UpdateListenerWire.java"))
                .contains("Checks.supported(true, \"clearing name\", dialect, \"octavia\")")
                .doesNotContain("\"clearing default_pool_id\"");
    }

    @Test
    void tellsTheNearestWayAndAsksForOneFieldOfSome() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("wire/RemoveLoadBalancerWire.java"))
                .contains("Checks.supportedOr(", "\"delete its listeners and its pools first\"");
        assertThat(sources.get("wire/CreateLoadBalancerWire.java"))
                .contains("\"there is none of vip_network_id, vip_port_id\"");
    }

    @Test
    void callsAnActionThatHasNothingButItsIdInOneWay() {
        Map<String, String> sources = Sources.ofLbaas();

        assertThat(sources.get("loadbalancer/LoadBalancerOperations.java"))
                .contains("public void failoverLoadBalancer(String loadBalancerId)")
                .doesNotContain("updateLoadBalancer(String");
    }

    @Test
    void writesIdsAsTheObjectsThatHoldThem() throws IOException {
        Map<String, String> sources = Sources.ofAlb();

        assertThat(sources.get("loadbalancer/CreateLoadBalancer.java")).contains("List<String> securityGroupIds()");
        assertThat(sources.get("wire/CreateLoadBalancerWire.java"))
                .contains("\"SecurityGroupIds.\" + (i + 1) + \".SecurityGroupId\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Servers: {type: ServerRef, doc: The servers to remove.} | Servers: {type: Nope} "
                        + "| alb 2020-06-16: RemoveServersFromServerGroup: Servers: the overlay has no type Nope",
                "Scheduler: {type: Scheduler, doc | Scheduler: {doc "
                        + "| Scheduler: it has an enum; the overlay must say which Java type that is",
                "DeleteServerGroup: | DeleteServerGrope: | no operation DeleteServerGrope",
                "answer: CreatedServerGroup | java: CreateServerGroup "
                        + "| alb 2020-06-16: CreateServerGroup: answer: the answer has fields",
                "StickySessionConfig: {type: StickySessionConfig, doc | StickySessionConfig: {doc "
                        + "| StickySessionConfig: the overlay must name the Java type of this object",
                "basePackage: | 'basePackages: x' | alb-2020-06-16.overlay.yaml"
            })
    void namesTableRowAndFieldOfWhatIsWrong(String right, String wrong, String message) throws IOException {
        Path broken = copied(Sources.ALB, folder.resolve("api"));
        replaceIn(overlayWith(broken, right), right, wrong);

        assertThatThrownBy(() -> Sources.of(broken, Sources.ALB_NAME, folder.resolve("target")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(message);
    }

    private static Path copied(Path api, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(api)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(api.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }

    private static Path overlayWith(Path api, String text) throws IOException {
        try (Stream<Path> files = Files.walk(api)) {
            for (Path file : files.filter(GenerateTest::isOfAlbOverlay).toList()) {
                if (Files.readString(file).contains(text)) {
                    return file;
                }
            }
        }
        throw new AssertionError("no overlay has " + text);
    }

    private static boolean isOfAlbOverlay(Path file) {
        return file.toString().contains(Sources.ALB_NAME + ".overlay")
                && file.toString().endsWith(".yaml");
    }

    private static void replaceIn(Path file, String right, String wrong) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong));
    }
}
