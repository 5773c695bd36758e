package whetstone.app.data;

import java.util.Arrays;

/**
 * How often each steering command occurs, in bins of equal width over [-1, 1]: what the learner did beside what the experts want.
 * Both are drawn as shares of their own total, so that few labels can be compared with many frames. Immutable.
 */
final class ActionHistogram {
    static final int BINS = 21;
    static final ActionHistogram EMPTY = new ActionHistogram(new int[BINS], new int[BINS]);

    private final int[] learner;
    private final int[] labels;

    private ActionHistogram(int[] learner, int[] labels) {
        this.learner = learner;
        this.labels = labels;
    }

    /** The bin of a command; commands outside [-1, 1] count in the outermost bins. */
    static int bin(double steer) {
        return Math.clamp((int) Math.floor((steer + 1) / 2 * BINS), 0, BINS - 1);
    }

    int learnerCount() {
        return Arrays.stream(learner).sum();
    }

    int labelCount() {
        return Arrays.stream(labels).sum();
    }

    int learnerCount(int bin) {
        return learner[bin];
    }

    int labelCount(int bin) {
        return labels[bin];
    }

    /** Share of a bin in all of the learner's commands, 0 to 1. */
    double learnerShare(int bin) {
        return share(learner, bin);
    }

    /** Share of a bin in all labels, 0 to 1. */
    double labelShare(int bin) {
        return share(labels, bin);
    }

    /** The largest share of any bin, for the height of the plot; 0 where there is nothing. */
    double largestShare() {
        double largest = 0;
        for (int bin = 0; bin < BINS; bin++) {
            largest = Math.max(largest, Math.max(learnerShare(bin), labelShare(bin)));
        }
        return largest;
    }

    private static double share(int[] counts, int bin) {
        int total = Arrays.stream(counts).sum();
        return total == 0 ? 0 : counts[bin] / (double) total;
    }

    /** Counts commands one by one; for one thread. */
    static final class Counter {
        private final int[] learner = new int[BINS];
        private final int[] labels = new int[BINS];

        void learner(double steer) {
            learner[bin(steer)]++;
        }

        void label(double steer) {
            labels[bin(steer)]++;
        }

        ActionHistogram histogram() {
            return new ActionHistogram(learner.clone(), labels.clone());
        }
    }
}
