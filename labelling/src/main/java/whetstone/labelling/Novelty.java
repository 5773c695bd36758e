package whetstone.labelling;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a frame is from everything labelled: its distance to the nearest labelled look, against what labelled looks themselves are apart
 * from those of other moments. 0 is no further than nine in ten of these, 1 three times as far.
 */
final class Novelty {
    /** More looks at labelled frames than this say hardly more and take long to compare with. */
    private static final int MOST_LOOKS = 2_000;
    private static final int MOST_COMPARED = 300;
    private static final double QUANTILE = 0.9;

    private final List<float[]> known = new ArrayList<>();
    private final List<Integer> blocks = new ArrayList<>();
    private final double usual;

    /** @param blocks which looks belong to one moment */
    Novelty(List<float[]> labelled, List<Integer> blocks) {
        int stride = Math.max(1, (labelled.size() + MOST_LOOKS - 1) / MOST_LOOKS);
        for (int i = 0; i < labelled.size(); i += stride) {
            known.add(labelled.get(i));
            this.blocks.add(blocks.get(i));
        }
        this.usual = usual();
    }

    private double usual() {
        int stride = Math.max(1, known.size() / MOST_COMPARED);
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < known.size(); i += stride) {
            double nearest = nearest(known.get(i), blocks.get(i));
            if (Double.isFinite(nearest)) {
                distances.add(nearest);
            }
        }
        distances.sort(null);
        return distances.isEmpty() ? 0 : distances.get((int) (QUANTILE * (distances.size() - 1)));
    }

    private double nearest(float[] look, int notIn) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < known.size(); i++) {
            if (blocks.get(i) != notIn) {
                nearest = Math.min(nearest, Likeness.distance(look, known.get(i)));
            }
        }
        return Math.sqrt(nearest);
    }

    /** In [0, 1]; 0 where too little is labelled to tell. */
    double of(float[] look) {
        return usual == 0 ? 0 : Math.clamp((nearest(look, Integer.MIN_VALUE) / usual - 1) / 2, 0, 1);
    }
}
