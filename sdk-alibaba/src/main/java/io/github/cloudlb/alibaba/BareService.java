package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.http.Service;

import java.util.Optional;

/** Something that answers whoever reaches it. What it says when it refuses is not shown: it deals in secrets. */
record BareService(Endpoint endpoint, boolean isDirect) implements Service {
    private static final Dialect NONE = () -> "credentials";

    @Override
    public Dialect dialect(CallState call) {
        return NONE;
    }

    @Override
    public Endpoint endpoint(CallState call) {
        return endpoint;
    }

    @Override
    public void identify(Outgoing outgoing, CallState call) {
        // It goes by who reaches it.
    }

    @Override
    public ServiceError explain(Answer answer) {
        Meaning meaning = Meaning.ofStatus(answer.status());
        return new ServiceError(
                meaning, answer.status(), "", "from " + endpoint.authority(), "", "", Optional.empty(), false);
    }
}
