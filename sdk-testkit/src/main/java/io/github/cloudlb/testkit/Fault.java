package io.github.cloudlb.testkit;

/** A way for an answer not to arrive. */
public enum Fault {
    /** The connection is reset before a byte of the answer was sent. */
    RESET(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER),
    /** The connection is closed before a byte of the answer was sent. */
    EMPTY(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE),
    /** A status line of 200, then bytes that are not HTTP, then the end of the connection. */
    GARBAGE(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK);

    private final com.github.tomakehurst.wiremock.http.Fault onTheWire;

    Fault(com.github.tomakehurst.wiremock.http.Fault onTheWire) {
        this.onTheWire = onTheWire;
    }

    com.github.tomakehurst.wiremock.http.Fault onTheWire() {
        return onTheWire;
    }
}
