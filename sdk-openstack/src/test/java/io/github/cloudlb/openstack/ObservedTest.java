package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.codegen.docs.Annotated;
import io.github.cloudlb.codegen.docs.Page;
import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page of surprises tells those that tests name, and the tests. */
class ObservedTest {
    private final Map<Area, SortedMap<String, SortedSet<String>>> surprises = surprises();

    @Test
    void eachAreaHasItsSurprises() {
        assertThat(surprises).containsOnlyKeys(Area.values());
    }

    @Test
    void thePageTellsWhatTheTestsShow() {
        StringBuilder page = new StringBuilder("""
                # What running services do

                Where the documentation of Octavia and Keystone is silent, or says otherwise than the services do, this is what
                Keystone 22.0.2 and Octavia 11.0.0 were seen to do, and the tests that show that the client copes with it. Those
                whose class ends in `LiveTest` run against real servers, the others against answers like theirs.

                Made from the tests: `./mvnw -pl sdk-openstack -am test -Ddocs.write=true`.
                """);
        surprises.forEach((area, tests) -> {
            page.append("\n## ").append(area.title).append("\n\n| surprise | shown by |\n|---|---|\n");
            tests.forEach((surprise, names) -> page.append("| ")
                    .append(surprise)
                    .append(" | `")
                    .append(String.join("`, `", names))
                    .append("` |\n"));
        });
        assertThat(Page.told("observed.md", page.toString())).isEqualTo(page.toString());
    }

    private static Map<Area, SortedMap<String, SortedSet<String>>> surprises() {
        Map<Area, SortedMap<String, SortedSet<String>>> surprises = new EnumMap<>(Area.class);
        Annotated.each(
                Observed.class,
                (seen, test) -> surprises
                        .computeIfAbsent(seen.in(), area -> new TreeMap<>())
                        .computeIfAbsent(seen.value(), text -> new TreeSet<>())
                        .add(test));
        return surprises;
    }
}
