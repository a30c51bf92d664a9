package io.github.cloudlb.benchmarks;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The same thing with and without the SDK, measured in pairs; the middle of the pairs' ratios counts. */
final class Ratio implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String unit;
    private final double target;
    private final ArrayList<double[]> pairs = new ArrayList<>();

    /**
     * Begins a comparison.
     *
     * @param target the greatest ratio wanted; 0 for none
     */
    Ratio(String what, String unit, double target) {
        this.what = what;
        this.unit = unit;
        this.target = target;
    }

    void add(double floor, double sdk) {
        pairs.add(new double[] {floor, sdk});
    }

    double middle() {
        return median(pairs.stream().map(pair -> pair[1] / pair[0]).toList());
    }

    String row() {
        double ratio = middle();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f | %s | %s |",
                what,
                unit,
                number(median(pairs.stream().map(pair -> pair[0]).toList())),
                number(median(pairs.stream().map(pair -> pair[1]).toList())),
                ratio,
                target == 0 ? "" : "≤ " + target,
                target == 0 ? "" : ratio <= target ? "met" : "**missed**");
    }

    String raw() {
        StringBuilder text = new StringBuilder(what).append(", ").append(unit).append(" (floor/SDK):");
        for (double[] pair : pairs) {
            text.append(' ').append(number(pair[0])).append('/').append(number(pair[1]));
        }
        return text.toString();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
