package io.github.cloudlb.core.signing;

/**
 * What was signed, for finding out why a service refuses a signature. Holds no secret: a security token in the canonical
 * request reads {@code REDACTED}, so with a temporary key its hash is not the one in the string to sign.
 *
 * <p>Alibaba Cloud ends its refusal with its own string to sign. If that equals ours the secret is wrong; if not, the
 * canonical requests differ: something changed the request after it was signed, or signed it in another way.
 */
public record SigningTrace(String canonicalRequest, String stringToSign) {

    static final String REDACTED = "REDACTED";

    /** Hides the values of headers named like {@code x-security-token}. Only header lines have a bare colon. */
    static SigningTrace of(String canonicalRequest, String stringToSign) {
        StringBuilder out = new StringBuilder(canonicalRequest.length());
        int start = 0;
        while (start < canonicalRequest.length()) {
            int lineFeed = canonicalRequest.indexOf('\n', start);
            int end = lineFeed < 0 ? canonicalRequest.length() : lineFeed;
            appendLine(out, canonicalRequest.substring(start, end));
            if (lineFeed >= 0) {
                out.append('\n');
            }
            start = end + 1;
        }
        return new SigningTrace(out.toString(), stringToSign);
    }

    private static void appendLine(StringBuilder out, String line) {
        int colon = line.indexOf(':');
        if (colon >= 0 && line.startsWith("-token", colon - "-token".length())) {
            out.append(line, 0, colon + 1).append(REDACTED);
        } else {
            out.append(line);
        }
    }
}
