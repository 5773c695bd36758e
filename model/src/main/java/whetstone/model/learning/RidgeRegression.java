package whetstone.model.learning;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ridge regression by normal equations whose Gram matrix is kept: examples are added as they come, and a solution after each round
 * costs only the new rows and one Cholesky decomposition. For each output it minimises
 * <pre>L(w, b) = (1/n) sum (w'x + b - y)^2 + (lambda/2) w'w</pre>
 * (Ross, Gordon, Bagnell 2011, section 5.1; n is the sum of the weights; the bias is not regularised). Setting the gradient
 * to zero with means taken out gives <pre>(X'X - n m m' + (n lambda/2) I) w = X'y - n m mean(y),   b = mean(y) - m'w</pre>
 * One thread at a time; double precision throughout.
 */
public final class RidgeRegression {
    private static final int BLOCK = 64;

    private final int features;
    private final int outputs;
    private final int threads;
    /** Sum of z z' with z = (x, 1, y): all that the solution and the loss need. */
    private final SymmetricMatrix gram;
    private final double[][] block;
    private int filled;

    /** @param threads processor cores that adding and solving may take, at least 1 */
    public RidgeRegression(int features, int outputs, int threads) {
        this.features = features;
        this.outputs = outputs;
        this.threads = threads;
        this.gram = new SymmetricMatrix(features + 1 + outputs);
        this.block = new double[BLOCK][gram.size()];
    }

    /** @param weight how much the example counts, above zero; 1 is ordinary */
    public void add(float[] x, float[] y, double weight) {
        double root = Math.sqrt(weight);
        double[] row = block[filled];
        for (int i = 0; i < features; i++) {
            row[i] = root * x[i];
        }
        row[features] = root;
        for (int i = 0; i < outputs; i++) {
            row[features + 1 + i] = root * y[i];
        }
        if (++filled == BLOCK) {
            flush();
        }
    }

    /** Sum of the weights of all examples added. */
    public double examples() {
        flush();
        return gram.get(features, features);
    }

    /**
     * The least of the objective, for each output in turn: one weight per feature and then the bias; empty where no
     * unique one exists (no examples, or lambda 0 with features that depend on each other).
     */
    public Optional<double[][]> solve(double lambda) {
        double n = examples();
        if (!(n > 0)) {
            return Optional.empty();
        }
        SymmetricMatrix centred = gram.leading(features);
        for (int i = 0; i < features; i++) {
            double mean = gram.get(i, features) / n;
            for (int j = i; j < features; j++) {
                centred.set(i, j, centred.get(i, j) - mean * gram.get(j, features));
            }
            centred.set(i, i, centred.get(i, i) + n * lambda / 2);
        }
        if (!centred.decompose(threads)) {
            return Optional.empty();
        }
        double[][] solution = new double[outputs][];
        for (int output = 0; output < outputs; output++) {
            solution[output] = solve(centred, output, n);
        }
        return Optional.of(solution);
    }

    private double[] solve(SymmetricMatrix decomposed, int output, double n) {
        int y = features + 1 + output;
        double meanY = gram.get(features, y) / n;
        double[] w = new double[features];
        for (int i = 0; i < features; i++) {
            w[i] = gram.get(i, y) - gram.get(i, features) * meanY;
        }
        decomposed.solve(w);
        double bias = meanY;
        for (int i = 0; i < features; i++) {
            bias -= w[i] * gram.get(i, features) / n;
        }
        double[] withBias = Arrays.copyOf(w, features + 1);
        withBias[features] = bias;
        return withBias;
    }

    private void flush() {
        if (filled == 0) {
            return;
        }
        for (int row = filled; row < BLOCK; row++) {
            Arrays.fill(block[row], 0);
        }
        gram.addOuterProducts(block, threads);
        filled = 0;
    }
}
