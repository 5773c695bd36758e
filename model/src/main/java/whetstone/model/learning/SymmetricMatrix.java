package whetstone.model.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The upper triangle of a symmetric matrix, for sums of outer products and Cholesky's decomposition.
 * The inner loops run along rows and take several at once in tiles that stay in the processor's cache:
 * plain Java that the compiler turns into vector instructions. What lies below the diagonal means nothing.
 */
final class SymmetricMatrix {
    private static final int TILE = 256;
    private static final int PANEL = 64;

    private final double[][] upper;

    SymmetricMatrix(int size) {
        this(new double[size][size]);
    }

    private SymmetricMatrix(double[][] upper) {
        this.upper = upper;
    }

    int size() {
        return upper.length;
    }

    /** The value at (row, column), row not after column. */
    double get(int row, int column) {
        return upper[row][column];
    }

    void set(int row, int column, double value) {
        upper[row][column] = value;
    }

    /** A copy of the first rows and columns. */
    SymmetricMatrix leading(int size) {
        double[][] copy = new double[size][];
        for (int i = 0; i < size; i++) {
            copy[i] = Arrays.copyOf(upper[i], size);
        }
        return new SymmetricMatrix(copy);
    }

    /** Adds the outer product of each row with itself. @param rows unused ones zero */
    void addOuterProducts(double[][] rows, int threads) {
        update(rows, 0, rows.length, 0, 1, threads);
    }

    /**
     * Replaces this matrix A by U with A = U'U.
     *
     * @return false where A is not positive definite; its contents are then lost
     */
    boolean decompose(int threads) {
        for (int start = 0; start < size(); start += PANEL) {
            int end = Math.min(start + PANEL, size());
            if (!decomposePanel(start, end)) {
                return false;
            }
            update(upper, start, end, end, -1, threads);
        }
        return true;
    }

    private boolean decomposePanel(int start, int end) {
        for (int k = start; k < end; k++) {
            double[] row = upper[k];
            if (!(row[k] > 0)) {
                return false;
            }
            double scale = 1 / Math.sqrt(row[k]);
            for (int j = k; j < row.length; j++) {
                row[j] *= scale;
            }
            for (int i = k + 1; i < end; i++) {
                addScaled(upper[i], row, -row[i], i, row.length);
            }
        }
        return true;
    }

    /** Solves U'U x = b in place, where this holds U. */
    void solve(double[] b) {
        for (int i = 0; i < size(); i++) {
            b[i] /= upper[i][i];
            addScaled(b, upper[i], -b[i], i + 1, size());
        }
        for (int i = size() - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < size(); j++) {
                sum -= upper[i][j] * b[j];
            }
            b[i] = sum / upper[i][i];
        }
    }

    /** this[i][j] += sign * sum over rows r of r[i] * r[j], for i and j at or after {@code from}. */
    private void update(double[][] rows, int first, int end, int from, double sign, int threads) {
        int tiles = (size() - from + TILE - 1) / TILE;
        if (threads == 1) {
            for (int tile = 0; tile < tiles; tile++) {
                updateTile(rows, first, end, from, from + tile * TILE, sign);
            }
        } else {
            // Interleaved, since the tiles further right are taller.
            IntStream.range(0, threads).parallel().forEach(thread -> {
                for (int tile = thread; tile < tiles; tile += threads) {
                    updateTile(rows, first, end, from, from + tile * TILE, sign);
                }
            });
        }
    }

    private void updateTile(double[][] rows, int first, int end, int from, int left, double sign) {
        int right = Math.min(left + TILE, size());
        for (int i = from; i < right; i += 2) {
            int begin = Math.max(i, left);
            int r = first;
            if (i + 1 < right) {
                for (; r + 4 <= end; r += 4) {
                    addFour(upper[i], upper[i + 1], rows, r, i, begin, right, sign);
                }
            }
            for (; r < end; r++) {
                addScaled(upper[i], rows[r], sign * rows[r][i], begin, right);
                if (i + 1 < right) {
                    addScaled(upper[i + 1], rows[r], sign * rows[r][i + 1], begin, right);
                }
            }
        }
    }

    /** Four rows into two sums at once, so that each value fetched is used twice. On the diagonal it also writes one value below it. */
    private static void addFour(double[] sum, double[] next, double[][] rows, int r, int i, int begin, int end, double sign) {
        double[] x0 = rows[r];
        double[] x1 = rows[r + 1];
        double[] x2 = rows[r + 2];
        double[] x3 = rows[r + 3];
        double a0 = sign * x0[i];
        double a1 = sign * x1[i];
        double a2 = sign * x2[i];
        double a3 = sign * x3[i];
        double b0 = sign * x0[i + 1];
        double b1 = sign * x1[i + 1];
        double b2 = sign * x2[i + 1];
        double b3 = sign * x3[i + 1];
        for (int j = begin; j < end; j++) {
            double y0 = x0[j];
            double y1 = x1[j];
            double y2 = x2[j];
            double y3 = x3[j];
            sum[j] = Math.fma(a0, y0, Math.fma(a1, y1, Math.fma(a2, y2, Math.fma(a3, y3, sum[j]))));
            next[j] = Math.fma(b0, y0, Math.fma(b1, y1, Math.fma(b2, y2, Math.fma(b3, y3, next[j]))));
        }
    }

    private static void addScaled(double[] sum, double[] row, double scale, int begin, int end) {
        for (int j = begin; j < end; j++) {
            sum[j] += scale * row[j];
        }
    }
}
