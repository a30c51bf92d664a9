package io.github.cloudlb.testkit;

/** A way for an answer not to arrive. */
public enum Fault {
    /** The connection is reset before a byte of the answer was sent. */
    RESET,
    /** The connection is closed before a byte of the answer was sent. */
    EMPTY,
    /** A status line of 200, then bytes that are not HTTP, then the end of the connection. */
    GARBAGE
}
