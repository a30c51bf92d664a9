package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.openstack.Token.CatalogEntry;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class CatalogSearchTest {
    private static final CatalogEntry OCTAVIA = new CatalogEntry("load-balancer", "public", "R1", "https://octavia");
    private static final CatalogEntry INSIDE = new CatalogEntry("load-balancer", "internal", "R1", "https://inside");
    private static final CatalogEntry ELB = new CatalogEntry("elb", "public", "R1", "https://elb");
    private static final CatalogEntry ELB_ELSEWHERE = new CatalogEntry("elb", "public", "R2", "https://elsewhere");

    @Observed(in = Area.KEYSTONE, value = "Services, endpoints and roles come in another order after each start")
    @Test
    void theOrderOfTheCatalogDoesNotMatter() {
        List<CatalogEntry> catalog = new ArrayList<>(List.of(OCTAVIA, INSIDE, ELB, ELB_ELSEWHERE));
        for (int i = 0; i < catalog.size(); i++) {
            Collections.rotate(catalog, 1);
            assertThat(search("R1", "public").in(catalog)).isEqualTo(OCTAVIA);
            assertThat(search("R1", "internal", "public").in(catalog)).isEqualTo(INSIDE);
            assertThat(search("R2", "public").in(catalog)).isEqualTo(ELB_ELSEWHERE);
        }
    }

    @Test
    void takesTheFirstInterfaceThatIsThere() {
        assertThat(search("", "admin", "internal", "public").in(List.of(OCTAVIA, INSIDE)))
                .isEqualTo(INSIDE);
        assertThat(search("", "admin", "public").in(List.of(OCTAVIA, INSIDE))).isEqualTo(OCTAVIA);
    }

    @Test
    void takesTheTypeItIsTold() {
        CatalogSearch search = new CatalogSearch(List.of("elb"), List.of("public"), "R1");

        assertThat(search.in(List.of(OCTAVIA, ELB))).isEqualTo(ELB);
    }

    @Test
    void saysWhatWasThereAndWhatWasWanted() {
        assertThatThrownBy(() -> search("R3", "admin", "public").in(List.of(OCTAVIA, ELB_ELSEWHERE)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "no load-balancer or elb with interface admin or public in region R3",
                        "[elb (public, R2), load-balancer (public, R1)]",
                        "endpoint(");
    }

    private static CatalogSearch search(String region, String... accesses) {
        return new CatalogSearch(CatalogSearch.TYPES, List.of(accesses), region);
    }
}
