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
import java.util.TreeMap;
import java.util.stream.Stream;

/** Generates from the tables of the modules themselves, as they are and with one thing wrong. */
class GenerateTest {
    private static final Path ALB = Path.of("..", "sdk-alibaba", "api");
    static final Path LBAAS = Path.of("..", "sdk-openstack", "api");
    private static final String ALB_NAME = "alb-2020-06-16";

    @TempDir
    Path folder;

    @Test
    void writesTheSameBytesEachTime() throws IOException {
        Map<String, String> first = generated(ALB, ALB_NAME, folder.resolve("first"));
        Map<String, String> second = generated(ALB, ALB_NAME, folder.resolve("second"));

        assertThat(first).isNotEmpty().isEqualTo(second);
    }

    @Test
    void writesARequestItsWireFormAndAFacadeMethodForEachRowOfTheOverlay() throws IOException {
        Map<String, String> sources = generated(LBAAS, "lbaas-v2.0", folder);

        assertThat(sources.get("pool/RemoveMember.java"))
                .contains("public interface RemoveMember extends Request<Void>")
                .contains("Message.delete(\"v2.0\", \"lbaas\", \"pools\", poolId(), \"members\", memberId())")
                .contains("static RemoveMember of(String poolId, String memberId)");
        assertThat(sources).containsKey("wire/RemoveMemberWire.java");
        assertThat(sources.get("pool/PoolOperations.java"))
                .contains("public void deleteMember(String poolId, String memberId)");
    }

    @Test
    void tellsLimitsThatDifferByDialectInDocumentationAndChecks() throws IOException {
        Map<String, String> sources = generated(LBAAS, "lbaas-v2.0", folder);

        assertThat(sources.get("pool/UpdateMember.java"))
                .contains("On Octavia: 0 to 256", "On Open Telekom Cloud: 0 to 100");
        assertThat(sources.get("wire/UpdateMemberWire.java"))
                .contains("Checks.range(\"weight\", it.weight().get(), 0, 256)")
                .contains("Checks.range(\"weight\", it.weight().get(), 0, 100)");
    }

    @Test
    void repeatsAWriteOnlyIfTheTableGivesItAClientToken() throws IOException {
        Map<String, String> sources = generated(ALB, ALB_NAME, folder);

        assertThat(sources.get("servergroup/RemoveServersFromServerGroup.java")).contains(".repeatable()");
        assertThat(sources.get("servergroup/ListServerGroups.java")).contains(".reading()");
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
        Path broken = Files.createDirectory(folder.resolve("api"));
        for (String kind : new String[] {".json", ".errors.yaml", ".overlay.yaml"}) {
            Files.copy(ALB.resolve(ALB_NAME + kind), broken.resolve(ALB_NAME + kind));
        }
        Path overlay = broken.resolve(ALB_NAME + ".overlay.yaml");
        String text = Files.readString(overlay);
        assertThat(text).contains(right);
        Files.writeString(overlay, text.replace(right, wrong));

        assertThatThrownBy(() -> generated(broken, ALB_NAME, folder.resolve("target")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(message);
    }

    /** Sources by path below the base package. */
    static Map<String, String> generated(Path api, String name, Path target) throws IOException {
        Generate.main(new String[] {api.toString(), name, target.toString()});
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = target.relativize(file).toString().replace('\\', '/');
                sources.put(path.replaceFirst("^io/github/cloudlb/[a-z]+/", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
