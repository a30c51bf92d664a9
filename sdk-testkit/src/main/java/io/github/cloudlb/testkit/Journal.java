package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Answer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happened at a server, in order: what was asked and answered, and what changed by itself. When a test fails that
 * has the server as its extension, the failure shows the {@link #timeline()}.
 */
public final class Journal {
    private static final int MOST = 100_000;

    private final InstantSource clock;
    private final List<Event> events = new ArrayList<>();

    Journal(InstantSource clock) {
        this.clock = clock;
    }

    /** Something that happened at some time. */
    sealed interface Event {
        Instant at();

        String line();
    }

    private record Note(Instant at, String text) implements Event {
        @Override
        public String line() {
            return "- " + text;
        }
    }

    /** Something was made that is told from others by what it is like. */
    record Creation(Instant at, String kind, String id, Object likeness) implements Event {
        @Override
        public String line() {
            return "- " + kind + " " + id + " is made";
        }
    }

    /** What was there is not there any more. */
    record Removal(Instant at, String kind, String id) implements Event {
        @Override
        public String line() {
            return "- " + kind + " " + id + " is gone";
        }
    }

    /** A pool or group has so many members or servers from now on. */
    record Holding(Instant at, String container, int before, int now) implements Event {
        @Override
        public String line() {
            return "- " + container + " has " + now + " instead of " + before;
        }
    }

    /** A line of one's own in the timeline: {@code note("deployment begins")}. */
    public void note(String text) {
        add(new Note(clock.instant(), text));
    }

    /** A resource was made for a client. Not for applications. */
    public void created(String kind, String id, Object likeness) {
        add(new Creation(clock.instant(), kind, id, likeness));
    }

    /** A resource is gone, and with it all that was below. Not for applications. */
    public void gone(String kind, String id) {
        add(new Removal(clock.instant(), kind, id));
    }

    /** The number of members of a pool, or of servers of a group, changed. Not for applications. */
    public void holds(String container, int before, int now) {
        if (before != now) {
            add(new Holding(clock.instant(), container, before, now));
        }
    }

    Exchange begin(RecordedRequest request, boolean write) {
        Exchange exchange = new Exchange(clock.instant(), request, write);
        add(exchange);
        return exchange;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized void clear() {
        events.clear();
    }

    /** All that happened, one line each, with the seconds since the first. */
    public String timeline() {
        List<Event> all = events();
        Function<Event, String> line = event -> String.format(
                Locale.ROOT,
                "%9.3f  %s",
                Duration.between(all.get(0).at(), event.at()).toNanos() / 1e9,
                event.line());
        return all.stream().map(line).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return timeline();
    }

    /** The oldest go when there are too many, so that a server may run for days. */
    private synchronized void add(Event event) {
        if (events.size() == MOST) {
            events.subList(0, MOST / 2).clear();
        }
        events.add(event);
    }

    /** A request and, once there is one, its answer. */
    static final class Exchange implements Event {
        private static final int SHOWN = 160;

        private final Instant at;
        private final RecordedRequest request;
        private final boolean write;
        private volatile String outcome = "not answered yet";
        private volatile int status;

        Exchange(Instant at, RecordedRequest request, boolean write) {
            this.at = at;
            this.request = request;
            this.write = write;
        }

        void end(Answer answer) {
            status = answer.status();
            outcome = answer.told(SHOWN);
        }

        RecordedRequest request() {
            return request;
        }

        boolean isWrite() {
            return write;
        }

        int status() {
            return status;
        }

        @Override
        public Instant at() {
            return at;
        }

        @Override
        public String line() {
            return request + "  " + outcome;
        }
    }
}
