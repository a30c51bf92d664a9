package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.OpenStackClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ways in which {@code clouds.yaml} may say who logs in: all of them, at a cloud that decides whether it was understood. */
class CloudsYamlLiveTest extends LiveTest {
    private static final String CLOUDS = """
            common: &common
              auth_url: ${OS_AUTH_URL}
            clouds:
              names:
                region_name: ${OS_REGION_NAME}
                auth:
                  <<: *common
                  username: ${OS_USERNAME}
                  password: '${OS_PASSWORD}'
                  user_domain_name: Default
                  project_name: ${OS_PROJECT_NAME}
                  project_domain_name: Default
              one-domain:
                auth:
                  auth_url: ${OS_AUTH_URL}
                  username: ${OS_USERNAME}
                  password: '${OS_PASSWORD}'
                  project_name: ${OS_PROJECT_NAME}
                  domain_id: default
              ids:
                auth_type: v3password
                auth:
                  auth_url: ${OS_AUTH_URL}
                  user_id: ${OCTAVIA_USER_ID}
                  password: '${OS_PASSWORD}'
                  project_id: ${OCTAVIA_PROJECT_ID}
              credential-by-id:
                auth_type: v3applicationcredential
                auth:
                  auth_url: ${OS_AUTH_URL}
                  application_credential_id: ${OCTAVIA_APP_CRED_ID}
                  application_credential_secret: '${OCTAVIA_APP_CRED_SECRET}'
              credential-by-name:
                auth_type: v3applicationcredential
                auth:
                  auth_url: ${OS_AUTH_URL}
                  application_credential_name: ${OCTAVIA_APP_CRED_NAME}
                  application_credential_secret: '${OCTAVIA_APP_CRED_SECRET}'
                  username: ${OS_USERNAME}
                  user_domain_name: Default
              token:
                auth_type: v3token
                auth:
                  auth_url: ${OS_AUTH_URL}
                  token: ${TOKEN}
                  project_id: ${OCTAVIA_PROJECT_ID}
              system:
                auth:
                  auth_url: ${OS_AUTH_URL}
                  username: ${OCTAVIA_ADMIN_USERNAME}
                  password: '${OCTAVIA_ADMIN_PASSWORD}'
                  user_domain_name: Default
                  system_scope: all
              split:
                auth:
                  auth_url: ${OS_AUTH_URL}
                  username: ${OS_USERNAME}
                  user_domain_name: Default
                  project_name: ${OS_PROJECT_NAME}
                  project_domain_name: Default
              vendor:
                profile: mine
                auth:
                  username: ${OS_USERNAME}
                  password: '${OS_PASSWORD}'
                  project_name: ${OS_PROJECT_NAME}
              regions:
                auth:
                  auth_url: ${OS_AUTH_URL}
                  user_id: ${OCTAVIA_USER_ID}
                  password: '${OS_PASSWORD}'
                  project_id: nobody
                regions:
                  - name: ${OS_REGION_NAME}
                    values:
                      interface: internal
                      auth: {project_id: ${OCTAVIA_PROJECT_ID}}
                  - elsewhere
              beside:
                identity-api-version: 3
                auth-url: ${OS_AUTH_URL}
                username: ${OS_USERNAME}
                password: '${OS_PASSWORD}'
                tenant-name: ${OS_PROJECT_NAME}
                user-domain-id: default
                project-domain-id: default
                endpoint_type: publicURL
                auth: {}
            """;

    private static final String SECURE = """
            clouds:
              split:
                auth: {password: '${OS_PASSWORD}'}
            """;

    private static final String VENDORS = """
            public-clouds:
              mine:
                auth:
                  auth_url: ${OS_AUTH_URL}
                  user_domain_name: Default
                  project_domain_name: Default
                regions: [${OS_REGION_NAME}]
            """;

    private static final String OWN_CLIENT = """
            import sys, openstack
            for name in sys.argv[2:]:
                print(name, openstack.connect(cloud=name).load_balancer.get_pool(sys.argv[1]).id)
            """;

    private Path home = Path.of("");

    @BeforeAll
    void write(@TempDir Path user) throws IOException {
        home = user;
        Path folder = Files.createDirectories(home.resolve(".config/openstack"));
        Files.writeString(folder.resolve("clouds.yaml"), filled(CLOUDS));
        Files.writeString(folder.resolve("secure.yaml"), filled(SECURE));
        Files.writeString(folder.resolve("clouds-public.yaml"), filled(VENDORS));
    }

    private String filled(String text) {
        String all = text.replace("${TOKEN}", wiretap.token());
        for (String name : variables(all)) {
            all = all.replace("${" + name + "}", Environment.optional(name, "for a variant of clouds.yaml"));
        }
        return all;
    }

    private static List<String> variables(String text) {
        return Pattern.compile("\\$\\{(\\w+)}")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    static Stream<String> variants() {
        return CLOUDS.lines()
                .filter(line -> line.matches("  [a-z-]+:"))
                .map(line -> line.strip().replace(":", ""));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void logsIn(String name) {
        try (OpenStackClient it = Clients.of(OpenStackClient.builder().cloud(name), Map.of("HOME", home.toString()))) {
            assertThat(it.pools().getPool(poolId).id()).isEqualTo(poolId);
        }
    }

    /** So that the files of this test are such as OpenStack's own client reads; skipped where that is not installed. */
    @Test
    void openStacksOwnClientLogsInWithTheSame() throws Exception {
        if (python("import openstack", List.of()) != 0) {
            throw new TestAbortedException("Debian's package python3-openstacksdk is not installed");
        }
        List<String> names = variants().toList();

        assertThat(python(
                        OWN_CLIENT,
                        Stream.concat(Stream.of(poolId), names.stream()).toList()))
                .isZero();

        assertThat(Files.readAllLines(home.resolve("said")))
                .containsExactlyElementsOf(
                        names.stream().map(name -> name + " " + poolId).toList());
    }

    private int python(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-W", "ignore", "-c", program));
        command.addAll(arguments);
        ProcessBuilder python = new ProcessBuilder(command)
                .redirectOutput(home.resolve("said").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        python.environment().keySet().removeIf(variable -> variable.startsWith("OS_"));
        python.environment().put("HOME", home.toString());
        return python.start().waitFor();
    }
}
