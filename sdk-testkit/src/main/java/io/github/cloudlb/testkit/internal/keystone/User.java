package io.github.cloudlb.testkit.internal.keystone;

import io.github.cloudlb.testkit.OctaviaServer;

import java.util.List;
import java.util.stream.Stream;

/** Somebody who may log in to the one project. */
public record User(String name, String id, String password, List<String> roles) {
    /** Uses load balancers. */
    public static final User MEMBER = new User(
            OctaviaServer.USER,
            OctaviaServer.USER_ID,
            OctaviaServer.PASSWORD,
            List.of("load-balancer_member", "reader", "member"));
    /** Runs the service. */
    public static final User ADMINISTRATOR = new User(
            OctaviaServer.ADMIN,
            OctaviaServer.ADMIN_ID,
            OctaviaServer.ADMIN_PASSWORD,
            List.of("load-balancer_admin", "admin", "member", "reader"));

    static Stream<User> all() {
        return Stream.of(MEMBER, ADMINISTRATOR);
    }

    public boolean isAdministrator() {
        return equals(ADMINISTRATOR);
    }

    @Override
    public String toString() {
        return name;
    }
}
