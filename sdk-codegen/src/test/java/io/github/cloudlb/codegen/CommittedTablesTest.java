package io.github.cloudlb.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reading validates, so each of these also says that the table is as the schema wants it. */
class CommittedTablesTest {
    static final Path LBAAS = Path.of("../sdk-openstack/api/lbaas-v2.0.json");
    static final Path ALB = Path.of("../sdk-alibaba/api/alb-2020-06-16.json");
    static final Path NLB = Path.of("../sdk-alibaba/api/nlb-2022-04-30.json");

    @Test
    void lbaasHas98OperationsInTwoDialects() {
        Table lbaas = Table.read(LBAAS);

        assertThat(lbaas.operations()).hasSize(98);
        assertThat(lbaas.operations().stream().filter(one -> one.dialects().contains("octavia")))
                .hasSize(75);
        assertThat(lbaas.operations().stream().filter(one -> one.dialects().contains("otc")))
                .hasSize(61);
        assertThat(lbaas.errors().stream().filter(one -> "otc".equals(one.dialect())))
                .hasSize(147);
        assertThat(lbaas.errors().stream().filter(one -> one.exception() != null))
                .hasSize(44);
    }

    @Test
    void albHas85Operations() {
        assertThat(Counts.of(Json.read(ALB)))
                .extracting(Counts::operations, Counts::requestFields, Counts::responseFields)
                .containsExactly(85, 938, 673);
        // 151 pairs of code and status: one code has two.
        assertThat(Table.read(ALB).errors()).hasSize(150);
        assertThat(Table.read(ALB).errors().stream()
                        .mapToInt(code -> code.status().size())
                        .sum())
                .isEqualTo(151);
    }

    @Test
    void nlbHas50Operations() {
        assertThat(Counts.of(Json.read(NLB)))
                .extracting(Counts::operations, Counts::requestFields, Counts::responseFields)
                .containsExactly(50, 407, 375);
        assertThat(Table.read(NLB).errors()).hasSize(132);
    }

    @Test
    void weightsDifferByDialect() {
        Field weight = Table.read(LBAAS).operation("member.update").request().fields().stream()
                .filter(field -> field.name().equals("weight"))
                .findFirst()
                .orElseThrow();

        assertThat(weight.constraint("octavia").max()).hasToString("256");
        assertThat(weight.constraint("otc").max()).hasToString("100");
    }

    @Test
    void anErrorNamesTableRowAndField(@TempDir Path folder) throws Exception {
        String text = Files.readString(ALB).replace("\"forbiddenPrefixes\"", "\"forbidenPrefixes\"");
        Path broken = Files.writeString(folder.resolve("broken.json"), text);

        assertThatThrownBy(() -> Table.read(broken))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("broken.json: operations.CreateAcl.request.fields.Tag")
                .hasMessageContaining("forbidenPrefixes");
    }
}
