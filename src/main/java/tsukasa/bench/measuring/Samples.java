package tsukasa.bench.measuring;

import java.util.Arrays;

/// Measured values. The 95th percentile is a value that was measured, never one in between.
///
/// @param moreIsBetter for a rate, 95 % of the runs were at least as fast as its 95th percentile
record Samples(double[] values, boolean moreIsBetter) {
    Samples {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.clone();
        Arrays.sort(values);
    }

    static Samples of(double... values) {
        return new Samples(values, false);
    }

    static Samples rates(double... values) {
        return new Samples(values, true);
    }

    int runs() {
        return values.length;
    }

    double median() {
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    double p95() {
        int rank = Math.max(1, (int) Math.ceil(values.length * 0.95));
        return moreIsBetter ? values[values.length - rank] : values[rank - 1];
    }
}
