package io.github.cloudlb.core.signing;

/** In what the canonical requests of the schemes differ. */
enum Dialect {
    /** {@link Acs3Signer}. */
    ACS3(ParameterOrder.RAW, false) {
        @Override
        boolean signs(String header) {
            return header.startsWith("x-acs-") || header.equals("host") || header.equals("content-type");
        }
    },
    /** {@link SdkSigner}. */
    SDK(ParameterOrder.ENCODED, true) {
        @Override
        boolean signs(String header) {
            return !header.equals("content-type") && !header.equals("authorization") && header.indexOf('_') < 0;
        }
    },
    /** {@link ScopedSdkSigner}. */
    SCOPED_SDK(ParameterOrder.ENCODED_ANY_CASE, true) {
        @Override
        boolean signs(String header) {
            return switch (header) {
                case "authorization", "x-project-id", "x-domain-id", "x-security-token" -> false;
                default -> true;
            };
        }

        @Override
        String headerValue(String value) {
            return Blanks.collapse(value);
        }

        @Override
        boolean signsQueryAsPayload(SigningRequest request) {
            return request.body() == null && request.method().equals("POST");
        }

        @Override
        boolean signsFirstOfRepeated() {
            return true;
        }
    };

    private final ParameterOrder queryOrder;
    private final boolean pathEndsWithSlash;

    Dialect(ParameterOrder queryOrder, boolean pathEndsWithSlash) {
        this.queryOrder = queryOrder;
        this.pathEndsWithSlash = pathEndsWithSlash;
    }

    /** How the names of the query are sorted. */
    ParameterOrder queryOrder() {
        return queryOrder;
    }

    /** Whether the canonical path ends with a slash even if the path that is sent does not. */
    boolean pathEndsWithSlash() {
        return pathEndsWithSlash;
    }

    /** Whether a header is part of what is signed; its name is in lower case. */
    abstract boolean signs(String header);

    /** HTTP drops blanks at the ends, so they cannot be signed. */
    String headerValue(String value) {
        return value.trim();
    }

    /** Whether the canonical query is empty because the query stands in for the missing body. */
    boolean signsQueryAsPayload(SigningRequest request) {
        return false;
    }

    /** Whether of a repeated name in the query only the first value is signed. */
    boolean signsFirstOfRepeated() {
        return false;
    }
}
