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

    /** The middle of what was measured, as one pair: all rounds of one process are one sample of its compiled code. */
    void addMiddleOf(Ratio process) {
        add(median(process.floors()), median(process.sdks()));
    }

    String what() {
        return what + unit;
    }

    Ratio empty() {
        return new Ratio(what, unit, target);
    }

    private List<Double> floors() {
        return pairs.stream().map(pair -> pair[0]).toList();
    }

    private List<Double> sdks() {
        return pairs.stream().map(pair -> pair[1]).toList();
    }

    String row() {
        double[] ratios =
                pairs.stream().mapToDouble(pair -> pair[1] / pair[0]).sorted().toArray();
        int outside = outside(ratios.length);
        double low = ratios[outside];
        double high = ratios[ratios.length - 1 - outside];
        double middle = median(Arrays.stream(ratios).boxed().toList());
        String verdict = high <= target ? "met" : low > target ? "**missed**" : "**unclear**";
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f | %.2f to %.2f | %s | %s |",
                what,
                unit,
                number(median(floors())),
                number(median(sdks())),
                middle,
                low,
                high,
                target == 0 ? "" : "≤ " + target,
                target == 0 ? "" : verdict);
    }

    /** How many pairs at each end are outside the 95 % interval of a median, whatever the distribution: a sign test. */
    private static int outside(int count) {
        double each = Math.pow(0.5, count);
        double tail = each;
        int outside = 0;
        while (tail <= 0.025) {
            outside++;
            each = each * (count - outside + 1) / outside;
            tail += each;
        }
        return Math.max(outside - 1, 0);
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
