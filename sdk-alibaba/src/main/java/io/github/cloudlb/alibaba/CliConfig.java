package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.wire.JsonReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code aliyun configure} wrote down: {@code ~/.aliyun/config.json}.
 *
 * @param given the name of a profile; without one, {@code ALIBABA_CLOUD_PROFILE} names it, or the file says which is current
 * @see <a href="https://github.com/aliyun/aliyun-cli/blob/master/config/profile.go">the CLI's own profile</a>
 */
record CliConfig(Surroundings around, Optional<String> given) {
    private static final String DISABLED = "CLI_PROFILE_DISABLED";

    KeySource source() throws NotSetUpException {
        if (around.isTrue(DISABLED)) {
            throw new NotSetUpException(Surroundings.shown(DISABLED) + " is true");
        }
        Contents contents = read();
        String told = given.orElse(around.value("PROFILE"));
        return new CliProfiles(this, around).source(contents, told.isEmpty() ? contents.current() : told);
    }

    Path file() throws NotSetUpException {
        return around.home()
                .orElseThrow(() -> new NotSetUpException("there is no home folder"))
                .resolve(Path.of(".aliyun", "config.json"));
    }

    /** Without what the text holds: secrets. */
    Contents read() throws NotSetUpException {
        Path file = file();
        if (!Files.isRegularFile(file)) {
            throw new NotSetUpException("there is no file " + file);
        }
        try {
            Answer text = new Answer(200, List.of(), Files.readAllBytes(file));
            return JsonReader.read(text, () -> "cli", in -> Contents.read(file, in));
        } catch (IOException | RuntimeException unreadable) {
            throw new NotSetUpException(file + " cannot be read as the CLI's configuration");
        }
    }

    /** The profiles of the file by their names. */
    record Contents(Path file, String current, Map<String, Profile> profiles) {
        private static Contents read(Path file, JsonReader in) {
            String current = "default";
            Map<String, Profile> profiles = new LinkedHashMap<>();
            for (String name = in.nextField(); name != null; name = in.nextField()) {
                switch (name) {
                    case "current" -> current = in.textOr(current);
                    case "profiles" -> {
                        for (Map<String, String> settings : in.list(JsonReader::map)) {
                            String profile = settings.getOrDefault("name", "");
                            profiles.put(profile, new Profile("profile " + profile + " of " + file, settings));
                        }
                    }
                    default -> in.skip();
                }
            }
            return new Contents(file, current, profiles);
        }

        Profile profile(String name) throws NotSetUpException {
            Profile profile = profiles.get(name);
            if (profile == null) {
                throw new NotSetUpException(file + " has no profile " + name);
            }
            return profile;
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }
}
