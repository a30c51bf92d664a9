package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Landscape;
import io.github.cloudlb.testkit.internal.http.Yaml;

import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A server with state that can be built from a file and written down again. */
abstract class StatefulServer<C extends Landscape> extends CloudServer<C> {

    StatefulServer(InstantSource time, int port, BiFunction<InstantSource, Journal, C> newCloud) {
        super(time, port, new CopyOnWriteArrayList<>(), newCloud);
    }

    static StatefulServer<?> of(CloudServer<?> server) {
        if (server instanceof StatefulServer<?> stateful) {
            return stateful;
        }
        throw new IllegalArgumentException("This cloud cannot write down its state, nor read it");
    }

    /**
     * Adds a landscape: what it names exists at once and is ready for use.
     *
     * @param yaml the landscape itself, or the name of a resource beside the test: {@code landscape.yaml}. {@link
     *     #export} shows the form
     * @throws IllegalArgumentException if it cannot be built; says which part and why
     */
    public void seed(String yaml) {
        synchronized (cloud()) {
            cloud().seed(Yaml.read(fixture(yaml)));
        }
    }

    /** All there is now, as YAML that {@link #seed} takes, ids included. */
    public String export() {
        synchronized (cloud()) {
            return Yaml.write(cloud().export());
        }
    }
}
