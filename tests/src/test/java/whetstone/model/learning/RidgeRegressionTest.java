package whetstone.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
    private static final double LAMBDA = 1e-3;

    @Test
    void equalsADirectSolveOfTheObjective() {
        Problem problem = new Problem(700, 150, 1);
        assertThat(problem.fit(1).solve(LAMBDA).orElseThrow()[0]).containsExactly(problem.direct(), within(1e-6));
    }

    @Test
    void equalsADirectSolveWhereExamplesCountDifferently() {
        Problem problem = new Problem(300, 90, 2);
        for (int i = 0; i < 300; i++) {
            problem.weights[i] = 0.25 + i % 5;
        }
        assertThat(problem.fit(1).solve(LAMBDA).orElseThrow()[0]).containsExactly(problem.direct(), within(1e-6));
    }

    @Test
    void theGradientVanishesAtThePapersSize() {
        Problem problem = new Problem(2000, 1425, 3);
        double[] solution = problem.fit(2).solve(LAMBDA).orElseThrow()[0];
        assertThat(problem.largestGradient(solution)).isLessThan(1e-9);
    }

    @Test
    void addingRoundByRoundEqualsAllAtOnce() {
        Problem problem = new Problem(500, 60, 4);
        RidgeRegression grown = new RidgeRegression(60, 1, 1);
        for (int i = 0; i < 500; i++) {
            problem.addTo(grown, i);
            if (i % 77 == 0) {
                grown.solve(LAMBDA);
            }
        }
        assertThat(grown.solve(LAMBDA).orElseThrow()[0])
                .containsExactly(problem.fit(1).solve(LAMBDA).orElseThrow()[0], within(1e-12));
    }

    @Test
    void twoThreadsFindWhatOneFinds() {
        Problem problem = new Problem(400, 300, 5);
        assertThat(problem.fit(2).solve(LAMBDA).orElseThrow()).isDeepEqualTo(problem.fit(1).solve(LAMBDA).orElseThrow());
    }

    @Test
    void dependentFeaturesWithoutRegularisationHaveNoAnswer() {
        RidgeRegression regression = new RidgeRegression(2, 1, 1);
        for (int i = 0; i < 5; i++) {
            regression.add(new float[] {i, i}, new float[] {i}, 1);
        }
        assertThat(regression.solve(0)).isEmpty();
    }

    @Test
    void withoutExamplesThereIsNoAnswer() {
        assertThat(new RidgeRegression(3, 1, 1).solve(1)).isEmpty();
    }

    /** A random regression with features that go together and do not have mean zero, as pixels do. */
    private static final class Problem {
        private final float[][] x;
        private final float[] y;
        private final double[] weights;

        Problem(int examples, int features, long seed) {
            Random random = new Random(seed);
            x = new float[examples][features];
            y = new float[examples];
            weights = new double[examples];
            for (int i = 0; i < examples; i++) {
                double shared = random.nextGaussian();
                for (int j = 0; j < features; j++) {
                    x[i][j] = (float) (0.4 + 0.5 * shared + 0.2 * random.nextGaussian());
                }
                y[i] = (float) (x[i][0] - 0.7 * x[i][features - 1] + 0.1 * random.nextGaussian());
                weights[i] = 1;
            }
        }

        RidgeRegression fit(int threads) {
            RidgeRegression regression = new RidgeRegression(x[0].length, 1, threads);
            for (int i = 0; i < x.length; i++) {
                addTo(regression, i);
            }
            return regression;
        }

        void addTo(RidgeRegression regression, int i) {
            regression.add(x[i], new float[] {y[i]}, weights[i]);
        }

        /** Least squares by QR on the rows sqrt(v/n) (x, 1) and sqrt(lambda/2) (I, 0): the same objective, no Gram matrix. */
        double[] direct() {
            int features = x[0].length;
            double n = java.util.Arrays.stream(weights).sum();
            double[][] rows = new double[x.length + features][features + 1];
            double[] wanted = new double[rows.length];
            for (int i = 0; i < x.length; i++) {
                double scale = Math.sqrt(weights[i] / n);
                for (int j = 0; j < features; j++) {
                    rows[i][j] = scale * x[i][j];
                }
                rows[i][features] = scale;
                wanted[i] = scale * y[i];
            }
            for (int j = 0; j < features; j++) {
                rows[x.length + j][j] = Math.sqrt(LAMBDA / 2);
            }
            return new QRDecomposition(new Array2DRowRealMatrix(rows, false)).getSolver()
                    .solve(new ArrayRealVector(wanted, false)).toArray();
        }

        double largestGradient(double[] solution) {
            int features = x[0].length;
            double[] gradient = new double[features + 1];
            for (int i = 0; i < x.length; i++) {
                double error = solution[features] - y[i];
                for (int j = 0; j < features; j++) {
                    error += solution[j] * x[i][j];
                }
                for (int j = 0; j < features; j++) {
                    gradient[j] += 2 * error * x[i][j] / x.length;
                }
                gradient[features] += 2 * error / x.length;
            }
            double largest = Math.abs(gradient[features]);
            for (int j = 0; j < features; j++) {
                largest = Math.max(largest, Math.abs(gradient[j] + LAMBDA * solution[j]));
            }
            return largest;
        }
    }
}
