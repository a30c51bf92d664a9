package io.github.cloudlb.alibaba;

import org.immutables.value.Value;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A RAM role to act in.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole">AssumeRole</a>
 */
@Value.Immutable
public interface Role {
    /** Such as {@code acs:ram::123456789012****:role/name}. */
    @Value.Parameter
    String arn();

    /** What audit logs call whoever acts; {@code ALIBABA_CLOUD_ROLE_SESSION_NAME} or {@code cloudlb-sdk-java} if not set. */
    Optional<String> sessionName();

    /** How long a key lasts: 15 minutes up to what the role allows, at most 12 hours; 1 hour if not set. Keys are renewed. */
    Optional<Duration> duration();

    /** A RAM policy as JSON that takes rights away from those of the role. */
    Optional<String> policy();

    /** What the role's owner agreed on with its user, if that is a condition. */
    @Value.Redacted
    Optional<String> externalId();

    /** Where STS is, in place of what {@code ALIBABA_CLOUD_STS_REGION} and {@code …VPC_ENDPOINT_ENABLED} tell. */
    Optional<URI> stsEndpoint();

    static Role of(String arn) {
        return ImmutableRole.of(arn);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds a role. */
    final class Builder extends ImmutableRole.Builder {
        Builder() {}
    }
}
