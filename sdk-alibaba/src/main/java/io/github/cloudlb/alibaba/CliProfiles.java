package io.github.cloudlb.alibaba;

import io.github.cloudlb.alibaba.CliConfig.Contents;
import io.github.cloudlb.core.http.CallState;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Who a profile of the CLI is, by its mode. */
final class CliProfiles {
    private static final String STS_TOKEN = "sts_token";
    private static final String ROLE_ARN = "ram_role_arn";
    private static final String ROLE_NAME = "ram_role_name";

    private final CliConfig config;
    private final Surroundings around;
    private final Set<String> seen = new HashSet<>();

    CliProfiles(CliConfig config, Surroundings around) {
        this.config = config;
        this.around = around;
    }

    KeySource source(Contents contents, String name) throws NotSetUpException {
        Profile profile = contents.profile(name);
        if (!seen.add(name)) {
            throw profile.because("is a source of itself");
        }
        String mode = profile.text("mode");
        return switch (mode) {
            case "AK" -> profile.key("");
            case "StsToken" -> profile.temporaryKey(STS_TOKEN);
            case "RamRoleArn" -> role(profile.key(STS_TOKEN), profile);
            case "EcsRamRole" -> InstanceRole.of(profile.text(ROLE_NAME), around);
            case "RamRoleArnWithRoleName" -> role(InstanceRole.of(profile.text(ROLE_NAME), around), profile);
            case "ChainableRamRoleArn" -> role(source(contents, profile.needed("source_profile")), profile);
            case "OIDC" ->
                OidcRole.of(
                        roleOf(profile),
                        profile.needed("oidc_provider_arn"),
                        Path.of(profile.needed("oidc_token_file")),
                        around);
            case "CredentialsURI" -> CredentialsUri.of(uri(profile));
            case "External" -> ExternalProcess.of(profile);
            case "CloudSSO", "OAuth" -> new SessionSource(profile.where(), new LoggedIn(config, name));
            case "" -> profile.key(STS_TOKEN);
            default -> throw profile.because("has the mode " + mode + ", which is not supported here");
        };
    }

    private static URI uri(Profile profile) throws NotSetUpException {
        return DefaultChain.uri(profile.needed("credentials_uri"), "credentials_uri");
    }

    private KeySource role(KeySource source, Profile profile) throws NotSetUpException {
        return AssumedRole.of(source, roleOf(profile), around);
    }

    private static Role roleOf(Profile profile) throws NotSetUpException {
        Role.Builder role = Role.builder().arn(profile.needed(ROLE_ARN));
        profile.whenSet("ram_session_name", role::sessionName);
        profile.whenSet("policy", role::policy);
        profile.whenSet("external_id", role::externalId);
        long seconds = number(profile, "expired_seconds");
        if (seconds > 0) {
            role.duration(Duration.ofSeconds(seconds));
        }
        if (profile.has("sts_region")) {
            role.stsEndpoint(Sts.in(
                    profile.text("sts_region"), profile.text("enable_vpc").equals("true")));
        }
        return role.build();
    }

    /** 0 if it is not set. */
    private static long number(Profile profile, String name) throws NotSetUpException {
        String text = profile.has(name) ? profile.text(name) : "0";
        if (!text.matches("\\d{1,12}")) {
            throw profile.because("has no number in its " + name);
        }
        return Long.parseLong(text);
    }

    /** A key that the CLI got by a login in a browser; the file is read anew for the next, since only the CLI can renew it. */
    private record LoggedIn(CliConfig config, String name) implements SessionSource.Issuer {
        @Override
        public Session issue(CallState call, Origin origin) {
            try {
                Profile profile = config.read().profile(name);
                Instant now = origin.now();
                Duration left = Duration.between(now, Instant.ofEpochSecond(number(profile, "sts_expiration")));
                if (left.isNegative() || left.isZero()) {
                    throw profile.because("needs a new login: run aliyun configure");
                }
                return Session.lasting(profile.temporaryKey(STS_TOKEN).key(), now, left);
            } catch (NotSetUpException ended) {
                throw NoCredentialsException.because(call, ended.reason());
            }
        }
    }
}
