package io.github.cloudlb.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ImportTableTest {
    @TempDir
    Path folder;

    @Test
    void bringsPositionsTypesAndConditionsOfAnRpcReferenceIntoOneForm() throws Exception {
        Operation add = imported("rpc-reference.json").operation("AddServers");

        assertThat(add.clientToken()).isTrue();
        assertThat(add.uncertain()).extracting(Uncertain::fact).containsExactly("async");
        Field servers = add.request().fields().get(1);
        assertThat(servers.in()).isEqualTo("form");
        assertThat(servers.base().maxItems()).isEqualTo(40);
        assertThat(servers.base().uncertain())
                .extracting(unsure -> unsure.fact() + " " + unsure.source() + " " + unsure.value())
                .containsExactly("in schema \"query\"", "maxItems doc 40", "maxItems schema 200");
        Constraint weight = inside(servers).get(2).base();
        assertThat(weight.type()).isEqualTo("integer");
        assertThat(weight.requiredWhen().get(0).countGreaterThan()).isEqualTo(1);
        assertThat(weight.cases().get(0).when().get(0).countIn()).containsExactly(1);
        assertThat(add.request().fields().get(2).base().encoding()).isEqualTo("json");
        assertThat(add.response().fields().get(1).base().type()).isEqualTo("long");
        assertThat(add.errors()).contains(new Operation.Listed(403, "Forbidden.Acl"));
    }

    @Test
    void overlaysWhatOneDialectKnowsOnWhatBothDo() throws Exception {
        Operation update = imported("rest-reference.json").operation("member.update");

        assertThat(update.dialects()).containsExactly("octavia", "otc");
        assertThat(update.asyncIn()).containsExactly("octavia");
        List<Field> fields = update.request().fields();
        assertThat(fields).extracting(Field::in).containsExactly("path", "query", "body", "body", "body");
        assertThat(fields.get(0).base().isRequired()).isTrue();
        assertThat(fields.get(1).base().listPairs()).isTrue();
        Field weight = fields.get(2);
        assertThat(weight.constraint("octavia").max()).isEqualTo(BigDecimal.valueOf(256));
        assertThat(weight.constraint("octavia").nullable()).isTrue();
        assertThat(weight.constraint("otc").max()).isEqualTo(BigDecimal.valueOf(100));
        assertThat(weight.constraint("otc").min()).isEqualTo(BigDecimal.ZERO);
        assertThat(weight.base().max()).isNull();
    }

    @Test
    void givesRangesUnitsAndCharactersOneForm() throws Exception {
        List<Field> fields = imported("rest-reference.json")
                .operation("member.update")
                .request()
                .fields();

        Constraint timeout = fields.get(3).base();
        assertThat(timeout.unit()).isEqualTo("seconds");
        assertThat(timeout.cases().get(0).when().get(0).field()).isEqualTo("pool.protocol");
        Constraint name = fields.get(4).base();
        assertThat(name.allowedChars()).containsExactly("A-Z", "a-z", "0-9", ".", "-");
        assertThat(name.defaultValue()).hasToString("null");
        assertThat(name.forbiddenWhen().get(0).notIn()).hasSize(1);
        assertThat(fields.get(2).base().cases()).isEmpty();
    }

    @Test
    void tellsErrorsWithTheirMeaningsAndRetries() throws Exception {
        List<ErrorCode> errors = imported("rest-reference.json").errors();

        assertThat(errors.get(0).exception()).isEqualTo("ImmutableObject");
        assertThat(errors.get(0).retry()).isEqualTo("PENDING_*");
        assertThat(errors.get(1).meanings()).containsExactly(new ErrorCode.DocumentedMeaning("not_found", 404));
    }

    @Test
    void givesTheSameTableEachTime() throws Exception {
        assertThat(ImportTable.importing(fixture("rest-reference.json")))
                .isEqualTo(ImportTable.importing(fixture("rest-reference.json")));
    }

    @Test
    void refusesAKeyItDoesNotKnowAndNamesFileOperationAndField() throws Exception {
        Path reference = changed("rpc-reference.json", "\"min\": 1,", "\"min\": 1, \"odd\": 1,");

        assertThatThrownBy(() -> ImportTable.importing(reference))
                .isInstanceOf(TableException.class)
                .hasMessage("changed.json: AddServers.Servers.items.Port: unknown key odd");
    }

    @Test
    void refusesAlternativesForWhichATableHasNoForm() throws Exception {
        Path reference = changed(
                "rest-reference.json",
                "{\"field\": \"a.type\", \"not_equals\": \"X\"}",
                "{\"field\": \"a\", \"equals\": 1}, {\"field\": \"b\", \"equals\": 2}");

        assertThatThrownBy(() -> ImportTable.importing(reference))
                .hasMessageContaining("name.forbidden_when: alternatives have no form in a table");
    }

    @Test
    void refusesAReferenceWhoseCountsAreNotItsOwn() throws Exception {
        Path reference = changed("rpc-reference.json", "\"requestFields\": 6", "\"requestFields\": 7");

        assertThatThrownBy(() -> ImportTable.importing(reference))
                .hasMessage("changed.json: counts: requestFields: 7 stated, 6 found");
    }

    @Test
    void refusesWhatTheSchemaDoesNotAllow() throws Exception {
        Path reference = changed("rpc-reference.json", "\"type\": \"int64\"", "\"type\": \"int128\"");

        assertThatThrownBy(() -> ImportTable.importing(reference))
                .hasMessageContaining("operations.AddServers.response.fields.At.type");
    }

    @Test
    void refusesAFileOfAnotherShape() throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), "{}");

        assertThatThrownBy(() -> ImportTable.importing(file))
                .hasMessage("other.json: neither shape of reference is recognised");
    }

    private Table imported(String reference) throws Exception {
        Path table = folder.resolve("table.json");
        ImportTable.main(new String[] {fixture(reference).toString(), table.toString()});
        return Table.read(table);
    }

    private Path changed(String reference, String text, String replacement) throws Exception {
        String content = Files.readString(fixture(reference));
        assertThat(content).contains(text);
        return Files.writeString(folder.resolve("changed.json"), content.replace(text, replacement));
    }

    private static List<Field> inside(Field array) {
        assertThat(array.items()).isNotNull();
        return array.items().fields();
    }

    private static Path fixture(String name) throws URISyntaxException, IOException {
        return Path.of(ImportTableTest.class.getResource(name).toURI());
    }
}
