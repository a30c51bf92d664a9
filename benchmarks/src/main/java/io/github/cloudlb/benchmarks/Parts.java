package io.github.cloudlb.benchmarks;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the JMH benchmarks, each in several forks far apart. Takes the middle of the sampled times: whatever else the
 * computer does disturbs the mean, not the middle.
 */
final class Parts {
    private static final String FLOOR = "Floor";

    private Parts() {}

    static List<Ratio> measured(int rounds, TimeValue time) throws RunnerException {
        Map<String, Ratio> times = new LinkedHashMap<>();
        Map<String, Ratio> bytes = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            Map<String, RunResult> results = new LinkedHashMap<>();
            for (RunResult result : run(time)) {
                results.put(result.getParams().getBenchmark(), result);
            }
            results.forEach((name, result) -> {
                RunResult floor = results.get(name + FLOOR);
                if (floor != null) {
                    String shown = name.replace(Parts.class.getPackageName() + ".", "");
                    times.computeIfAbsent(name, each -> new Ratio(shown, "µs", 0))
                            .add(middle(floor), middle(result));
                    bytes.computeIfAbsent(name, each -> new Ratio(shown, "bytes allocated", 0))
                            .add(allocated(floor), allocated(result));
                }
            });
        }
        List<Ratio> all = new ArrayList<>();
        times.forEach((name, ratio) -> all.addAll(List.of(ratio, bytes.getOrDefault(name, ratio))));
        return all;
    }

    private static Collection<RunResult> run(TimeValue time) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(Parts.class.getPackageName() + "\\.(Signing|Encoding|Decoding)\\.")
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(time)
                .measurementIterations(4)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        return new Runner(options).run();
    }

    private static double middle(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    @SuppressWarnings("rawtypes") // JMH's
    private static double allocated(RunResult result) {
        for (Map.Entry<String, Result> each : result.getSecondaryResults().entrySet()) {
            if (each.getKey().endsWith("gc.alloc.rate.norm")) {
                return each.getValue().getScore();
            }
        }
        throw new IllegalStateException("JMH did not say what is allocated");
    }
}
