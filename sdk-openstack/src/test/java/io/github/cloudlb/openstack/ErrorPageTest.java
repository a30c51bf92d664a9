package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.codegen.docs.ErrorPage;
import io.github.cloudlb.codegen.docs.Page;
import io.github.cloudlb.core.ServiceError;
import org.junit.jupiter.api.Test;

/** The page of errors tells what the client makes of each: what is expected of it there is proven beside this. */
class ErrorPageTest {
    @Test
    void thePageTellsWhatEachErrorBecomes() {
        ErrorPage page =
                new ErrorPage("LBaaS v2.0", "sdk-openstack", "code or exception", "status", "cloud", "with the text");
        KnownErrorsTest.lines().forEach(line -> {
            String words = line[4].isEmpty() ? "Words." : line[4];
            ServiceError error = KnownErrorsTest.explained(line[0], Integer.parseInt(line[1]), line[2], words);
            String exception = line[3] + "Exception";
            String cloud = line[0].equals("octavia") ? "Octavia" : "Open Telekom Cloud";
            page.row(
                    exception,
                    ErrorPage.again(exception, error.untouched()),
                    "`" + line[2] + "`",
                    line[1],
                    cloud,
                    line[4]);
        });

        assertThat(Page.told("lbaas-errors.md", page.toString())).isEqualTo(page.toString());
    }
}
