package io.github.cloudlb.alibaba;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a process finds around it when nobody tells it who asks.
 *
 * @param home the user's folder, if there is one
 * @param metadata where an instance is told about itself
 * @param metadataLimit how long that may take altogether: where there is no such service, nothing answers
 */
record Surroundings(
        Map<String, String> environment, Optional<Path> home, Optional<URI> metadata, Duration metadataLimit) {
    static final Duration METADATA_LIMIT = Duration.ofSeconds(1);

    /** The vendor's tools read a variable by any of these; the first is what its SDKs say. */
    private static final List<String> PREFIXES = List.of("ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_");

    static Surroundings ofProcess() {
        String home = System.getProperty("user.home");
        return new Surroundings(
                System.getenv(),
                home == null ? Optional.empty() : Optional.of(Path.of(home)),
                Optional.of(URI.create("http://100.100.100.200")),
                METADATA_LIMIT);
    }

    /** Variables and nothing else. */
    static Surroundings of(Map<String, String> environment) {
        return new Surroundings(environment, Optional.empty(), Optional.empty(), METADATA_LIMIT);
    }

    /** The name of a variable as a text shows it. */
    static String shown(String name) {
        return PREFIXES.get(0) + name;
    }

    /** A variable, by the name behind its prefix; empty if it is not set. */
    String value(String name) {
        return value(prefixOf(name), name);
    }

    String value(String prefix, String name) {
        return environment.getOrDefault(prefix + name, "").strip();
    }

    /** The prefix under which a variable is set; what belongs together is read under one. */
    String prefixOf(String name) {
        return PREFIXES.stream()
                .filter(prefix -> !value(prefix, name).isEmpty())
                .findFirst()
                .orElse(PREFIXES.get(0));
    }

    boolean isTrue(String name) {
        return value(name).equalsIgnoreCase("true");
    }

    String needed(String name) throws NotSetUpException {
        String value = value(name);
        if (value.isEmpty()) {
            throw new NotSetUpException(shown(name) + " is not set");
        }
        return value;
    }

    /** Nothing of the variables: some are secrets. */
    @Override
    public String toString() {
        return "Surroundings{home=" + home + ", metadata=" + metadata + "}";
    }
}
