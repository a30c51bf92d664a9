package io.github.cloudlb.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.codegen.Table;
import io.github.cloudlb.codegen.TableException;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

/** What is written for ALB. */
class AlbSourcesTest {
    private final Map<String, String> sources = Sources.ofAlb();

    @Test
    void listsWhatComesWithoutPagesAsTheOnlyPage() {
        assertThat(sources.get("wire/ListSecurityPolicyRelationsWire.java"))
                .contains("case \"SecrityPolicyRelations\" -> items = in.list(SecurityPolicyRelationWire::read)")
                .contains("return new Page<>(items, Optional.empty(), envelope)")
                .doesNotContain("token");
        assertThat(sources.get("securitypolicy/SecurityPolicyOperations.java"))
                .contains("public Stream<SecurityPolicy> listSystemSecurityPolicies() {");
    }

    @Test
    void listsPlainTexts() {
        assertThat(sources.get("wire/ListTagValuesWire.java"))
                .contains("case \"TagValues\" -> items = in.texts()")
                .contains("Optional<Request<Page<String>>> next = !token.isEmpty()");
        assertThat(sources.get("tag/ListTagValues.java")).contains("extends Request<Page<String>>");
        assertThat(sources.get("tag/TagOperations.java"))
                .contains("public Stream<String> listTagValues(String tagKey)");
    }

    @Test
    void needsToKnowWhichListIsListed() throws IOException {
        Table table = Table.read(Sources.ALB.resolve(Sources.ALB_NAME + ".json"));

        assertThatThrownBy(() -> table.operation("DeleteAcl").listed())
                .isInstanceOf(TableException.class)
                .hasMessage("DeleteAcl: the answer has 0 lists that it could be of");
        assertThat(table.operation("GetListenerHealthStatus").listed().name()).isEqualTo("ListenerHealthStatus");
    }

    @Test
    void readsIdsByTheirOwnName() {
        assertThat(sources.get("wire/CreatedAScriptsWire.java")).contains("out.aScriptIds(in.ids(\"AScriptId\"))");
    }

    @Test
    void readsAValueInEverySpellingAndRefusesItInNone() {
        assertThat(sources.get("servergroup/HttpVersion.java"))
                .contains("if (value.equalsIgnoreCase(\"HTTP 1.1\"))", "return HTTP1_1;")
                .doesNotContain("Dialect", "HTTP_1");
        assertThat(sources.get("wire/CreateHealthCheckTemplateWire.java"))
                .contains("Checks.range(\"HealthCheckConnectPort\"")
                .doesNotContain("Checks.among");
    }
}
