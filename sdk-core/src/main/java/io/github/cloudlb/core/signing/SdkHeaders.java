package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;

import java.util.ArrayList;
import java.util.List;

/** What both forms of SDK-HMAC-SHA256 share. */
final class SdkHeaders {

    static final String ALGORITHM = "SDK-HMAC-SHA256";
    static final String PAYLOAD_HASH = "X-Sdk-Content-Sha256";

    private SdkHeaders() {}

    static List<Parameter> of(AccessKey key, String date) {
        List<Parameter> headers = new ArrayList<>(3);
        headers.add(new Parameter("X-Sdk-Date", date));
        String token = key.securityToken();
        if (token != null) {
            headers.add(new Parameter("X-Security-Token", token));
        }
        return headers;
    }
}
