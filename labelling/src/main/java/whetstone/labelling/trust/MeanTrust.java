package whetstone.labelling.trust;

import java.util.HashMap;
import java.util.Map;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutSummary;

/** The trust in the labels of whole rollouts. */
public final class MeanTrust {
    private MeanTrust() {}

    /** The mean over the labelled ticks of every rollout that has any and is not deleted, by its id. Reads all their labels. Any thread. */
    public static Map<Long, Double> of(Dataset dataset) {
        TrustEvidence evidence = TrustEvidence.of(dataset);
        Map<Long, Double> means = new HashMap<>();
        for (RolloutSummary summary : dataset.rollouts()) {
            if (!summary.deleted() && summary.labelled() > 0) {
                double mean = mean(Trust.of(summary.id(), dataset.track(summary.id()), summary.info().environment().ticksPerSecond(), evidence));
                if (!Double.isNaN(mean)) {
                    means.put(summary.id(), mean);
                }
            }
        }
        return means;
    }

    private static double mean(float[] trust) {
        double sum = 0;
        int labelled = 0;
        for (float one : trust) {
            if (!Float.isNaN(one)) {
                sum += one;
                labelled++;
            }
        }
        return labelled == 0 ? Double.NaN : sum / labelled;
    }
}
