package io.github.cloudlb.alibaba;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The file that the vendor's SDKs share: {@code ~/.alibabacloud/credentials}, or where {@code
 * ALIBABA_CLOUD_CREDENTIALS_FILE} says.
 *
 * @param given the name of a profile; without one, {@code ALIBABA_CLOUD_PROFILE} names it, or it is {@code default}
 * @see <a href="https://www.alibabacloud.com/help/en/sdk/developer-reference/v2-manage-access-credentials">Manage access
 *     credentials</a>
 */
record CredentialsFile(Surroundings around, Optional<String> given) {
    private static final String TOKEN = "security_token";

    KeySource source() throws NotSetUpException {
        Path file = file();
        String told = given.orElse(around.value("PROFILE"));
        String name = told.isEmpty() ? "default" : told;
        Map<String, String> settings = read(file).get(name);
        if (settings == null) {
            throw new NotSetUpException(file + " has no profile " + name);
        }
        return source(new Profile("profile " + name + " of " + file, settings));
    }

    private Path file() throws NotSetUpException {
        String told = around.value("CREDENTIALS_FILE");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        Path folder = around.home()
                .orElseThrow(() -> new NotSetUpException("there is no home folder"))
                .resolve(".alibabacloud");
        // What older versions of the vendor's SDK for Java called it.
        Path older = folder.resolve("credentials.ini");
        Path usual = folder.resolve("credentials");
        return !Files.exists(usual) && Files.exists(older) ? older : usual;
    }

    private static Map<String, Map<String, String>> read(Path file) throws NotSetUpException {
        if (!Files.isRegularFile(file)) {
            throw new NotSetUpException("there is no file " + file);
        }
        try {
            return Ini.read(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new NotSetUpException(file + " cannot be read");
        }
    }

    private KeySource source(Profile profile) throws NotSetUpException {
        if (profile.text("enable").equalsIgnoreCase("false")) {
            throw profile.because("is not enabled");
        }
        String type = profile.needed("type");
        return switch (type) {
            case "access_key" -> profile.key("");
            case "sts" -> profile.temporaryKey(TOKEN);
            case "ecs_ram_role" -> InstanceRole.of(profile.text("role_name"), around);
            case "ram_role_arn" -> AssumedRole.of(profile.key(TOKEN), role(profile), around);
            case "oidc_role_arn" ->
                OidcRole.of(
                        role(profile),
                        profile.needed("oidc_provider_arn"),
                        Path.of(profile.needed("oidc_token_file_path")),
                        around);
            case "credentials_uri" ->
                CredentialsUri.of(DefaultChain.uri(profile.needed("credentials_uri"), "credentials_uri"));
            default -> throw profile.because("has the type " + type + ", which is not supported here");
        };
    }

    private static Role role(Profile profile) throws NotSetUpException {
        Role.Builder role = Role.builder().arn(profile.needed("role_arn"));
        profile.whenSet("role_session_name", role::sessionName);
        profile.whenSet("policy", role::policy);
        return role.build();
    }
}
