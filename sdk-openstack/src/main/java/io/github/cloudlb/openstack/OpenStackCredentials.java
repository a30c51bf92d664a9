package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Who logs in at Keystone: a user with a password, an application credential, or whoever a token was given to.
 *
 * @see <a href="https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management">Authentication and token management</a>
 */
public final class OpenStackCredentials {
    private final String kind;
    private final Who user;
    private final Who project;
    private final String secret;

    private OpenStackCredentials(String kind, Who user, Who project, String secret) {
        InvalidInputException.require(!secret.isEmpty(), kind, "", "a secret that is not empty is");
        this.kind = kind;
        this.user = user;
        this.project = project;
        this.secret = secret;
    }

    /** A user, by name and the name of its domain, for a project in the same domain. */
    public static OpenStackCredentials password(String domain, String user, String password, String project) {
        return password(Who.named(user, domain), password, Who.named(project, domain));
    }

    /** A user for a project, each by id, or by name and domain. */
    public static OpenStackCredentials password(Who user, String password, Who project) {
        return new OpenStackCredentials("password", user, project, password);
    }

    /** An application credential, by its id; the project is part of it. */
    public static OpenStackCredentials applicationCredential(String id, String secret) {
        return new OpenStackCredentials("application_credential", Who.withId(id), Who.NOBODY, secret);
    }

    /** An application credential, by its name and user. */
    public static OpenStackCredentials applicationCredential(String name, Who user, String secret) {
        return new OpenStackCredentials("application_credential", user, Who.named(name, ""), secret);
    }

    /** A token that somebody else got: it is used as it is and cannot be renewed. */
    public static OpenStackCredentials token(String token) {
        // It goes out as a header; what refuses it there would show it.
        InvalidInputException.require(
                token.chars().allMatch(c -> c > ' ' && c < 0x7f),
                "token",
                "a text of " + token.length() + " characters",
                "printable ASCII without blanks or line ends is");
        return new OpenStackCredentials("token", Who.NOBODY, Who.NOBODY, token);
    }

    String kind() {
        return kind;
    }

    Who user() {
        return user;
    }

    /** The project; for an application credential by name, that name. */
    Who project() {
        return project;
    }

    String secret() {
        return secret;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return kind + (user.equals(Who.NOBODY) ? "" : " of " + user);
    }

    /**
     * A user or project.
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
