package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.job.JobWatcher;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of more things than one call takes. All parts are checked before the first is sent; each has one client token
 * for all its attempts.
 *
 * @param <T> the things
 * @param <R> the request for some of them
 * @param <A> the answer to it
 */
public final class Split<T, R extends Request<A>, A> {
    private static final Pattern FIRST_INDEX = Pattern.compile("^\\w+\\[(\\d+)]");

    final Caller caller;
    final JobWatcher jobs;
    final String of;
    private final Function<List<T>, R> request;
    private int perCall = Integer.MAX_VALUE;
    boolean dryRun;
    private String refusedAsSettled = "";

    @Nullable
    Function<Caller, Predicate<T>> asWanted;

    Failing<T> failing = PartialChangeException::new;

    private Split(Caller caller, JobWatcher jobs, String of, Function<List<T>, R> request) {
        this.caller = caller;
        this.jobs = jobs;
        this.of = of;
        this.request = request;
    }

    /** One that is not split; {@code of} is what the things belong to, as exceptions tell it. */
    public static <T, R extends Request<A>, A> Split<T, R, A> of(
            Caller caller, JobWatcher jobs, String of, Function<List<T>, R> request) {
        return new Split<>(caller, jobs, of, request);
    }

    /** Into calls of so many things at most. */
    public Split<T, R, A> perCall(int most) {
        this.perCall = most;
        return this;
    }

    public Split<T, R, A> dryRun(boolean only) {
        this.dryRun = only;
        return this;
    }

    /**
     * Reads back which things are as wanted. The service refuses a whole call with this code if one of its things is so
     * already; those are then left out.
     */
    public Split<T, R, A> unless(String code, Function<Caller, Predicate<T>> asWanted) {
        this.refusedAsSettled = code;
        this.asWanted = asWanted;
        return this;
    }

    /** With an exception of its own. */
    public Split<T, R, A> failing(Failing<T> exception) {
        this.failing = exception;
        return this;
    }

    /** Sends it; things that are equal are one. */
    public Sent<T, R, A> send(List<T> things) {
        check(things);
        List<T> left = new ArrayList<>(new LinkedHashSet<>(things));
        Sent<T, R, A> sent = new Sent<>(this);
        while (!left.isEmpty()) {
            List<T> some = List.copyOf(left.subList(0, Math.min(perCall, left.size())));
            R call = request.apply(some);
            try {
                sent.accepted(call, some, WhileOpen.get(of, () -> caller.send(call)));
                left.subList(0, some.size()).clear();
            } catch (SdkException failure) {
                List<T> settledNow = isSettled(failure) ? sent.readBack(left) : List.of();
                if (settledNow.stream().noneMatch(some::contains)) {
                    throw sent.isUntouchedBy(failure) ? failure : sent.explained(failure, some, left);
                }
                // What is left goes out as a new call, with a new token: to the service it is another request.
                sent.settled(settledNow);
                left.removeAll(settledNow);
            }
        }
        return sent;
    }

    /** At least one call, so that an empty list is refused like any other. */
    private void check(List<T> things) {
        int from = 0;
        do {
            List<T> some = things.subList(from, from + Math.min(perCall, things.size() - from));
            try {
                caller.check(request.apply(some));
            } catch (InvalidInputException refused) {
                throw from == 0 ? refused : countedFrom(from, refused);
            }
            from += some.size();
        } while (from < things.size());
    }

    /** With the index in the caller's list, where the call's own would mislead. */
    private static InvalidInputException countedFrom(int from, InvalidInputException refused) {
        Matcher index = FIRST_INDEX.matcher(refused.field());
        String field = index.replaceFirst(found -> found.group()
                .replace("[" + found.group(1) + "]", "[" + (from + Integer.parseInt(found.group(1))) + "]"));
        return new InvalidInputException(field, refused.value(), refused.allowed());
    }

    private boolean isSettled(SdkException failure) {
        return asWanted != null
                && !dryRun
                && failure instanceof ServiceException refused
                && refused.code().equals(refusedAsSettled);
    }

    /** Makes the exception that tells what became of each thing. */
    @FunctionalInterface
    public interface Failing<T> {
        PartialChangeException of(String of, List<T> done, List<T> notDone, List<T> unknown, SdkException cause);
    }
}
