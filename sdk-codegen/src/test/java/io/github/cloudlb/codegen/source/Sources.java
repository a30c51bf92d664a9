package io.github.cloudlb.codegen.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is written for an API, by path below the base package. */
final class Sources {
    static final Path ALB = Path.of("..", "sdk-alibaba", "api");
    static final Path LBAAS = Path.of("..", "sdk-openstack", "api");
    static final String ALB_NAME = "alb-2020-06-16";
    static final String NLB_NAME = "nlb-2022-04-30";
    static final String LBAAS_NAME = "lbaas-v2.0";

    private static final Map<String, Map<String, String>> WRITTEN = new ConcurrentHashMap<>();

    private Sources() {}

    static Map<String, String> ofLbaas() {
        return WRITTEN.computeIfAbsent(LBAAS_NAME, name -> once(LBAAS, name));
    }

    static Map<String, String> ofAlb() {
        return WRITTEN.computeIfAbsent(ALB_NAME, name -> once(ALB, name));
    }

    static Map<String, String> ofNlb() {
        return WRITTEN.computeIfAbsent(NLB_NAME, name -> once(ALB, name));
    }

    /** Takes seconds: for an API as it is, once for all tests will do. */
    private static Map<String, String> once(Path api, String name) {
        try {
            return Map.copyOf(of(api, name, Path.of("target", "generated-for-tests", name)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Map<String, String> of(Path api, String name, Path target) throws IOException {
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
