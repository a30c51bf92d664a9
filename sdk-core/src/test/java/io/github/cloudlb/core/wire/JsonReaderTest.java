package io.github.cloudlb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JsonReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"80", "\"80\"", "80.0", "8e1"})
    void takesANumberHoweverItIsWritten(String json) {
        assertThat(value(json, JsonReader::integer)).isEqualTo(80);
        assertThat(value(json, JsonReader::longInteger)).isEqualTo(80L);
        assertThat(value(json, JsonReader::number)).isEqualTo(80.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "\"9007199254740993\""})
    void keepsAllDigitsOfALongInteger(String json) {
        assertThat(value(json, JsonReader::longInteger)).isEqualTo(9_007_199_254_740_993L);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "'\"True\"',true", "'\"on\"',true", "false,false", "'\"off\"',false"})
    void takesABooleanHoweverItIsWritten(String json, boolean meant) {
        assertThat(value(json, JsonReader::bool)).isEqualTo(meant);
    }

    @Test
    void takesAnEmptyTextForNothingWhereItCanBeNoValue() {
        assertThat(value("\"\"", JsonReader::integer)).isNull();
        assertThat(value("\"\"", JsonReader::longInteger)).isNull();
        assertThat(value("\"\"", JsonReader::number)).isNull();
        assertThat(value("\"\"", JsonReader::bool)).isNull();
        assertThat(value("\"\"", JsonReader::filled)).isNull();
        assertThat(value("null", JsonReader::filled)).isNull();
        assertThat(value("\"a\"", JsonReader::filled)).isEqualTo("a");
        assertThat(value("\"\"", JsonReader::text)).isEqualTo("");
    }

    @Test
    void takesAnyScalarAsText() {
        assertThat(value("\"p-1\"", JsonReader::text)).isEqualTo("p-1");
        assertThat(value("17", JsonReader::text)).isEqualTo("17");
        assertThat(value("true", JsonReader::text)).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"\"a,b\" | a;b", "\" a , b,\" | a;b", "\"a\" | a", "\"\" | -", "\",\" | -", "null | -"})
    void takesATextWithCommasApart(String json, @Nullable String parts) {
        assertThat(value(json, JsonReader::commas))
                .isEqualTo(parts == null ? List.of() : List.of(parts.split(";", -1)));
    }

    @Test
    void readsNullAsNothing() {
        assertThat(value("null", JsonReader::text)).isNull();
        assertThat(value("null", JsonReader::integer)).isNull();
        assertThat(value("null", JsonReader::bool)).isNull();
        assertThat(value("null", in -> in.textOr("none"))).isEqualTo("none");
        assertThat(value("null", JsonReader::texts)).isEqualTo(List.of());
        assertThat(value("null", JsonReader::map)).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"many\"", "{}", "[]", "1.5", "2147483648", "true", "\"NaN\"", "1e300"})
    void refusesWhatCannotBeAnInteger(String json) {
        assertThatThrownBy(() -> value(json, JsonReader::integer))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageStartingWith("/field is not a 32-bit integer, but ");
    }

    @Test
    void handsOnATextThatIsNoNumber() {
        List<String> others = new ArrayList<>();

        assertThat(value("\"443\"", in -> in.integerOr(others::add))).isEqualTo(443);
        assertThat(value("null", in -> in.integerOr(others::add))).isNull();
        assertThat(others).isEmpty();
        assertThat(value("\"${port}\"", in -> in.integerOr(others::add))).isNull();
        assertThat(value("4294967296", in -> in.integerOr(others::add))).isNull();
        assertThat(others).containsExactly("${port}", "4294967296");
    }

    @Test
    void saysWhereTheWrongValueIs() {
        assertThatThrownBy(() -> value("[{\"weight\":1},{\"weight\":\"x\"}]", in -> in.list(JsonReaderTest::weight)))
                .hasMessage("/field/1/weight is not a 32-bit integer, but VALUE_STRING");
    }

    @Test
    void refusesATextThatIsNoObject() {
        assertThatThrownBy(() -> JsonReader.read(answer("[1]"), () -> "otc", JsonReader::map))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessage("it is not an object, but START_ARRAY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"field\":", "{\"field\":{\"a\":1}", "{\"field\":[1", "{\"field\":\"ab"})
    void refusesATextCutShort(String json) {
        assertThatThrownBy(() -> JsonReader.read(answer(json), () -> "otc", JsonReader::map))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void findsTheOneFieldThatMatters() {
        String json = "{\"links\":[{\"a\":[1]}],\"member\":{\"weight\":7},\"new\":{\"x\":{}}}";

        assertThat(JsonReader.readField(answer(json), () -> "otc", "member", JsonReaderTest::weight))
                .containsExactly(7);
        assertThatThrownBy(() -> JsonReader.readField(answer(json), () -> "otc", "pool", JsonReaderTest::weight))
                .hasMessage("there is no \"pool\" in it");
    }

    @Test
    void keepsWhatItDoesNotKnowAsJson() {
        Map<String, String> rest = new LinkedHashMap<>();

        value("{\"a\":{\"b\":[1,null]},\"c\":\"x\",\"d\":null}", in -> {
            while (in.nextField() != null) {
                in.into(rest);
            }
            return rest;
        });

        assertThat(rest).containsExactly(Map.entry("a", "{\"b\":[1,null]}"), Map.entry("c", "x"));
    }

    @Test
    void readsIdsOutOfObjects() {
        assertThat(value("[{\"id\":\"l-1\"},{\"name\":\"x\",\"id\":\"l-2\"}]", JsonReader::ids))
                .isEqualTo(List.of("l-1", "l-2"));
        assertThatThrownBy(() -> value("[{\"name\":\"x\"}]", JsonReader::ids))
                .hasMessage("a listed object has no \"id\"");
        assertThat(value("[{\"RuleId\":\"r-1\"}]", in -> in.ids("RuleId"))).isEqualTo(List.of("r-1"));
    }

    @Test
    void knowsWhetherThereIsANextPage() {
        assertThat(value("[{\"rel\":\"previous\"},{\"rel\":\"next\",\"href\":\"u\"}]", JsonReader::hasNextLink))
                .isEqualTo(true);
        assertThat(value("[{\"rel\":\"previous\",\"href\":\"u\"}]", JsonReader::hasNextLink))
                .isEqualTo(false);
        assertThat(value("null", JsonReader::hasNextLink)).isEqualTo(false);
    }

    @Test
    void knowsWhoseAnswerItIs() {
        assertThat(value("1", in -> in.isIn("otc"))).isEqualTo(true);
        assertThat(value("1", in -> in.isIn("octavia"))).isEqualTo(false);
    }

    private static List<Integer> weight(JsonReader in) {
        List<Integer> weights = new ArrayList<>();
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            Integer weight = in.integer();
            if (weight != null) {
                weights.add(weight);
            }
        }
        return weights;
    }

    /** What a reader makes of one value in an object. */
    private static @Nullable Object value(String json, Look look) {
        return JsonReader.read(answer("{\"field\":" + json + "}"), () -> "otc", in -> {
                    in.nextField();
                    return Optional.ofNullable(look.at(in));
                })
                .orElse(null);
    }

    private interface Look {
        @Nullable
        Object at(JsonReader in);
    }

    private static Answer answer(String json) {
        return new Answer(200, List.of(), json.getBytes(StandardCharsets.UTF_8));
    }
}
