package io.github.cloudlb.alibaba.walk;

import io.github.cloudlb.core.Request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the generator says it has made: which class is an operation's request, which accessor is a field. */
final class Offered {
    private static final Path LISTS = Path.of("target", "generated-sources");

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> accessors = new HashMap<>();

    /** An operation as Java has it. */
    record Operation(String name, Class<? extends Request<?>> request, String facade, String method) {}

    Offered(String api, String basePackage) {
        lines(api + ".fields.csv")
                .forEach(cells -> accessors
                        .computeIfAbsent(cells[0], name -> new HashMap<>())
                        .put(cells[1], cells[2]));
        lines(api + ".operations.csv").forEach(cells -> {
            String inside = cells[3].substring(0, cells[3].indexOf('.'));
            operations.put(
                    cells[0],
                    new Operation(cells[0], request(basePackage + "." + inside + "." + cells[5]), cells[3], cells[4]));
        });
    }

    List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    Operation operation(String name) {
        return Optional.ofNullable(operations.get(name))
                .orElseThrow(() -> new AssertionError(name + " is not generated"));
    }

    /** How a class calls a field of the wire; empty if it has none. */
    Optional<Method> accessor(Class<?> in, String field) {
        String name = accessors.getOrDefault(in.getCanonicalName(), Map.of()).get(field);
        return Stream.of(in.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Request<?>> request(String name) {
        try {
            return (Class<? extends Request<?>>) Class.forName(name).asSubclass(Request.class);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    /** Wherever below the generated sources the list is. */
    private static List<String[]> lines(String file) {
        try (Stream<Path> files = Files.walk(LISTS)) {
            Path list = files.filter(path -> path.endsWith(file))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + file + " below " + LISTS));
            return Files.readAllLines(list).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
