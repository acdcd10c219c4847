package org.clubpost.local.timing;

import java.util.Arrays;

/**
 * How well one can tell two kinds of requests apart by their times: the probability that one of the second kind took
 * longer than one of the first. 0.5 is a guess; 0 and 1 are certainty.
 *
 * @param area the probability
 * @param error its standard error (J. A. Hanley and B. J. McNeil, "The meaning and use of the area under a receiver
 *         operating characteristic (ROC) curve", Radiology 143, 1982)
 */
record Auc(double area, double error) {

    private static final double IN_95_OF_100 = 1.96;

    /** Of these times; equal ones count half. */
    static Auc of(long[] first, long[] second) {
        var sorted = first.clone();
        Arrays.sort(sorted);
        var sum = 0.0;
        for (var time : second) {
            var below = below(sorted, time);
            sum += below + (below(sorted, time + 1) - below) / 2.0;
        }
        double n = first.length;
        double m = second.length;
        var area = sum / n / m;
        var one = area / (2 - area);
        var two = 2 * area * area / (1 + area);
        var square = area * area;
        return new Auc(area, Math.sqrt(
                (area * (1 - area) + (m - 1) * (one - square) + (n - 1) * (two - square)) / n / m));
    }

    private static int below(long[] sorted, long time) {
        var from = 0;
        var to = sorted.length;
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (sorted[middle] < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    double low() {
        return area - IN_95_OF_100 * error;
    }

    double high() {
        return area + IN_95_OF_100 * error;
    }
}
