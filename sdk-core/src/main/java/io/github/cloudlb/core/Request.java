package io.github.cloudlb.core;

/**
 * One call of an operation as a value: give it to {@code send} or {@code sendAsync} of a client, as often as needed and
 * from any thread.
 *
 * @param <R> what the service's answer is read as
 */
public interface Request<R> {
    /**
     * What goes out for this request and how its answer is read. Asked once per call, before anything is sent.
     *
     * @throws InvalidInputException if the service would surely refuse it; names the field, the value and what is allowed
     */
    Wire<R> wire(Dialect dialect);
}
