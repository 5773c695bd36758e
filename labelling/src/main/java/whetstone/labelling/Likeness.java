package whetstone.labelling;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How alike two looks are: by the mean square of their differences, against what two looks of this dataset usually differ by. 1 is the same
 * picture, 0 as different as any two.
 */
final class Likeness {
    private static final int PAIRS = 500;

    private final double usual;

    /** @param looks of the whole dataset */
    Likeness(List<float[]> looks) {
        Random random = new Random(1);
        double[] distances = new double[looks.size() < 2 ? 0 : PAIRS];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = distance(looks.get(random.nextInt(looks.size())), looks.get(random.nextInt(looks.size())));
        }
        Arrays.sort(distances);
        this.usual = distances.length == 0 || distances[PAIRS / 2] == 0 ? 1 : distances[PAIRS / 2];
    }

    double of(float[] one, float[] other) {
        return Math.exp(-6 * distance(one, other) / usual);
    }

    /** Mean square of the differences. */
    static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = one[i] - other[i];
            sum += difference * difference;
        }
        return sum / one.length;
    }
}
