package io.github.cloudlb.openstack.live;

import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.OpenStackCredentials;
import org.opentest4j.TestAbortedException;

import java.net.URI;

/** What the variables say beyond those the SDK reads itself. */
final class Environment {
    private Environment() {}

    /** Skips the test if the variable is not set. */
    static String optional(String variable, String what) {
        String value = System.getenv().getOrDefault(variable, "");
        if (value.isEmpty()) {
            throw new TestAbortedException(variable + " is not set: " + what);
        }
        return value;
    }

    static String needed(String variable, String what) {
        String value = System.getenv().getOrDefault(variable, "");
        if (value.isEmpty()) {
            throw new IllegalStateException(variable + " is not set: " + what);
        }
        return value;
    }

    static URI keystone() {
        return URI.create(optional("OS_AUTH_URL", "where Keystone is, to log in there as somebody else"));
    }

    /** A user by password, in the domain and unless said otherwise in the project of {@code OS_*}. */
    static OpenStackCredentials user(String whose, String project) {
        String name = optional(whose + "_USERNAME", "another user of the cloud is needed");
        String password = optional(whose + "_PASSWORD", "the password of " + name);
        String domain = System.getenv().getOrDefault("OS_USER_DOMAIN_NAME", "Default");
        return OpenStackCredentials.password(domain, name, password, project);
    }

    /** A client of another user, who logs in by password. */
    static OpenStackClient clientOf(String whose, String project) {
        return OpenStackClient.builder()
                .authUrl(keystone())
                .credentials(user(whose, project))
                .region(System.getenv().getOrDefault("OS_REGION_NAME", ""))
                .build();
    }

    static String project() {
        return optional("OS_PROJECT_NAME", "the project by its name, to log in to it as another user");
    }
}
