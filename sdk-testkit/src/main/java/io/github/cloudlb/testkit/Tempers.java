package io.github.cloudlb.testkit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tempers by name: those of {@link Script}, for calls of one's choice, and those of a cloud as a whole. */
final class Tempers {
    private static final Map<String, Function<Wish, Consumer<Script>>> OF_SCRIPTS = ofScripts();

    private final CloudServer<?> server;
    private final Map<String, Function<Wish, Runnable>> ofCloud;

    Tempers(CloudServer<?> server, Map<String, Function<Wish, Runnable>> ofThisCloud) {
        this.server = server;
        this.ofCloud = new LinkedHashMap<>(ofThisCloud);
        ofCloud.put("clockSkew", wish -> {
            Duration ahead = wish.duration("ahead");
            return () -> server.clockSkew(ahead);
        });
    }

    /** Nothing has happened if this complains. */
    void add(Wish wish) {
        String name = wish.text("temper");
        Function<Wish, Runnable> temper = ofCloud.get(name);
        Runnable action = temper == null ? scripted(name, wish) : temper.apply(wish);
        wish.complete();
        action.run();
    }

    private Runnable scripted(String name, Wish wish) {
        Function<Wish, Consumer<Script>> temper = OF_SCRIPTS.get(name);
        if (temper == null) {
            TreeSet<String> names = new TreeSet<>(OF_SCRIPTS.keySet());
            names.addAll(ofCloud.keySet());
            throw new IllegalArgumentException("There is no temper " + name + "; there are " + names);
        }
        boolean any = wish.flag("any");
        boolean anyWrite = !any && wish.flag("anyWrite");
        String call = any || anyWrite ? "" : wish.text("on");
        String about = wish.text("about", "");
        int at = wish.number("at", 1);
        Duration delay = wish.duration("after", Duration.ZERO);
        boolean always = wish.flag("always");
        Consumer<Script> step = temper.apply(wish);
        return () -> {
            Script script = any ? server.onAny() : anyWrite ? server.onAnyWrite() : server.on(call);
            step.accept(script.about(about).at(at));
            if (!delay.isZero()) {
                script.after(delay);
            }
            if (always) {
                script.always();
            }
        };
    }

    private static Map<String, Function<Wish, Consumer<Script>>> ofScripts() {
        Map<String, Function<Wish, Consumer<Script>>> tempers = new LinkedHashMap<>();
        tempers.put("passes", wish -> Script::passes);
        tempers.put("dropBeforeCommit", wish -> Script::dropBeforeCommit);
        tempers.put("dropAfterCommit", wish -> Script::dropAfterCommit);
        tempers.put("hang", wish -> Script::hang);
        tempers.put("unknownField", wish -> Script::unknownField);
        tempers.put("unknownEnum", wish -> Script::unknownEnum);
        tempers.put("fault", wish -> {
            Fault fault = fault(wish);
            return script -> script.fault(fault);
        });
        tempers.put("loses", wish -> {
            Fault fault = fault(wish);
            return script -> script.loses(fault);
        });
        tempers.put("cutAfterBytes", wish -> {
            int bytes = wish.number("bytes");
            return script -> script.cutAfterBytes(bytes);
        });
        tempers.put("slow", wish -> {
            Duration duration = wish.duration("duration");
            return script -> script.slow(duration);
        });
        tempers.put("htmlBadGateway", wish -> {
            int times = wish.number("times", 1);
            return script -> script.htmlBadGateway(times);
        });
        tempers.put("serverError", wish -> {
            int times = wish.number("times", 1);
            return script -> script.serverError(times);
        });
        tempers.put("throttle", wish -> {
            int times = wish.number("times", 1);
            Duration retryAfter = wish.duration("retryAfter", Duration.ZERO);
            return script -> script.throttle(times, retryAfter);
        });
        tempers.put("answers", wish -> {
            int status = wish.status("status");
            String body = wish.text("body", "");
            return body.isEmpty() ? script -> script.answers(status) : script -> script.answers(status, body);
        });
        return tempers;
    }

    private static Fault fault(Wish wish) {
        String name = wish.text("fault");
        for (Fault fault : Fault.values()) {
            if (fault.name().equals(name.toUpperCase(Locale.ROOT))) {
                return fault;
            }
        }
        throw new IllegalArgumentException("There is no fault " + name);
    }
}
