package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes that an object in a body may have. */
public final class Form {
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();

    public Form(List<Attribute> attributes) {
        attributes.forEach(attribute -> this.attributes.put(attribute.name(), attribute));
    }

    /** Whether an object may have it. */
    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    /**
     * The attributes that were sent, checked.
     *
     * @param where as messages name the object
     */
    public Map<String, Object> read(JsonNode sent, String where) {
        refuseUnknown(sent, where);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute attribute : attributes.values()) {
            JsonNode value = sent.get(attribute.name());
            if (value != null) {
                take(attribute, value, where, values);
            }
        }
        for (Attribute attribute : attributes.values()) {
            if (attribute.required() && values.get(attribute.name()) == null) {
                throw new Refusal(OctaviaErrors.invalid(attribute.name(), "None", "Mandatory field missing."));
            }
        }
        return values;
    }

    private static void take(Attribute attribute, JsonNode value, String where, Map<String, Object> values) {
        if (!value.isNull()) {
            values.put(attribute.name(), converted(attribute, value, where));
        } else if (attribute.whenNull() instanceof Answer refused) {
            throw new Refusal(refused);
        } else if (attribute.whenNull() != Attribute.ABSENT) {
            values.put(attribute.name(), attribute.whenNull());
        }
    }

    private static Object converted(Attribute attribute, JsonNode value, String where) {
        try {
            return attribute.reader().read(value, where + "." + attribute.name());
        } catch (BadValue bad) {
            if (bad.blamesWholeBody()) {
                throw bad;
            }
            throw new Refusal(OctaviaErrors.invalid(attribute.name(), Python.plain(value), bad.message()));
        }
    }

    private void refuseUnknown(JsonNode sent, String where) {
        if (!sent.isObject()) {
            throw new Refusal(OctaviaErrors.fallsOver(sent, "keys"));
        }
        List<String> unknown = new ArrayList<>();
        sent.fieldNames().forEachRemaining(name -> {
            if (!attributes.containsKey(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            throw new Refusal(OctaviaErrors.unknown(where, unknown));
        }
    }
}
