package io.github.cloudlb.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A server run as a program, and what is known of it there.
 *
 * @param environment the variables by which clients find and enter the cloud
 */
record Hosted(CloudServer<?> server, URI uri, Map<String, String> environment) {

    static Hosted octavia(OctaviaServer server) {
        return with(server, lbaasTempers(server), keystone(server, OctaviaServer.PROJECT, OctaviaServer.REGION));
    }

    static Hosted otc(OctaviaServer server) {
        Map<String, String> environment = keystone(server, OctaviaServer.OTC_PROJECT, OctaviaServer.OTC_PROJECT);
        environment.put("ELB_ENDPOINT", String.valueOf(server.uri()));
        environment.put("HUAWEICLOUD_SDK_AK", OctaviaServer.ACCESS_KEY_ID);
        environment.put("HUAWEICLOUD_SDK_SK", OctaviaServer.ACCESS_KEY_SECRET);
        environment.put("HUAWEICLOUD_SDK_PROJECT_ID", OctaviaServer.PROJECT_ID);
        return with(server, lbaasTempers(server), environment);
    }

    /** @param endpoint name of the variable for it */
    static Hosted alibaba(AlibabaServer server, String endpoint) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(endpoint, server.uri().getAuthority());
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", AlibabaServer.ACCESS_KEY_ID);
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", AlibabaServer.ACCESS_KEY_SECRET);
        Map<String, Function<Wish, Runnable>> tempers = new LinkedHashMap<>();
        tempers.put("jobFails", wish -> {
            String code = wish.text("code");
            String message = wish.text("message", "The job has failed: " + code + ".");
            return () -> server.jobFails(code, message);
        });
        tempers.put("jobsTake", wish -> lasting(wish, server::jobsTake));
        tempers.put("jobsTakeLooks", wish -> {
            int looks = wish.number("looks");
            return () -> server.jobsTakeLooks(looks);
        });
        tempers.put("serverStuck", wish -> {
            String group = wish.text("serverGroup");
            String id = wish.text("server");
            return () -> server.serverStuck(group, id);
        });
        return with(server, tempers, environment);
    }

    void close() {
        server.close();
    }

    /** The variables by which OpenStack's own clients are told where Keystone is, and who they are. */
    private static Map<String, String> keystone(OctaviaServer server, String project, String region) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("OS_AUTH_URL", String.valueOf(server.authUri()));
        environment.put("OS_IDENTITY_API_VERSION", "3");
        environment.put("OS_USERNAME", OctaviaServer.USER);
        environment.put("OS_PASSWORD", OctaviaServer.PASSWORD);
        environment.put("OS_PROJECT_NAME", project);
        environment.put("OS_USER_DOMAIN_NAME", OctaviaServer.DOMAIN);
        environment.put("OS_PROJECT_DOMAIN_NAME", OctaviaServer.DOMAIN);
        environment.put("OS_REGION_NAME", region);
        environment.put("OCTAVIA_VIP_SUBNET_ID", OctaviaServer.VIP_SUBNET_ID);
        return environment;
    }

    private static Map<String, Function<Wish, Runnable>> lbaasTempers(OctaviaServer server) {
        Map<String, Function<Wish, Runnable>> tempers = new LinkedHashMap<>();
        tempers.put("lockedByStranger", wish -> {
            String id = wish.text("loadBalancer");
            return lasting(wish, duration -> server.lockedByStranger(id, duration));
        });
        tempers.put("lockAfterWrite", wish -> lasting(wish, server::lockAfterWrite));
        tempers.put("memberStuck", wish -> {
            String id = wish.text("member");
            return () -> server.memberStuck(id);
        });
        tempers.put("setStatus", wish -> {
            String id = wish.text("id");
            String status = wish.text("status");
            return () -> server.setStatus(id, status);
        });
        tempers.put("expireTokens", wish -> server::expireTokens);
        tempers.put("tokenLifetime", wish -> lasting(wish, server::tokenLifetime));
        return tempers;
    }

    private static Runnable lasting(Wish wish, Consumer<Duration> temper) {
        Duration duration = wish.duration("duration");
        return () -> temper.accept(duration);
    }

    /** With the control surface in front. */
    private static Hosted with(
            CloudServer<?> server, Map<String, Function<Wish, Runnable>> tempers, Map<String, String> environment) {
        server.answersFirst(new Control(server, new Tempers(server, tempers)));
        return new Hosted(server, server.uri(""), environment);
    }
}
