package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.codegen.docs.Page;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Both sides run the same behaviours, and the page tells which. */
class AgreementPageTest {
    private static final int ENOUGH = 300;

    @Test
    void bothSidesRunAllAreas() {
        assertThat(areas(AgreementLiveTest.class)).isEqualTo(areas(AgreementTest.class));
    }

    @Test
    void nothingIsCalledADifferenceThatIsNone() {
        assertThat(differences())
                .noneMatch(one -> differs(one).original().equals(differs(one).kit()));
    }

    @Test
    void thePageTellsWhatTheSuiteHas() {
        List<Class<?>> areas = areas(AgreementTest.class);
        int number = areas.stream().mapToInt(area -> behaviours(area).size()).sum();
        StringBuilder page =
                new StringBuilder("""
                # Where the test kit agrees with Keystone and Octavia

                Made from the suite: `./mvnw -pl sdk-testkit -am test -Ddocs.write=true`.
                %d behaviours run unchanged against `OctaviaServer`, in each build, and against Keystone 22.0.2 and Octavia
                11.0.0, in the profile `agreement`; in %d of them the two differ, and each side is held to what stands here.

                ```
                live/octavia/up && . /tmp/octavia-live/env
                ./mvnw -B -Pagreement test -pl sdk-testkit -am
                ```

                | area | behaviours |
                |---|---|
                """.formatted(number, differences().size()));
        areas.forEach(area -> page.append(
                "| %s | %d |%n".formatted(title(area), behaviours(area).size())));
        page.append("\n## Differences\n\n| behaviour | original | test kit | why |\n|---|---|---|---|\n");
        differences()
                .forEach(one -> page.append("| %s: %s | `%s` | `%s` | %s |%n"
                        .formatted(
                                title(one.getDeclaringClass()),
                                sentence(one),
                                differs(one).original(),
                                differs(one).kit(),
                                differs(one).because())));
        for (Class<?> area : areas) {
            page.append("\n## ").append(title(area)).append("\n\n");
            behaviours(area)
                    .forEach(one -> page.append("- ").append(sentence(one)).append('\n'));
        }
        assertThat(number).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(Page.told("agreement.md", page.toString())).isEqualTo(page.toString());
    }

    private static List<Class<?>> areas(Class<?> side) {
        return Arrays.stream(side.getDeclaredClasses())
                .<Class<?>>map(Class::getSuperclass)
                .sorted(Comparator.comparing(AgreementPageTest::title))
                .toList();
    }

    private static List<Method> behaviours(Class<?> area) {
        return Arrays.stream(area.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static List<Method> differences() {
        return areas(AgreementTest.class).stream()
                .flatMap(area -> behaviours(area).stream())
                .filter(method -> method.isAnnotationPresent(Differs.class))
                .toList();
    }

    private static Differs differs(Method behaviour) {
        return behaviour.getAnnotation(Differs.class);
    }

    private static String title(Class<?> area) {
        return area.getAnnotation(Area.class).value();
    }

    /** {@code aMemberIsAdded}: a member is added. */
    private static String sentence(Method behaviour) {
        return behaviour.getName().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
