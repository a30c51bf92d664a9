package io.github.cloudlb.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccessKeyTest {

    @Test
    void showsItsIdOnly() {
        assertThat(AccessKey.of("LTAI-example", "s3cr3t")).hasToString("AccessKey{id=LTAI-example, secret=REDACTED}");
        assertThat(AccessKey.temporary("STS-example", "s3cr3t", "t0k3n"))
                .hasToString("AccessKey{id=STS-example, secret=REDACTED, securityToken=REDACTED}");
    }

    @Test
    void refusesABlankPartWithoutShowingTheOthers() {
        assertThatThrownBy(() -> AccessKey.of("", "s3cr3t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> AccessKey.of("id", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AccessKey.temporary("id", "s3cr3t", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cr3t");
    }
}
