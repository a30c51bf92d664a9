package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.wire.AlbEndpoints;
import io.github.cloudlb.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class EndpointTest {
    private static final AlibabaCredentials KEY = AlibabaCredentials.of("id", "secret");

    static Stream<Arguments> regions() {
        return ApiTable.read(AlbClient.API).path("endpoint").path("regions").path("public").properties().stream()
                .map(region -> Arguments.of(region.getKey(), region.getValue().asString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("regions")
    void followsFromTheRegion(String region, String host) {
        assertThat(AlbEndpoints.host(region)).isEqualTo(host);
        AlbClient.builder().region(region).credentials(KEY).build().close();
    }

    @Test
    void isListedForThirtyEightRegions() {
        assertThat(regions()).hasSize(38);
    }

    @Test
    void ofTheFinanceRegionOfHangzhouIsThatOfHangzhou() {
        assertThat(AlbEndpoints.host("cn-hangzhou-finance")).isEqualTo("alb.cn-hangzhou.aliyuncs.com");
    }

    @Test
    void ofARegionThatIsNewFollowsTheSameRule() {
        assertThat(AlbEndpoints.host("xx-new-9")).isEqualTo("alb.xx-new-9.aliyuncs.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evil.com/", "cn hangzhou", "cn-hangzhou#", "CN-HANGZHOU", "cn@evil", "-", "cn\n", "é"})
    void doesNotFollowFromWhatIsNoRegion(String region) {
        assertThatThrownBy(() -> AlbClient.builder().region(region))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo("region"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com/", "cn-hangzhou.evil.com/?"})
    void doesNotFollowFromAVariableThatHoldsNoRegion(String region) {
        assertThatThrownBy(() -> AlbClient.builder().credentials(KEY).build(Map.of("ALIBABA_CLOUD_REGION_ID", region)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo("ALIBABA_CLOUD_REGION_ID"));
    }

    @Test
    void saysWhichVariableWouldTellTheRegion() {
        assertThatThrownBy(() -> AlbClient.builder().credentials(KEY).build(Map.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("region")
                .hasMessageContaining("ALIBABA_CLOUD_REGION_ID is not set");
    }

    @Test
    void isReadFromTheVariable() {
        assertThatCode(() -> AlbClient.builder()
                        .credentials(KEY)
                        .build(Map.of("ALIBABA_CLOUD_REGION_ID", "cn-hangzhou"))
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void isNotPlainHttpToAPublicHost() {
        assertThatThrownBy(() -> AlbClient.builder()
                        .credentials(KEY)
                        .endpoint(URI.create("http://alb.cn-hangzhou.aliyuncs.com"))
                        .build())
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("endpoint");
                    assertThat(refused.value()).isEqualTo("http://alb.cn-hangzhou.aliyuncs.com");
                    assertThat(refused.allowed()).contains("https");
                });
    }

    @Test
    void isPlainHttpIfThatIsAskedFor() {
        for (String address : List.of("http://alb.test:8080", "https://alb-vpc.cn-hangzhou.aliyuncs.com")) {
            AlbClient.builder()
                    .credentials(KEY)
                    .plainHttp(true)
                    .endpoint(URI.create(address))
                    .build()
                    .close();
        }
    }
}
