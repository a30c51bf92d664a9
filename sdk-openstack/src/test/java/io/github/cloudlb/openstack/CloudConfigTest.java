package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Profiles, regions and all that is no credential. */
class CloudConfigTest {
    private static final String USER = "username: u, password: p, project_name: eu-de, domain_name: OTC-1";

    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @TempDir
    Path folder;

    private Configured configured;

    @BeforeEach
    void configure() {
        configured = new Configured(cloud, folder);
    }

    @ParameterizedTest
    @CsvSource({
        "otc, '', https://iam.eu-de.otc.t-systems.com/v3, eu-de",
        "otc, eu-nl, https://iam.eu-nl.otc.t-systems.com/v3, eu-nl",
        "otc-swiss, '', https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3, eu-ch2"
    })
    void knowsTheProfilesOfOpenTelekomCloud(String profile, String region, String keystone, String found) {
        configured.clouds("clouds: {a: {profile: " + profile + ", auth: {" + USER + "}}}");

        Setup read = read(region);

        assertThat(read.authUrl).isEqualTo(URI.create(keystone));
        assertThat(read.region).isEqualTo(found);
        assertThat(read.who()).hasToString("password of u@OTC-1 for project eu-de@OTC-1");
    }

    @Test
    void aCloudHasTheLastWordBeforeItsProfile() {
        configured.clouds("clouds: {a: {profile: otc, region_name: eu-x, interface: internal, auth: {" + USER + "}}}");

        Setup read = read("");

        assertThat(read.authUrl).isEqualTo(URI.create("https://iam.eu-x.otc.t-systems.com/v3"));
        assertThat(read.accesses).containsExactly("internal");
    }

    @Test
    void takesProfilesFromTheFileOfVendors() {
        configured.file(".config/openstack/clouds-public.yaml", """
                public-clouds:
                  mine: {auth: {auth_url: "https://mine.example/v3", user-domain-name: OTC-1}, region-name: R}
                  otc: {auth: {auth_url: "https://other.example/v3"}}
                """);
        configured.clouds(
                "clouds: {a: {profile: mine, auth: {username: u, password: p}}, b: {profile: otc, auth: {token: t}}}");

        assertThat(read("").authUrl).isEqualTo(URI.create("https://mine.example/v3"));
        assertThat(read("").region).isEqualTo("R");
        assertThat(read("").who()).hasToString("password of u@OTC-1");
        assertThat(configured.read("b", "").authUrl).isEqualTo(URI.create("https://other.example/v3"));
    }

    @Test
    void doesWithoutAProfileItDoesNotKnow() {
        configured.clouds("""
                clouds:
                  a: {profile: vexxhost, auth: {auth_url: "https://mine.example", token: t}}
                  b: {cloud: vexxhost, auth: {token: t}}
                """);

        assertThat(read("").authUrl).isEqualTo(URI.create("https://mine.example"));
        configured
                .assertRefused("b")
                .hasMessageContainingAll(
                        "has no auth_url", "profile vexxhost is not known here, only [otc, otc-swiss]");
    }

    @Test
    void takesTheFirstRegionAndWhatIsSaidOfIt() {
        configured.clouds("""
                clouds:
                  a:
                    auth: {auth_url: "https://{region_name}.example/v3", token: t, project_id: everywhere}
                    interface: public
                    regions:
                      - name: R1
                        values: {interface: internal, auth: {project_id: here}}
                      - R2
                """);

        assertThat(read("").region).isEqualTo("R1");
        assertThat(read("").authUrl).isEqualTo(URI.create("https://R1.example/v3"));
        assertThat(read("").accesses).containsExactly("internal");
        assertThat(read("").who()).hasToString("token for project here");
        assertThat(read("R2").region).isEqualTo("R2");
        assertThat(read("R2").accesses).containsExactly("public");
        assertThat(read("R2").who()).hasToString("token for project everywhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"regions: [R1, R2]", "region_name: 'R1,R2'", "region_name: [R1, R2]", "region_name: R1"})
    void refusesARegionThatIsNotAmongThoseListed(String regions) {
        configured.clouds("clouds: {a: {" + regions + ", auth: {auth_url: AUTH, token: t}}}");

        assertThatThrownBy(() -> read("R3"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("region: \"R3\"", "[R1", "cloud a of");
        assertThat(read("R1").region).isEqualTo("R1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interface: internal | internal",
                "interface: internalURL | internal",
                "endpoint_type: adminURL | admin",
                "interface: [internal, public] | internal, public",
                "'interface: internal, load_balancer_interface: admin' | admin",
                "'interface: internal, load-balancer-endpoint-type: publicURL' | public"
            })
    void readsTheInterface(String keys, String accesses) {
        configured.clouds("clouds: {a: {" + keys + ", auth: {auth_url: AUTH, token: t}}}");

        assertThat(read("").accesses).containsExactly(accesses.split(", ", -1));
    }

    @Test
    void refusesAnInterfaceThatThereIsNot() {
        configured.clouds("clouds: {a: {interface: open, auth: {auth_url: AUTH, token: t}}}");

        configured.assertRefused("a").hasMessageContainingAll("interface", "\"open\"", "internal");
    }

    @Test
    void readsWhatIsSaidOfLoadBalancingAlone() {
        configured.clouds("""
                clouds:
                  a:
                    region_name: R1
                    load_balancer_region_name: R2
                    load_balancer_service_type: network
                    load_balancer_endpoint_override: "https://lb.{region_name}.example/v2.0"
                    auth: {auth_url: AUTH, token: t}
                """);

        Setup read = read("");

        assertThat(read.region).isEqualTo("R2");
        assertThat(read.types).containsExactly("network");
        assertThat(read.endpoint).isEqualTo(URI.create("https://lb.R1.example/v2.0"));
    }

    @Test
    void whatIsSaidInCodeGoesFirst() {
        configured.clouds("""
                clouds: {a: {regions: [R1, R2], elb_region_name: R1, endpoint_type: public, elb_endpoint: "https://b.example", auth: {auth_url: AUTH, token: t}}}
                """);
        Setup said = new Setup();
        said.authUrl = URI.create("https://keystone.example");
        said.endpoint = URI.create("https://a.example");
        said.credentials = OpenStackCredentials.token("other");
        said.accesses = List.of("admin");
        said.region = "R2";

        Setup read = configured.read("a", said);

        assertThat(read.authUrl).isEqualTo(URI.create("https://keystone.example"));
        assertThat(read.endpoint).isEqualTo(URI.create("https://a.example"));
        assertThat(read.who().secret().text()).isEqualTo("other");
        assertThat(read.accesses).containsExactly("admin");
        assertThat(read.region).isEqualTo("R2");
    }

    @Test
    void saysWhatAnAddressIsMissing() {
        configured.clouds("clouds: {a: {auth: {auth_url: 'https://{region_name}.example', token: t}}}");

        configured.assertRefused("a").hasMessageContainingAll("auth_url", "{region_name}", "cloud a of");
    }

    private Setup read(String region) {
        return configured.read("a", region);
    }
}
