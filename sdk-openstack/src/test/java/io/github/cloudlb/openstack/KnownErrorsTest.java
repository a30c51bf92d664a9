package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.SdkException.Failure;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each error of the tables means, written down once more by hand: all codes of Open Telekom Cloud at all their statuses,
 * and all exceptions of Octavia, which have no codes, by their texts.
 */
class KnownErrorsTest {
    private static final String FILE = "/io/github/cloudlb/openstack/known-errors.csv";
    private static final ErrorTable TABLE = new ErrorTable();

    @Observed(in = Area.ERRORS, value = "Octavia's errors have no codes: beside the status there is only a text")
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = FILE, delimiter = '|', numLinesToSkip = 1)
    void eachErrorHasTheMeaningThatIsExpected(String dialect, int status, String name, String exception, String text) {
        String words = text == null ? "Words." : text;

        ServiceError error = explained(dialect, status, name, words);
        ServiceException thrown = error.meaning().exception(Failure.unsent("Asked"), error);

        assertThat(thrown.getClass().getSimpleName()).isEqualTo(exception + "Exception");
        assertThat(thrown.text()).isEqualTo(words);
        assertThat(thrown.code()).isEqualTo(dialect.equals("octavia") ? "" : name);
    }

    static ServiceError explained(String dialect, int status, String name, String words) {
        String body = dialect.equals("octavia")
                ? "{\"faultcode\": \"Client\", \"faultstring\": \"" + words + "\", \"debuginfo\": null}"
                : "{\"error_msg\": \"" + words + "\", \"error_code\": \"" + name + "\", \"request_id\": \"r-1\"}";
        return OpenStackErrors.explain(
                new Answer(status, List.of(), body.getBytes(StandardCharsets.UTF_8)), Clients.time());
    }

    @Test
    void noneOfThe147CodesAndThe44ExceptionsIsMissing() {
        Set<String> expected = new TreeSet<>();
        lines().map(line -> line[0] + " " + line[1] + " " + line[2]).forEach(expected::add);

        assertThat(expected).isEqualTo(new TreeSet<>(TABLE.known()));
        assertThat(names("otc")).hasSize(147);
        assertThat(names("octavia")).hasSize(44);
    }

    private static Set<String> names(String dialect) {
        return lines().filter(line -> line[0].equals(dialect))
                .map(line -> line[2])
                .collect(Collectors.toSet());
    }

    static Stream<String[]> lines() {
        try {
            Path file = Path.of(System.getProperty("basedir", "."), "src", "test", "resources" + FILE);
            return Files.readAllLines(file).stream().skip(1).map(line -> line.split("\\|", -1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
