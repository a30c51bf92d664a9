package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is: a user with a password, an application credential, whoever a token was given to, or on Open Telekom
 * Cloud the owner of an access key.
 *
 * @see <a href="https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management">Authentication and token management</a>
 */
public final class OpenStackCredentials {
    private final Method method;
    private final Who user;
    private final Scope scope;
    private final Secret secret;
    private final Signing signing;

    private OpenStackCredentials(Method method, Who user, Scope scope, Secret secret, Signing signing) {
        this.method = method;
        this.user = user;
        this.scope = scope;
        this.secret = secret;
        this.signing = signing;
    }

    private OpenStackCredentials(Method method, Who user, Scope scope, Secret secret) {
        this(method, user, scope, secret, Signing.UNNAMED_SCOPE);
        InvalidInputException.require(!secret.text().isBlank(), method.toString(), "", "a secret that is not empty is");
    }

    /** A user, by name and the name of its domain, for a project in the same domain. */
    public static OpenStackCredentials password(String domain, String user, String password, String project) {
        return password(Who.named(user, domain), password, Who.named(project, domain));
    }

    /** A user for a project, each by id, or by name and domain. */
    public static OpenStackCredentials password(Who user, String password, Who project) {
        return new OpenStackCredentials(Method.PASSWORD, user, Scope.project(project), Secret.of(password));
    }

    /**
     * A user, for the project that is its default; if it has none, say what for: {@link #forProject},
     * {@link #forDomain} or {@link #forSystem}.
     */
    public static OpenStackCredentials password(Who user, String password) {
        return password(user, password, Who.NOBODY);
    }

    /** An application credential, by its id; the project is part of it. */
    public static OpenStackCredentials applicationCredential(String id, String secret) {
        return new OpenStackCredentials(
                Method.APPLICATION_CREDENTIAL, Who.withId(id), Scope.UNASKED, Secret.of(secret));
    }

    /** An application credential, by its name and user. */
    public static OpenStackCredentials applicationCredential(String name, Who user, String secret) {
        return new OpenStackCredentials(Method.APPLICATION_CREDENTIAL, user, Scope.UNASKED, Secret.named(name, secret));
    }

    /**
     * A token that somebody else got: it is used as it is and cannot be renewed. With {@link #forProject} and the like it
     * is exchanged for another, which ends when this one does.
     */
    public static OpenStackCredentials token(String token) {
        return new OpenStackCredentials(
                Method.TOKEN, Who.NOBODY, Scope.UNASKED, Secret.of(Secret.sendable("token", token)));
    }

    /**
     * An access key of Open Telekom Cloud: requests are signed with it, there is no token. The computer's clock must be
     * right within 15 minutes; if it is not, the service's is gone by once it has said so.
     *
     * @param projectId the project in which the load balancers are
     * @see <a href="https://docs.otc.t-systems.com/elastic-load-balancing/api-ref/calling_apis/authentication.html">Authentication</a>
     */
    public static OpenStackCredentials accessKey(String accessKey, String secretKey, String projectId) {
        return accessKey(Secret.named(accessKey, secretKey), Who.withId(projectId));
    }

    /** An access key that is valid for a while, and only with its security token. It is not renewed. */
    public static OpenStackCredentials temporaryAccessKey(
            String accessKey, String secretKey, String securityToken, String projectId) {
        Secret.sendable("security token", securityToken);
        return accessKey(new Secret(accessKey, secretKey, securityToken), Who.withId(projectId));
    }

    static OpenStackCredentials accessKey(Secret secret, Who project) {
        Secret.sendable("access key", secret.name());
        if (project.id() != null) {
            Secret.sendable("project id", project.id());
        }
        return new OpenStackCredentials(Method.ACCESS_KEY, Who.NOBODY, Scope.project(project), secret);
    }

    /** The same, for this project. */
    public OpenStackCredentials forProject(Who project) {
        return scoped(Scope.project(project));
    }

    /** The same, for a domain: {@code Who.withId(…)} or {@code Who.named(…, "")}. */
    public OpenStackCredentials forDomain(Who domain) {
        return scoped(Scope.domain(domain));
    }

    /** The same, for the whole system, as its administrators need it. */
    public OpenStackCredentials forSystem() {
        return scoped(Scope.SYSTEM);
    }

    OpenStackCredentials scoped(Scope other) {
        InvalidInputException.require(
                method != Method.APPLICATION_CREDENTIAL,
                "scope",
                other,
                "none is with an application credential: the project is part of it");
        InvalidInputException.require(
                method != Method.ACCESS_KEY || other.isProject(), "scope", other, "a project is with an access key");
        return new OpenStackCredentials(method, user, other, secret, signing);
    }

    /**
     * The same access key, but signing with a key derived for this region and service. Not needed on Open Telekom Cloud,
     * whose own client leaves both empty, as is done if nothing is said.
     */
    public OpenStackCredentials signedFor(String region, String service) {
        return signed(new Signing(false, region, service));
    }

    /** The same access key, but signing with the secret key itself, as Huawei Cloud's clients do. */
    public OpenStackCredentials signedPlainly() {
        return signed(Signing.PLAIN);
    }

    private OpenStackCredentials signed(Signing other) {
        InvalidInputException.require(method == Method.ACCESS_KEY, "credentials", this, "to sign, an access key is");
        return new OpenStackCredentials(method, user, scope, secret, other);
    }

    Method method() {
        return method;
    }

    Who user() {
        return user;
    }

    Scope scope() {
        return scope;
    }

    Secret secret() {
        return secret;
    }

    Signing signing() {
        return signing;
    }

    /** Whether it is a token to be used as it is. */
    boolean isGivenToken() {
        return method == Method.TOKEN && scope.equals(Scope.UNASKED);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        String whose = user.equals(Who.NOBODY) ? secret.name() : user.toString();
        return method + (whose.isEmpty() ? "" : " of " + whose) + (scope.equals(Scope.UNASKED) ? "" : " for " + scope);
    }

    /**
     * A user, a project or a domain.
     *
     * @param id its id, or null
     * @param name its name, or null
     * @param domainId the id of the domain its name is unique in, or null
     * @param domainName the name of that domain, or null
     */
    public record Who(
            @Nullable String id,
            @Nullable String name,
            @Nullable String domainId,
            @Nullable String domainName) {
        static final Who NOBODY = new Who(null, null, null, null);

        public static Who withId(String id) {
            return new Who(id, null, null, null);
        }

        /** By name, and the name of its domain. */
        public static Who named(String name, String domain) {
            return new Who(null, name, null, domain.isEmpty() ? null : domain);
        }

        @Override
        public String toString() {
            return id != null ? id : name + (domainName == null ? "" : "@" + domainName);
        }
    }
}
