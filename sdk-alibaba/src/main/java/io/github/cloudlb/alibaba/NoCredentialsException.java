package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.http.CallState;

/**
 * Nobody could say who asks, so the request was not sent. Says of each place that was looked at why it gave nothing;
 * {@link AlibabaCredentials#explain()} says the same.
 */
public final class NoCredentialsException extends SdkException {
    private static final long serialVersionUID = 1L;
    private static final Message UNSENT = Message.post();

    private final String reason;

    private NoCredentialsException(Failure failure, String reason) {
        super(failure, "there are no credentials: " + reason);
        this.reason = reason;
    }

    /** An attempt before this one may have done what was asked: the call knows. */
    static NoCredentialsException because(CallState call, String reason) {
        return new NoCredentialsException(call.failure(UNSENT, Applied.NO), reason);
    }

    /** Without the request. */
    public String reason() {
        return reason;
    }
}
