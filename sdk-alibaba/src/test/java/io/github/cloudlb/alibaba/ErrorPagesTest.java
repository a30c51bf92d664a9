package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Explained.Listed;
import io.github.cloudlb.codegen.docs.ErrorPage;
import io.github.cloudlb.codegen.docs.Page;
import io.github.cloudlb.core.SdkException.Failure;
import io.github.cloudlb.core.ServiceError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of errors tell what the client makes of each. */
class ErrorPagesTest {
    private static final Path GATEWAY =
            Path.of("src", "test", "resources", "io", "github", "cloudlb", "alibaba", "gateway-errors.csv");

    static Stream<RpcApi> apis() {
        return Stream.of(AlbClient.API, NlbClient.API);
    }

    @ParameterizedTest
    @MethodSource("apis")
    void thePageTellsWhatEachErrorBecomes(RpcApi api) throws IOException {
        ErrorPage page = new ErrorPage(api.name() + " " + api.version(), "sdk-alibaba", "code", "status", "listed by");
        List<Listed> own = Explained.pairs(api).toList();
        own.forEach(listed -> row(page, api, listed, listedBy(listed.code())));
        gateway()
                .filter(listed -> !own.contains(listed))
                .forEach(listed -> row(page, api, listed, "gateways, or seen"));

        assertThat(Page.told(ApiTable.fileName(api) + "-errors.md", page.toString()))
                .isEqualTo(page.toString());
    }

    private static void row(ErrorPage page, RpcApi api, Listed listed, String by) {
        ServiceError error = Explained.by(api, listed.status(), listed.code());
        String exception = error.meaning()
                .exception(Failure.unsent("Asked"), error)
                .getClass()
                .getSimpleName();
        String again = ErrorPage.again(exception, error.untouched());
        page.row(exception, again, "`" + listed.code() + "`", String.valueOf(listed.status()), by);
    }

    private static String listedBy(String code) {
        return code.equals("DryRunOperation") ? "the API; an answer to a dry run, not an error" : "the API";
    }

    private static Stream<Listed> gateway() throws IOException {
        return Files.readAllLines(GATEWAY).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Listed(Integer.parseInt(cells[0]), cells[1]));
    }
}
