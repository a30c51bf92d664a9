package strangers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** What a script says and how it looks; ends with code 1 at the first difference. */
final class Steps {
    private static final HttpClient CONTROL = HttpClient.newHttpClient();

    private Steps() {}

    interface Script {
        void run() throws Exception;
    }

    /** Names the client and its version, as its own jar has it, and runs the script. */
    static void run(String groupId, String artifactId, Script script) {
        try (InputStream properties = Steps.class.getResourceAsStream(
                "/META-INF/maven/" + groupId + "/" + artifactId + "/pom.properties")) {
            Properties pom = new Properties();
            pom.load(properties);
            System.out.println("client  " + groupId + ":" + artifactId + " " + pom.getProperty("version"));
            script.run();
            System.exit(0);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    /** The step before has passed. */
    static void step(String text) {
        System.out.println("ok  " + text);
    }

    static void same(String what, Object seen, Object expected) {
        if (!Objects.equals(seen, expected)) {
            System.err.println("DIFFERENT  " + what + ": saw \"" + seen + "\", expected \"" + expected + "\"");
            System.exit(1);
        }
    }

    /** Looks until it sees what it waits for, in real time. */
    static <T> T await(String what, Callable<T> look, Predicate<T> done) throws Exception {
        T seen = look.call();
        for (int looks = 1; !done.test(seen); looks++) {
            if (looks == 150) {
                same(what + " after 30 s", seen, "an end");
            }
            Thread.sleep(200);
            seen = look.call();
        }
        return seen;
    }

    static <E extends Exception> E refused(String what, Class<E> kind, Script call) throws Exception {
        try {
            call.run();
        } catch (Exception refusal) {
            if (kind.isInstance(refusal)) {
                return kind.cast(refusal);
            }
            throw refusal;
        }
        same(what, "success", kind.getSimpleName());
        throw new IllegalStateException("not reached");
    }

    static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    /** {@code temper("'temper': 'jobsTake', 'duration': 1")} */
    static void temper(String fields) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(control("tempers"))
                .POST(BodyPublishers.ofString("{" + fields.replace('\'', '"') + "}"))
                .build();
        HttpResponse<String> answer = CONTROL.send(request, BodyHandlers.ofString(UTF_8));
        same("answer to " + fields, answer.statusCode() + answer.body(), "204");
    }

    static String journal() throws Exception {
        return CONTROL.send(HttpRequest.newBuilder(control("journal")).build(), BodyHandlers.ofString(UTF_8))
                .body();
    }

    private static URI control(String path) {
        return URI.create(variable("CLOUDLB_TESTKIT_URI") + "/_testkit/" + path);
    }
}
