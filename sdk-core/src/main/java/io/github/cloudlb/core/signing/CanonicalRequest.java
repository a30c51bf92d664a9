package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request in the one form that client and service both arrive at: method, path, query, headers, names of the headers
 * and hash of the body. A header line ends with its own line feed, hence the blank line after the headers.
 */
record CanonicalRequest(String text, String signedHeaders) {

    /** Takes the headers that the signer adds before those of the same name that the request has. */
    static CanonicalRequest of(Dialect dialect, SigningRequest request, List<Parameter> added, String payloadHash) {
        List<Parameter> headers = signed(dialect, request, added);
        String names = names(headers);
        StringBuilder out = new StringBuilder(1024).append(request.method()).append('\n');
        appendPath(out, request.path(), dialect.pathEndsWithSlash());
        out.append('\n');
        if (!dialect.signsQueryAsPayload(request)) {
            CanonicalQuery.append(out, request.query(), dialect.queryOrder(), dialect.signsFirstOfRepeated());
        }
        out.append('\n');
        appendLines(out, headers);
        out.append('\n').append(names).append('\n').append(payloadHash);
        return new CanonicalRequest(out.toString(), names);
    }

    private static void appendPath(StringBuilder out, String path, boolean endsWithSlash) {
        if (!path.startsWith("/")) {
            out.append('/');
        }
        PercentEncoding.appendPath(out, path);
        if (endsWithSlash && out.charAt(out.length() - 1) != '/') {
            out.append('/');
        }
    }

    private static List<Parameter> signed(Dialect dialect, SigningRequest request, List<Parameter> added) {
        List<Parameter> signed = new ArrayList<>(request.headers().size() + added.size() + 1);
        for (Parameter header : added) {
            addIfSigned(signed, dialect, header, false);
        }
        int own = signed.size();
        for (Parameter header : request.headers()) {
            addIfSigned(signed, dialect, header, isIn(added, header.name()));
        }
        if (!isIn(signed.subList(own, signed.size()), "host")) {
            signed.add(new Parameter("host", request.host()));
        }
        signed.sort(ParameterOrder.RAW);
        return signed;
    }

    private static void addIfSigned(List<Parameter> signed, Dialect dialect, Parameter header, boolean replaced) {
        String name = header.name().toLowerCase(Locale.ROOT);
        if (!replaced && dialect.signs(name)) {
            signed.add(new Parameter(name, dialect.headerValue(header.value())));
        }
    }

    private static boolean isIn(List<Parameter> headers, String name) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static String names(List<Parameter> headers) {
        StringBuilder out = new StringBuilder(128);
        for (int i = 0; i < headers.size(); i++) {
            if (!repeatsName(headers, i)) {
                out.append(i == 0 ? "" : ";").append(headers.get(i).name());
            }
        }
        return out.toString();
    }

    /** The values of a repeated header are one, joined with commas: RFC 9110, 5.2. */
    private static void appendLines(StringBuilder out, List<Parameter> headers) {
        for (int i = 0; i < headers.size(); i++) {
            Parameter header = headers.get(i);
            if (repeatsName(headers, i)) {
                out.setCharAt(out.length() - 1, ',');
            } else {
                out.append(header.name()).append(':');
            }
            out.append(header.value()).append('\n');
        }
    }

    private static boolean repeatsName(List<Parameter> headers, int i) {
        return i > 0 && headers.get(i).name().equals(headers.get(i - 1).name());
    }
}
