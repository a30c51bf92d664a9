package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Text;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A row of the table.
 *
 * @param token whether a client token makes a repeated request known
 * @param later whether the change goes on after the answer
 * @param lists names of the lists in an answer
 * @param errors by their code in small letters
 * @param anywhere the same for all operations of the service
 */
record Operation(
        String name,
        boolean token,
        boolean dryRun,
        boolean readOnly,
        boolean later,
        List<String> lists,
        List<Field> request,
        List<Field> response,
        Map<String, Code> errors,
        Map<String, Code> anywhere) {

    /** An error as the table has it. */
    record Code(int status, String code) {}

    static Operation of(JsonNode row, Map<String, Code> anywhere) {
        Map<String, Code> errors = new HashMap<>();
        row.path("errors").forEach(error -> {
            Code code =
                    new Code(error.path("status").asInt(), error.path("code").asText());
            errors.put(Text.lower(code.code), code);
        });
        List<Field> response = Field.all(row.path("response").path("fields"));
        return new Operation(
                row.path("name").asText(),
                row.path("clientToken").asBoolean(),
                row.path("dryRun").asBoolean(),
                row.path("readOnly").asBoolean(),
                Field.find(response, "JobId").isPresent() || row.has("poll"),
                response.stream().filter(Field::isList).map(Field::name).toList(),
                Field.all(row.path("request").path("fields")),
                response,
                errors,
                anywhere);
    }

    boolean hasJob() {
        return Field.find(response, "JobId").isPresent();
    }

    /** The first of these codes that the operation has, as it spells it; the last one if it has none. */
    RpcError error(String text, String... codes) {
        for (String code : codes) {
            Code listed = errors.get(Text.lower(code));
            if (listed != null) {
                return new RpcError(listed.status, listed.code, text);
            }
        }
        for (String code : codes) {
            Code template = template(code);
            if (template != null) {
                return new RpcError(template.status, code, text);
            }
        }
        String last = codes[codes.length - 1];
        Code known = anywhere.get(Text.lower(last));
        return known != null
                ? new RpcError(known.status, known.code, text)
                : new RpcError(last.startsWith("ResourceNotFound.") ? 404 : 400, last, text);
    }

    RpcError missing(String path, String field) {
        return error(path + field + " is mandatory for this action.", "MissingParam." + field, "MissingParameter");
    }

    /** With a code of the field's own if the operation has one. */
    RpcError invalid(String path, String field, String why) {
        return error(
                "The specified value of " + path + field + " is invalid: " + why + ".",
                "QuotaExceeded." + field,
                "IllegalParam." + field,
                "IlleagalParam." + field,
                "IllegalParam",
                "InvalidParameter");
    }

    /** {@code ResourceNotFound.%s} stands for any. */
    private @Nullable Code template(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? null : errors.get(code.substring(0, dot).toLowerCase(Locale.ROOT) + ".%s");
    }
}
