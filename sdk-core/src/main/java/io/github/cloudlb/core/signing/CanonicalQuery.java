package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;

import java.util.Arrays;
import java.util.List;

/** Encoded parameters in a fixed order. */
final class CanonicalQuery {

    private CanonicalQuery() {}

    static void append(StringBuilder out, List<Parameter> query, ParameterOrder order, boolean onlyFirstOfRepeated) {
        Parameter[] sorted = sortedAndNamesEncoded(query, order);
        for (int i = 0; i < sorted.length; i++) {
            if (onlyFirstOfRepeated && i > 0 && sorted[i].name().equals(sorted[i - 1].name())) {
                continue;
            }
            if (i > 0) {
                out.append('&');
            }
            out.append(sorted[i].name()).append('=');
            PercentEncoding.append(out, sorted[i].value());
        }
    }

    private static Parameter[] sortedAndNamesEncoded(List<Parameter> query, ParameterOrder order) {
        Parameter[] parameters = query.toArray(new Parameter[0]);
        if (order == ParameterOrder.RAW) {
            Arrays.sort(parameters, order);
            encodeNames(parameters);
        } else {
            encodeNames(parameters);
            Arrays.sort(parameters, order);
        }
        return parameters;
    }

    private static void encodeNames(Parameter[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            String name = parameters[i].name();
            String encoded = PercentEncoding.encode(name);
            if (!encoded.equals(name)) {
                parameters[i] = new Parameter(encoded, parameters[i].value());
            }
        }
    }
}
