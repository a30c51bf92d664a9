package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The life of a server as a JUnit extension, seen by running tests of its users. */
class ServerExtensionTest {

    @Test
    void aFailedTestShowsWhatHappened() {
        Events tests = run(Fails.class);

        assertThat(tests.failed().stream()
                        .flatMap(event -> event
                                .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                                .getThrowable()
                                .stream())
                        .map(failure -> failure.getSuppressed()[0].getMessage()))
                .singleElement()
                .asString()
                .startsWith("What happened at OctaviaServer:\n")
                .contains("0.000  - removal begins");
    }

    @Test
    void eachTestFindsTheServerAsNew() {
        assertThat(run(CountsLoadBalancers.class).succeeded().count()).isEqualTo(2);
    }

    @Test
    void aServerOfOneTestEndsWithIt() {
        run(OneForEach.class);

        assertThat(OneForEach.USED)
                .hasSize(2)
                .allSatisfy(browser -> assertThat(isOver(browser)).isTrue());
    }

    @Test
    void whatATestBuildsInItsFieldsIsThereAndThatOfOtherTestsIsNot() {
        assertThat(run(BuildsInFields.class).succeeded().count()).isEqualTo(3);
    }

    @Test
    void aServerOfOneTestKeepsWhatTheTestBuildsInItsFields() {
        assertThat(run(BuildsInFieldsOfItsOwn.class).succeeded().count()).isEqualTo(2);
    }

    @Test
    void aServerIsThereForAllNestedClasses() {
        assertThat(run(HasNestedClasses.class).succeeded().count()).isEqualTo(3);
    }

    @Test
    void whatOneTestPlannedForLaterDoesNotHappenInTheNext() {
        assertThat(run(Plans.class).succeeded().count()).isEqualTo(2);
    }

    @Test
    void theTimeThatHasPassedIsThatOfTheTest() {
        assertThat(run(LooksAtTheTime.class).succeeded().count()).isEqualTo(2);
    }

    @Test
    void aTestMayBuildALandscapeFromAResourceBesideItInItsFields() {
        assertThat(run(SeedsInFields.class).succeeded().count()).isEqualTo(1);
    }

    @Test
    void aServerOfABaseClassIsThereForAllClassesThatInheritIt() {
        assertThat(run(InheritsFirst.class, InheritsNext.class).succeeded().count())
                .isEqualTo(2);
    }

    private static boolean isOver(Browser browser) throws InterruptedException {
        try {
            browser.get("/");
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    private static Events run(Class<?>... tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Stream.of(tests).map(test -> selectClass(test)).toArray(ClassSelector[]::new))
                .execute()
                .testEvents();
    }

    abstract static class HasServer {
        @RegisterExtension
        static final OctaviaServer octavia = OctaviaServer.start();

        static final Browser BROWSER = new Browser(octavia.uri());

        @Test
        void answers() throws Exception {
            assertThat(BROWSER.get("/").statusCode()).isEqualTo(200);
        }
    }

    static class InheritsFirst extends HasServer {}

    static class InheritsNext extends HasServer {}

    static class Fails {
        @RegisterExtension
        static final OctaviaServer octavia = OctaviaServer.start();

        @Test
        void fails() {
            octavia.journal().note("removal begins");
            throw new AssertionError("not as wanted");
        }
    }

    static class CountsLoadBalancers {
        @RegisterExtension
        static final OctaviaServer octavia = OctaviaServer.start();

        @Test
        void one() {
            makesItsOwn();
        }

        @Test
        void another() {
            makesItsOwn();
        }

        private static void makesItsOwn() {
            assertThat(octavia.journal().timeline()).isEmpty();
            octavia.journal().note("was here");
        }
    }

    static class Plans {
        @RegisterExtension
        static final OctaviaServer octavia = OctaviaServer.start();

        private final String loadBalancer = octavia.addLoadBalancer("web");

        @Test
        void one() {
            isLeftAlone();
        }

        @Test
        void another() {
            isLeftAlone();
        }

        private void isLeftAlone() {
            octavia.time().advance(Duration.ofMinutes(1));
            assertThat(octavia.export()).doesNotContain("PENDING_UPDATE");
            octavia.time()
                    .after(Duration.ofSeconds(10), () -> octavia.lockedByStranger(loadBalancer, Duration.ofHours(1)));
        }
    }

    static class LooksAtTheTime {
        @RegisterExtension
        static final OctaviaServer octavia = OctaviaServer.start();

        @Test
        void one() {
            takesAMinute();
        }

        @Test
        void another() {
            takesAMinute();
        }

        private static void takesAMinute() {
            octavia.time().advance(Duration.ofMinutes(1));
            assertThat(octavia.time().elapsed()).isEqualTo(Duration.ofMinutes(1));
        }
    }

    static class BuildsInFields {
        @RegisterExtension
        static final OctaviaServer octavia = OctaviaServer.start();

        private final String loadBalancer = octavia.addLoadBalancer("web");

        @Test
        void one() {
            findsItsOwn();
        }

        @Test
        void another() {
            findsItsOwn();
        }

        private void findsItsOwn() {
            assertThat(octavia.journal().timeline()).isEmpty();
            octavia.journal().note("was here");
            octavia.addPool(loadBalancer, "web");
        }

        @Nested
        class Inside {
            @Test
            void theFieldsOfTheOuterTestAreThereToo() {
                findsItsOwn();
            }
        }
    }

    static class OneForEach {
        static final CopyOnWriteArrayList<Browser> USED = new CopyOnWriteArrayList<>();

        @RegisterExtension
        final OctaviaServer octavia = OctaviaServer.start();

        @Test
        void one() {
            USED.add(new Browser(octavia.uri()));
        }

        @AfterEach
        void isStillThere() throws Exception {
            assertThat(new Browser(octavia.uri()).get("/").statusCode()).isEqualTo(200);
        }

        @Test
        void another() {
            USED.add(new Browser(octavia.uri()));
        }
    }

    static class BuildsInFieldsOfItsOwn {
        @RegisterExtension
        final OctaviaServer octavia = OctaviaServer.start();

        private final String loadBalancer = octavia.addLoadBalancer("web");

        @Test
        void one() {
            octavia.addPool(loadBalancer, "web");
        }

        @Test
        void another() {
            octavia.addPool(loadBalancer, "web");
        }
    }

    static class HasNestedClasses {
        @RegisterExtension
        static final OctaviaServer octavia = OctaviaServer.start();

        @Test
        void outside() throws Exception {
            answers();
        }

        private static void answers() throws Exception {
            assertThat(new Browser(octavia.uri()).get("/").statusCode()).isEqualTo(200);
        }

        @Nested
        class First {
            @Test
            void inside() throws Exception {
                answers();
            }
        }

        @Nested
        class Second {
            @Test
            void inside() throws Exception {
                answers();
            }
        }
    }

    static class SeedsInFields {
        @RegisterExtension
        static final OctaviaServer octavia = OctaviaServer.start();

        SeedsInFields() {
            octavia.seed("landscape.yaml");
        }

        @Test
        void findsIt() {
            assertThat(octavia.export()).contains("name: shop");
        }
    }
}
