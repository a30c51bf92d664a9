package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Lists: order")
abstract class SortBehaviours extends ListBehaviours {
    SortBehaviours(Cloud cloud) {
        super(cloud);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sort=name                                     | m1 m2 m3 m4 m5 m6 m7
        sort=name:asc                                 | m1 m2 m3 m4 m5 m6 m7
        sort=name:desc                                | m7 m6 m5 m4 m3 m2 m1
        sort=weight:asc,name:desc                     | m6 m3 m7 m4 m1 m5 m2
        sort=weight:desc,name                         | m2 m5 m1 m4 m7 m3 m6
        sort=address:desc&limit=2                     | m7 m6
        sort_key=name&sort_dir=desc                   | m7 m6 m5 m4 m3 m2 m1
        sort_key=weight,name&sort_dir=desc,asc        | m2 m5 m1 m4 m7 m3 m6
        sort_key=name                                 | m1 m2 m3 m4 m5 m6 m7
        sort=name:desc&tags=even                      | m6 m4 m2
        """)
    void aListIsSortedByKeys(String query, String names) {
        assertThat(String.join(" ", list(query).each("name"))).isEqualTo(names);
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThat(list("sort=bogus").told()).isEqualTo("400 Supplied sort key 'bogus' is not valid.");
        assertThat(list("sort_key=bogus").told()).isEqualTo("400 Supplied sort key 'bogus' is not valid.");
    }

    @Test
    void anUnknownDirectionIsRefused() {
        Said said = list("sort=name:up");

        assertThat(said.status()).isEqualTo(400);
        assertThat(Shape.of(said.json())).isEqualTo("{code: number, description: text, title: text}");
    }

    @Test
    void thePageAfterAMarkerKeepsTheOrder() {
        Said first = list("sort=name:desc&limit=3");
        Said second = list("sort=name:desc&limit=3&marker=" + first.each("id").get(2));

        assertThat(second.each("name")).containsExactly("m4", "m3", "m2");
    }

    @Test
    void loadBalancersAreListedInTheOrderOfTheirMaking() {
        String other = loadBalancer();
        cloud.pause(1.1);
        String third = loadBalancer();

        assertThat(lbaas.get("/loadbalancers").each("id")).containsSubsequence(lb, other, third);
    }

    @Test
    void textsAreSortedWithoutRegardToCase() {
        String id = newPool();
        batch(
                id,
                "{'name':'b','address':'192.0.2.1','protocol_port':80},{'name':'A','address':'192.0.2.2','protocol_port':80},"
                        + "{'name':'C','address':'192.0.2.3','protocol_port':80}");

        assertThat(lbaas.get("/pools/" + id + "/members?sort=name").each("name"))
                .containsExactly("A", "b", "C");
    }
}
