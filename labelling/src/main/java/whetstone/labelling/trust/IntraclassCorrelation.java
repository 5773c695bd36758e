package whetstone.labelling.trust;

import org.apache.commons.math3.distribution.FDistribution;

/**
 * How much of the differences between ratings is due to what was rated, not to who rated it or when: 1 where ratings repeat exactly,
 * 0 where they tell nothing apart (it can fall below). From a two-way analysis of variance of subjects x raters, single ratings
 * (Shrout and Fleiss 1979; intervals as in McGraw and Wong 1996, table 7).
 *
 * @param low of its 95 % interval; NaN where one subject alone is independent
 * @param high of its 95 % interval
 * @param subjects independent ones, as the interval counts them
 */
public record IntraclassCorrelation(double estimate, double low, double high, int subjects) {
    private static final double UPPER = 0.975;

    /**
     * ICC(3,1): the raters are these and no others, for instance the same expert then and now; a constant difference does not count.
     *
     * @param ratings a row per subject, a column per rater; at least two of each, not all equal
     * @param independent how many subjects count as independent of each other, at most as many as there are
     */
    public static IntraclassCorrelation consistency(double[][] ratings, int independent) {
        Variances of = Variances.of(ratings);
        double estimate = (of.rows - of.error) / (of.rows + (of.raters - 1) * of.error);
        if (independent < 2) {
            return new IntraclassCorrelation(estimate, Double.NaN, Double.NaN, independent);
        }
        double above = independent - 1.0;
        double below = above * (of.raters - 1);
        double low = of.rows / quantile(above, below);
        double high = of.rows * quantile(below, above);
        return new IntraclassCorrelation(estimate, (low - of.error) / (low + (of.raters - 1) * of.error),
                (high - of.error) / (high + (of.raters - 1) * of.error), independent);
    }

    /**
     * ICC(2,1): the raters stand for any that could have rated, for instance two of many experts; a constant difference counts.
     *
     * @param ratings a row per subject, a column per rater; at least two of each, not all equal
     * @param independent how many subjects count as independent of each other, at most as many as there are
     */
    public static IntraclassCorrelation agreement(double[][] ratings, int independent) {
        Variances of = Variances.of(ratings);
        double n = of.subjects;
        double k = of.raters;
        double estimate = (of.rows - of.error) / (of.rows + (k - 1) * of.error + k * (of.columns - of.error) / n);
        if (independent < 2) {
            return new IntraclassCorrelation(estimate, Double.NaN, Double.NaN, independent);
        }
        double below = columnFreedom(of, estimate, independent);
        double lower = quantile(independent - 1.0, below);
        double upper = quantile(below, independent - 1.0);
        double others = k * of.columns + (k * n - k - n) * of.error;
        return new IntraclassCorrelation(estimate, n * (of.rows - lower * of.error) / (lower * others + n * of.rows),
                n * (upper * of.rows - of.error) / (others + n * upper * of.rows), independent);
    }

    /** Satterthwaite's degrees of freedom of what raters and error make together; at least 1. */
    private static double columnFreedom(Variances of, double estimate, int independent) {
        double k = of.raters;
        double within = Math.clamp(estimate, 0, 1 - 1e-9);
        double a = k * within / (independent * (1 - within));
        double b = 1 + k * within * (independent - 1) / (independent * (1 - within));
        double both = a * of.columns + b * of.error;
        double freedom = both * both / (Math.pow(a * of.columns, 2) / (k - 1) + Math.pow(b * of.error, 2) / ((independent - 1) * (k - 1)));
        return Double.isFinite(freedom) ? Math.max(1, freedom) : 1;
    }

    private static double quantile(double numerator, double denominator) {
        return new FDistribution(null, numerator, denominator).inverseCumulativeProbability(UPPER);
    }

    /** Mean squares of the two-way table. */
    private record Variances(int subjects, int raters, double rows, double columns, double error) {
        static Variances of(double[][] ratings) {
            int n = ratings.length;
            int k = n == 0 ? 0 : ratings[0].length;
            if (n < 2 || k < 2) {
                throw new IllegalArgumentException("an intra-class correlation of " + n + " subjects by " + k
                        + " raters is not defined: it takes two of each");
            }
            double[] rowMeans = new double[n];
            double[] columnMeans = new double[k];
            double mean = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < k; j++) {
                    rowMeans[i] += ratings[i][j] / k;
                    columnMeans[j] += ratings[i][j] / n;
                    mean += ratings[i][j] / n / k;
                }
            }
            return new Variances(n, k, spread(rowMeans, mean, k) / (n - 1), spread(columnMeans, mean, n) / (k - 1),
                    residual(ratings, rowMeans, columnMeans, mean) / ((n - 1) * (k - 1))).checked();
        }

        private static double spread(double[] means, double mean, int each) {
            double sum = 0;
            for (double one : means) {
                sum += each * (one - mean) * (one - mean);
            }
            return sum;
        }

        private static double residual(double[][] ratings, double[] rowMeans, double[] columnMeans, double mean) {
            double sum = 0;
            for (int i = 0; i < ratings.length; i++) {
                for (int j = 0; j < columnMeans.length; j++) {
                    double left = ratings[i][j] - rowMeans[i] - columnMeans[j] + mean;
                    sum += left * left;
                }
            }
            return sum;
        }

        private Variances checked() {
            if (!(rows + columns + error > 0)) {
                throw new IllegalArgumentException("all ratings are equal: an intra-class correlation is not defined");
            }
            return this;
        }
    }
}
