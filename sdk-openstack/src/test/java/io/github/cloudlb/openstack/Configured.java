package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.testkit.FakeCloud;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A user with files and variables: what a login sends says what was understood of them. */
final class Configured {
    private final FakeCloud cloud;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Configured(FakeCloud cloud, Path folder) {
        this.cloud = cloud;
        this.folder = folder;
        environment.put("HOME", folder.toString());
    }

    /** A file below the user's folder; {@code AUTH} in it is where Keystone is, {@code CLOUD} where all is. */
    Path file(String name, String content) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return Files.writeString(
                    path,
                    content.replace("AUTH", "\"" + cloud.uri() + "/v3\"")
                            .replace("CLOUD", cloud.uri().toString()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The {@code clouds.yaml} that {@code OS_CLIENT_CONFIG_FILE} names. */
    void clouds(String yaml) {
        variable("OS_CLIENT_CONFIG_FILE", file("clouds.yaml", yaml).toString());
    }

    void variable(String name, String value) {
        environment.put(name, value);
    }

    OpenStackClient client(@Nullable String name) {
        return client(name, builder -> builder);
    }

    OpenStackClient client(@Nullable String name, UnaryOperator<OpenStackClient.Builder> more) {
        OpenStackClient.Builder builder = more.apply(OpenStackClient.builder().time(Clients.time()));
        return (name == null ? builder : builder.cloud(name)).build(environment);
    }

    /** What is understood of this cloud. */
    Setup read(String name, String region) {
        Setup setup = new Setup();
        setup.region = region;
        return read(name, setup);
    }

    Setup read(String name, Setup said) {
        said.cloud = name;
        CloudConfig.of(said, environment).into(said);
        return said;
    }

    /** The body of the login of a client for this cloud, or for the one that the variables mean. */
    String login(@Nullable String name) {
        cloud.reset();
        cloud.on("POST /v3/auth/tokens").answers(401);
        try (OpenStackClient client = client(name)) {
            assertThatThrownBy(() -> client.pools().getPool("p-1")).isNotNull();
        }
        return cloud.requests().get(0).body();
    }

    AbstractThrowableAssert<?, ? extends Throwable> assertRefused(@Nullable String name) {
        return assertThatThrownBy(() -> client(name)).isInstanceOf(InvalidInputException.class);
    }

    /** A login with user and project as they are written in JSON. */
    static String password(String user, String password, String project) {
        return "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{" + user
                + ",\"password\":\"" + password + "\"}}},\"scope\":{\"project\":{" + project + "}}}}";
    }
}
