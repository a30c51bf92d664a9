package io.github.cloudlb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.OpenEnum;
import io.github.cloudlb.core.UnsupportedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ChecksTest {
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "0.0.0.0", "255.255.255.255", "::", "::1", "2001:db8::7", "fe80:0:0:0:1:2:3:4"})
    void takesAddresses(String address) {
        assertThatCode(() -> Checks.ip("address", address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:10.0.0.1", "1:2:3:4:5:6:10.0.0.1", "1::", "1:2:3:4:5:6:7::"})
    void takesRareSpellingsOfIpv6(String address) {
        assertThatCode(() -> Checks.ip("address", address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0", "10.0.0.01", "10.0.0.256", "10.0.0.1/24", "web-1", " 10.0.0.1", "10.0.0.1."})
    void refusesWhatIsNoIpv4Address(String address) {
        assertThatThrownBy(() -> Checks.ip("address", address))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("an IPv4 address without leading zeros or an IPv6 address is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":",
                ":::",
                "1:2:3",
                "1::2::3",
                "[::1]",
                "fe80::1%eth0",
                "12345::",
                "10.0.0.1::",
                "1:2:3:4:5:6:7:8:9"
            })
    void refusesWhatIsNoIpv6Address(String address) {
        assertThatThrownBy(() -> Checks.ip("address", address)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesAnIpv6AddressWhereOnlyIpv4Is() {
        assertThatCode(() -> Checks.ipv4("address", "192.0.2.1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.ipv4("address", "2001:db8::1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("an IPv4 address without leading zeros is");
    }

    @Test
    void takesNetworks() {
        List<String> networks =
                List.of("192.0.2.0/24", "2001:db8::/128", "0.0.0.0/0", "192.0.2.7", "192.0.2.0/255.255.255.0");

        assertThatCode(() -> Checks.cidrs("allowed_cidrs", networks)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.0/", "192.0.2.0/129", "/24", "web/24", "192.0.2.0/-1"})
    void refusesWhatIsNoNetwork(String network) {
        assertThatThrownBy(() -> Checks.cidrs("allowed_cidrs", List.of("192.0.2.0/24", network)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"" + network + "\"");
    }

    @Test
    void refusesALongEntryOfAList() {
        assertThatCode(() -> Checks.lengths("tags", List.of("", "ab"), 2)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.lengths("tags", List.of("ab", "abc"), 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tags: \"abc\"");
    }

    @Test
    void refusesBlanks() {
        assertThatThrownBy(() -> Checks.noBlanks("value", "a b"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a text without blanks is");
    }

    @Test
    void refusesNamesThatAreNotKnown() {
        assertThatCode(() -> Checks.sort("sort", List.of("id", "name:desc"), "id", "name"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.sort("sort", List.of("name:down"), "id", "name"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one of id, name is, alone or with :asc or :desc");
        assertThatThrownBy(() -> Checks.names("fields", List.of("id", "bogus"), "id", "name"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("fields: \"bogus\"")
                .hasMessageContaining("one of id, name is");
    }

    @Test
    void namesFieldValueAndRange() {
        assertThatThrownBy(() -> Checks.range("Servers[2].Port", 70_000, 1, 65_535))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("Servers[2].Port");
                    assertThat(refused.value()).isEqualTo("70000");
                    assertThat(refused.allowed()).isEqualTo("1 to 65535 is");
                    assertThat(refused.attempts()).isZero();
                })
                .hasMessage("Servers[2].Port: \"70000\" is not allowed, but 1 to 65535 is");
    }

    @Test
    void includesBothEndsOfARange() {
        assertThatCode(() -> Checks.range("weight", 0, 0, 256)).doesNotThrowAnyException();
        assertThatCode(() -> Checks.range("weight", 256, 0, 256)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.range("weight", 257, 0, 256)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Checks.atLeast("weight", -1, 0)).hasMessageContaining("0 or more is");
        assertThatThrownBy(() -> Checks.atMost("weight", 101, 100)).hasMessageContaining("100 or less is");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThatCode(() -> Checks.length("name", "a\uD83D\uDE00", 1, 2)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.length("name", "abc", 1, 2))
                .hasMessageContaining("a text of 1 to 2 characters is");
        assertThatThrownBy(() -> Checks.length("name", "", 1, Integer.MAX_VALUE))
                .hasMessageContaining("1 to any number of characters is");
    }

    @Test
    void countsEntries() {
        assertThatThrownBy(() -> Checks.items("Servers", List.of(1, 2, 3), 1, 2))
                .hasMessage("Servers: \"3 entries\" is not allowed, but 1 to 2 are");
        assertThatThrownBy(() -> Checks.items("Ciphers", List.of(), 1, Integer.MAX_VALUE))
                .hasMessage("Ciphers: \"0 entries\" is not allowed, but at least 1 are");
    }

    @Test
    void looksAtTexts() {
        assertThatThrownBy(() -> Checks.pattern("name", "a b", "^\\S+$")).hasMessageContaining("matches ^\\S+$ is");
        assertThatThrownBy(() -> Checks.ascii("name", "ü")).hasMessageContaining("printable ASCII is");
        assertThatThrownBy(() -> Checks.notEmpty("name", "")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Checks.noPrefix("name", "acs:x", List.of("acs:")))
                .hasMessageContaining("start with acs:");
        assertThatThrownBy(() -> Checks.startsWith("url", "x", "/")).hasMessageContaining("that starts with / is");
        assertThatThrownBy(() -> Checks.startsWith("Path", "x", "/", "${path}"))
                .hasMessageContaining("that starts with / or ${path} is");
        assertThatCode(() -> Checks.startsWith("Path", "${path}/x", "/", "${path}"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAValueOfAnotherDialectButNotAnUnknownOne() {
        Dialect here = () -> "here";
        List<Color> known = List.of(new Color("RED"), new Color("GREEN"));

        assertThatThrownBy(() -> Checks.among("color", new Color("green"), here, known, "RED"))
                .hasMessage("color: \"green\" is not allowed, but one of RED is");
        assertThatCode(() -> Checks.among("color", new Color("BLUE"), here, known, "RED"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Checks.among("color", new Color("red"), here, known, "RED"))
                .doesNotThrowAnyException();
    }

    @Test
    void countsAValueAsTheDialectSpellsIt() {
        OpenEnum red = new OpenEnum("light-red") {
            @Override
            public String value(Dialect dialect) {
                return dialect.name().equals("there") ? "light_red" : value();
            }
        };

        assertThatCode(() -> Checks.among("color", red, () -> "there", List.of(red), "light_red"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.among("color", red, () -> "here", List.of(red), "light_red"))
                .hasMessage("color: \"light-red\" is not allowed, but one of light_red is");
    }

    @Test
    void looksAtNumbersOfWhichOnlySomeExist() {
        assertThatThrownBy(() -> Checks.oneOf("code", "304", "302", "303"))
                .hasMessage("code: \"304\" is not allowed, but one of 302, 303 is");
        assertThatCode(() -> Checks.oneOf("code", "303", "302", "303")).doesNotThrowAnyException();
    }

    @Test
    void knowsWhatGoesTogether() {
        assertThatThrownBy(() -> Checks.required(false, "url", "type is HTTP"))
                .hasMessageContaining("it is required when type is HTTP");
        assertThatThrownBy(() -> Checks.forbidden(true, "url", "type is TCP"))
                .hasMessageContaining("it must be left out when type is TCP");
    }

    @Test
    void saysWhichDialectHasWhatThisOneLacks() {
        assertThatCode(() -> Checks.supported(true, "tags", () -> "octavia", "octavia"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Checks.supported(false, "tags", () -> "otc", "octavia"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.supported(true, "tags", () -> "otc", "octavia"))
                .isInstanceOf(UnsupportedException.class)
                .hasMessage("tags: tags does not exist in the dialect otc, only in octavia");
    }

    @Test
    void saysWhatToDoWhereADialectLacksSomething() {
        assertThatCode(() -> Checks.supportedOr("delete one by one", false, "cascade", () -> "otc", "octavia"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.supportedOr("delete one by one", true, "cascade", () -> "otc", "octavia"))
                .isInstanceOf(UnsupportedException.class)
                .hasMessage("cascade: cascade does not exist in the dialect otc, only in octavia; delete one by one");
    }

    @Test
    void takesATextThatIsOneOfThoseAllowed() {
        assertThatCode(() -> Checks.oneOf("provider", "vlb", "vlb")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.oneOf("provider", "ovn", "vlb", "elb"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("provider: \"ovn\" is not allowed, but one of vlb, elb is");
    }

    private static final class Color extends OpenEnum {
        private Color(String value) {
            super(value);
        }
    }
}
