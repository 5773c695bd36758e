package whetstone.labelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import whetstone.model.learning.RidgeRegression;

/**
 * How sure the labels so far make one of how to steer somewhere: several ridge regressions from looks to steering, each on another
 * bootstrap sample of the labelled rollouts, and by how much they differ (the variance of an ensemble: Menda et al., EnsembleDAgger,
 * arXiv 1807.08364). It asks what the labels say, not what kind of network learns from them, so it serves every policy.
 */
final class LabelEnsemble {
    static final int FEWEST_LOOKS = 20;
    private static final int MEMBERS = 8;
    private static final double LAMBDA = 1e-2;

    private final List<double[]> members = new ArrayList<>();

    /**
     * @param steering wanted at each look
     * @param blocks which looks belong together, drawn together: the frames of a few seconds are one experience
     */
    LabelEnsemble(List<float[]> looks, List<Float> steering, List<Integer> blocks) {
        if (looks.size() < FEWEST_LOOKS) {
            return;
        }
        Random random = new Random(7);
        for (int member = 0; member < MEMBERS; member++) {
            RidgeRegression ridge = new RidgeRegression(RolloutLooks.size(), 1, 1);
            int block = -1;
            int times = 0;
            for (int i = 0; i < looks.size(); i++) {
                if (blocks.get(i) != block) {
                    block = blocks.get(i);
                    times = poisson(random);
                }
                if (times > 0) {
                    ridge.add(looks.get(i), new float[] {steering.get(i)}, times);
                }
            }
            ridge.solve(LAMBDA).ifPresent(solution -> members.add(solution[0]));
        }
    }

    /** How often one of very many is drawn with replacement: Poisson with mean 1. */
    private static int poisson(Random random) {
        double product = random.nextDouble();
        int count = 0;
        for (double limit = Math.exp(-1); product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    /** Whether there are labels enough to say anything. */
    boolean knows() {
        return members.size() > 1;
    }

    /** Standard deviation of the members' steering at a look. */
    double spread(float[] look) {
        double sum = 0;
        double squares = 0;
        for (double[] member : members) {
            double steer = member[look.length];
            for (int i = 0; i < look.length; i++) {
                steer += member[i] * look[i];
            }
            steer = Math.clamp(steer, -1, 1);
            sum += steer;
            squares += steer * steer;
        }
        double mean = sum / members.size();
        return Math.sqrt(Math.max(0, squares / members.size() - mean * mean));
    }
}
