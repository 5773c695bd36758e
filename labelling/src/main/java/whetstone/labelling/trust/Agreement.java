package whetstone.labelling.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well blind repeats agree, over several clips. What is correlated is the mean steering over a second; the interval counts whole
 * clips as independent, since seconds of one clip are not.
 *
 * @param error root of the mean squared difference over all compared ticks: the test-retest error of one expert
 * @param bias mean of later minus earlier, above 0 to the right
 * @param correlation ICC; empty with fewer than two seconds to compare, or where all of them were steered the same
 */
public record Agreement(int clips, int ticks, double error, double bias, Optional<IntraclassCorrelation> correlation) {
    private static final int FEWEST_CLIPS = 5;

    /** Test-retest of one expert: ICC(3,1). @param clips at least one */
    public static Agreement withOneself(List<Comparison> clips) {
        return of(clips, IntraclassCorrelation::consistency);
    }

    /** Between two experts, in the order of the comparisons: ICC(2,1). @param clips at least one */
    public static Agreement withAnother(List<Comparison> clips) {
        return of(clips, IntraclassCorrelation::agreement);
    }

    @FunctionalInterface
    private interface Correlation {
        IntraclassCorrelation of(double[][] ratings, int independent);
    }

    private static Agreement of(List<Comparison> clips, Correlation correlation) {
        int ticks = 0;
        double squares = 0;
        double differences = 0;
        List<double[]> ratings = new ArrayList<>();
        for (Comparison clip : clips) {
            ticks += clip.ticks().length;
            squares += clip.meanSquare() * clip.ticks().length;
            differences += clip.bias() * clip.ticks().length;
            ratings.addAll(clip.stretches());
        }
        return new Agreement(clips.size(), ticks, Math.sqrt(squares / ticks), differences / ticks,
                differ(ratings) ? Optional.of(correlation.of(ratings.toArray(double[][]::new), clips.size())) : Optional.empty());
    }

    private static boolean differ(List<double[]> ratings) {
        return ratings.size() > 1 && ratings.stream().flatMapToDouble(java.util.Arrays::stream).distinct().count() > 1;
    }

    /** The error of a single label, half of what two of them differ by: standard error of measurement (Bland and Altman 1996). */
    public double errorOfOne() {
        return error / Math.sqrt(2);
    }

    /** What the correlation says (Koo and Li 2016); nothing with fewer than five clips. */
    public Grade grade() {
        if (clips < FEWEST_CLIPS || correlation.isEmpty()) {
            return Grade.TOO_FEW;
        }
        double estimate = correlation.get().estimate();
        return estimate < 0.5 ? Grade.POOR : estimate < 0.75 ? Grade.MODERATE : estimate < 0.9 ? Grade.GOOD : Grade.EXCELLENT;
    }

    /** In words. */
    public enum Grade { TOO_FEW, POOR, MODERATE, GOOD, EXCELLENT }
}
