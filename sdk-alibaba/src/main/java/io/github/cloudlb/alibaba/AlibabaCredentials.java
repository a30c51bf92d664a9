package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.signing.AccessKey;

import java.net.URI;
import java.nio.file.Path;

/**
 * Gives an access key whenever a request is signed. A key that ends is renewed ahead of its end, once for all threads and
 * for all clients that are given the same credentials; one that is valid is kept if that fails. Shows no secret.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/sdk/developer-reference/v2-manage-access-credentials">Manage access
 *     credentials</a>
 */
public final class AlibabaCredentials {
    private final KeySource source;

    private AlibabaCredentials(KeySource source) {
        this.source = source;
    }

    /**
     * An access key that does not end.
     *
     * @see <a href="https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair">AccessKey pairs</a>
     */
    public static AlibabaCredentials of(String accessKeyId, String accessKeySecret) {
        requireText("accessKeyId", accessKeyId);
        requireText("accessKeySecret", accessKeySecret);
        return new AlibabaCredentials(new StaticKey("given", AccessKey.of(accessKeyId, accessKeySecret)));
    }

    /** A temporary key from STS; it cannot be renewed. */
    public static AlibabaCredentials temporary(String accessKeyId, String accessKeySecret, String securityToken) {
        requireText("accessKeyId", accessKeyId);
        requireText("accessKeySecret", accessKeySecret);
        requireText("securityToken", securityToken);
        return new AlibabaCredentials(
                new StaticKey("given", AccessKey.temporary(accessKeyId, accessKeySecret, securityToken)));
    }

    /**
     * What is set up for this process, the first that gives a key: the variables {@code ALIBABA_CLOUD_ACCESS_KEY_ID},
     * {@code …_SECRET} and {@code ALIBABA_CLOUD_SECURITY_TOKEN}; a role by OIDC ({@code ALIBABA_CLOUD_ROLE_ARN}, {@code
     * …OIDC_PROVIDER_ARN}, {@code …OIDC_TOKEN_FILE}); the CLI's profile; the shared credentials file's; the role of the ECS
     * instance; {@code ALIBABA_CLOUD_CREDENTIALS_URI}. What a client goes by if it is given no credentials.
     */
    public static AlibabaCredentials chain() {
        return chain(Surroundings.ofProcess());
    }

    static AlibabaCredentials chain(Surroundings around) {
        return new AlibabaCredentials(DefaultChain.of(around));
    }

    /** A profile by its name: of the CLI's {@code ~/.aliyun/config.json}, or else of {@code ~/.alibabacloud/credentials}. */
    public static AlibabaCredentials profile(String name) {
        return profile(name, Surroundings.ofProcess());
    }

    static AlibabaCredentials profile(String name, Surroundings around) {
        return new AlibabaCredentials(DefaultChain.profile(name, around));
    }

    /** The role of the ECS instance we run on, whatever its name. */
    public static AlibabaCredentials ecsRole() {
        return ecsRole("", Surroundings.ofProcess());
    }

    /** The role of the ECS instance we run on, by its name, which saves a request. */
    public static AlibabaCredentials ecsRole(String roleName) {
        return ecsRole(roleName, Surroundings.ofProcess());
    }

    static AlibabaCredentials ecsRole(String roleName, Surroundings around) {
        return new AlibabaCredentials(new LookedUp("ECS instance role", () -> InstanceRole.of(roleName, around)));
    }

    /**
     * A role that other credentials may act in; those may be of such a role, too.
     *
     * @throws InvalidInputException if STS would surely refuse the role
     */
    public static AlibabaCredentials assumeRole(AlibabaCredentials source, Role role) {
        return new AlibabaCredentials(AssumedRole.of(source.source, role, Surroundings.ofProcess()));
    }

    /**
     * A role by a token in a file, as a pod in Kubernetes has it (RRSA). The file is read anew for each key.
     *
     * @throws InvalidInputException if STS would surely refuse the role
     */
    public static AlibabaCredentials oidcRole(Role role, String oidcProviderArn, Path tokenFile) {
        return new AlibabaCredentials(OidcRole.of(role, oidcProviderArn, tokenFile, Surroundings.ofProcess()));
    }

    /** An address that answers with a key as the metadata service does; plain http only as a client's endpoint may be. */
    public static AlibabaCredentials uri(URI address) {
        return new AlibabaCredentials(CredentialsUri.of(address));
    }

    /**
     * Whose key is used, until when, and why not that of places that come first; as far as anything was asked for yet. A
     * line for each place, and no secret in it.
     */
    public String explain() {
        return source.explain();
    }

    KeySource source() {
        return source;
    }

    /** Never shows the value. One that cannot be a header's would otherwise be shown by whoever fails to send it. */
    private static void requireText(String field, String value) {
        InvalidInputException.require(!value.isEmpty(), field, "", "a text that is not empty is");
        InvalidInputException.require(Printable.is(value), field, "(not shown)", "printable ASCII without blanks is");
    }

    /** As {@link #explain()}, in one line. */
    @Override
    public String toString() {
        return "AlibabaCredentials{" + explain().replace("\n", "; ") + "}";
    }
}
