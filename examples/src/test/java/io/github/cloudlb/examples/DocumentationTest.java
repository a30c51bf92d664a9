package io.github.cloudlb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.AlbServer;
import io.github.cloudlb.testkit.OctaviaMember;
import io.github.cloudlb.testkit.OctaviaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code docs/testing.md} shows is code that is compiled and passes. */
class DocumentationTest {
    private static final Path PAGE = Path.of("../docs/testing.md");
    private static final Pattern BLOCK = Pattern.compile("```(?:java|yaml)\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    static final OctaviaServer octavia = OctaviaServer.start();

    @RegisterExtension
    static final AlbServer alb = AlbServer.start();

    private final String loadBalancer = octavia.addLoadBalancer("web");
    private final String pool = octavia.addPool(loadBalancer, "web");
    private final String member = octavia.addMember(pool, "192.0.2.10", 8080);

    @Test
    void everyLineOfCodeOfThePageIsInTheExamples() throws IOException {
        List<String> known = lines(sources());

        assertThat(BLOCK.matcher(Files.readString(PAGE)).results().flatMap(block -> lines(block.group(1)).stream()))
                .hasSizeGreaterThan(80)
                .allMatch(known::contains);
    }

    @Test
    void allTempersOfThePageExist() {
        octavia.onAnyWrite().dropBeforeCommit();
        octavia.onAnyWrite().dropAfterCommit();
        octavia.onAny().at(3).cutAfterBytes(20);
        octavia.on("DELETE /v2.0/lbaas/pools/*/members/*").slow(Duration.ofSeconds(20));
        octavia.onAny().about(pool).hang();
        octavia.onAny().htmlBadGateway(2).throttle(1, Duration.ofSeconds(5)).serverError(1);
        octavia.onAny().unknownField();
        octavia.onAny().unknownEnum();
        octavia.lockedByStranger(loadBalancer, Duration.ofMinutes(3));
        octavia.memberStuck(member);
        octavia.expireTokens();
        octavia.clockSkew(Duration.ofMinutes(20));
        alb.jobFails("IncorrectStatus.ServerGroup");

        octavia.members(pool);
        octavia.calls();
        octavia.verify().neverWiped(pool).noDoubleCreate().writesAtMost(4).everySignatureFresh();
        octavia.journal().timeline();
        assertThat(octavia.calls()).isEmpty();
    }

    @Test
    void theLandscapeOfThePageIsBuilt() {
        octavia.seed("landscape.yaml");

        assertThat(octavia.members("5f3c0000-0000-4000-8000-000000000001"))
                .extracting(OctaviaMember::address)
                .containsExactly("192.0.2.10", "192.0.2.11");
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            StringBuilder text = new StringBuilder();
            for (Path file : all) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        }
    }

    /** Without what is only there to be read. */
    private static List<String> lines(String code) {
        return code.lines()
                .map(line -> line.replaceFirst("\\s+// .*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
    }
}
