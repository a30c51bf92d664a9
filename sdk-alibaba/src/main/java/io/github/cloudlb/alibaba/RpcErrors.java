package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.http.RetryAfter;

import java.time.Duration;
import java.util.Optional;

/** Reads the error answers of an API. */
record RpcErrors(RpcApi api, Time time) {
    ServiceError explain(Answer answer) {
        Envelope said = Envelope.of(answer, api);
        Optional<Duration> retryAfter = RetryAfter.of(answer, time);
        ServiceError error = api.errors()
                .judge("", answer.status(), said.code(), said.text(), said.requestId(), answer.text(), retryAfter);
        return isThrottling(answer, retryAfter) ? throttled(error) : error;
    }

    /**
     * Any error that says how many milliseconds to wait is throttling, whatever its code.
     *
     * @see <a href="https://github.com/aliyun/darabonba-openapi">the vendor's own client, July 2026</a>
     */
    private static boolean isThrottling(Answer answer, Optional<Duration> retryAfter) {
        return answer.status() >= 400
                && answer.header("x-acs-retry-after").isPresent()
                && retryAfter.filter(Duration::isZero).isEmpty()
                && retryAfter.isPresent();
    }

    private static ServiceError throttled(ServiceError error) {
        return new ServiceError(
                Meaning.THROTTLED,
                error.status(),
                error.code(),
                error.text(),
                error.requestId(),
                error.rawText(),
                error.retryAfter(),
                true);
    }
}
