package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Parameters with dotted names, {@code Servers.1.ServerId}, from the query and from a form. */
public final class AlbParameters {
    private final String path;
    private final Map<String, String> values;

    private AlbParameters(String path, Map<String, String> values) {
        this.path = path;
        this.values = values;
    }

    public static AlbParameters of(RecordedRequest request) {
        Map<String, String> values = new TreeMap<>();
        request.parameters().forEach((name, all) -> values.put(name, all.get(0)));
        if (request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            Text.parameters(request.body()).forEach((name, all) -> values.put(name, all.get(0)));
        }
        return new AlbParameters("", values);
    }

    /** All of them by name, in the order of names, but without these. */
    public Map<String, String> without(String... names) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeAll(List.of(names));
        return rest;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String required(String name) {
        return text(name).filter(value -> !value.isEmpty()).orElseThrow(() -> AlbRefusal.missing(path + name));
    }

    public boolean isTrue(String name) {
        return text(name).orElse("false").equals("true");
    }

    public Optional<Integer> number(String name, int min, int max) {
        return text(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException noNumber) {
                // refused below
            }
            throw AlbRefusal.invalid(path + name, "not " + min + " to " + max);
        });
    }

    /** Values of {@code Name.1}, {@code Name.2}, ... */
    public List<String> list(String name, int most) {
        return counted(
                objects(name, most).stream().map(one -> one.text("").orElse("")).toList(), name, most);
    }

    /** Objects of {@code Name.1.Field}, {@code Name.2.Field}, ... */
    public List<AlbParameters> objects(String name, int most) {
        TreeMap<Integer, AlbParameters> found = new TreeMap<>();
        values.forEach((key, value) -> {
            String[] parts = key.startsWith(name + ".")
                    ? key.substring(name.length() + 1).split("\\.", 2)
                    : new String[0];
            if (parts.length > 0 && parts[0].matches("\\d{1,6}")) {
                found.computeIfAbsent(
                                Integer.valueOf(parts[0]),
                                at -> new AlbParameters(path + name + "." + at + ".", new TreeMap<>()))
                        .values
                        .put(parts.length > 1 ? parts[1] : "", value);
            }
        });
        return counted(new ArrayList<>(found.values()), name, most);
    }

    public List<AlbParameters> requiredObjects(String name, int most) {
        List<AlbParameters> found = objects(name, most);
        if (found.isEmpty()) {
            throw AlbRefusal.missing(path + name);
        }
        return found;
    }

    /** {@code Name.Field} as a nested object of typed values; empty if there is none. */
    public Map<String, Object> object(String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + ".")) {
                String field = key.substring(name.length() + 1);
                if (field.matches("\\w+\\.\\d+")) {
                    String listName = field.substring(0, field.indexOf('.'));
                    object.put(listName, list(name + "." + listName, Integer.MAX_VALUE));
                } else {
                    object.put(field, typed(field, value));
                }
            }
        });
        return object;
    }

    /** Flags and numbers of the answers are JSON's own, and their names tell which they are. */
    public static Object typed(String field, String value) {
        if (field.endsWith("Enabled")) {
            return Boolean.valueOf(value);
        }
        boolean number =
                field.matches(".*(Port|Timeout|Interval|Threshold|Duration|Weight)") && value.matches("\\d{1,9}");
        return number ? Integer.valueOf(value) : value;
    }

    private <T> List<T> counted(List<T> found, String name, int most) {
        if (found.size() > most) {
            throw AlbRefusal.invalid(path + name, found.size() + " are more than " + most);
        }
        return found;
    }
}
