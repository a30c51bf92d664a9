package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Outgoing;

/** What goes with an attempt to say who it comes from: a token, a signature, or nothing. */
interface Proof {
    Proof NONE = (outgoing, call) -> {};

    void addTo(Outgoing outgoing, CallState call);

    /** Asked when it was refused; true if the next attempt goes out with another. */
    default boolean renew(CallState call) {
        return false;
    }

    /** Told of each error answer, which may say why a proof was refused. */
    default void refusedWith(Answer answer) {}
}
