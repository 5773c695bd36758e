package whetstone.model.learning;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A refit of 25 x 19 LAB pixels at 15,000 examples: by the kept Gram matrix (the last 1,000 rows and a solution), and from nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class RidgeBenchmark {
    private static final int FEATURES = 1425;
    private static final int EXAMPLES = 15_000;
    private static final int ROUND = 1_000;

    @Param({"1", "2"})
    public int threads;

    private float[][] rows;
    private RidgeRegression kept;

    @Setup
    public void draw() {
        Random random = new Random(1);
        rows = new float[EXAMPLES][FEATURES];
        for (float[] row : rows) {
            for (int i = 0; i < FEATURES; i++) {
                row[i] = random.nextFloat() * 2 - 1;
            }
        }
        kept = add(new RidgeRegression(FEATURES, 1, threads), 0, EXAMPLES - ROUND);
    }

    @Benchmark
    public double[][] refitWithTheKeptGramMatrix() {
        return add(kept, EXAMPLES - ROUND, EXAMPLES).solve(1e-3).orElseThrow();
    }

    @Benchmark
    public double[][] fitFromNothing() {
        return add(new RidgeRegression(FEATURES, 1, threads), 0, EXAMPLES).solve(1e-3).orElseThrow();
    }

    private RidgeRegression add(RidgeRegression regression, int from, int end) {
        for (int i = from; i < end; i++) {
            regression.add(rows[i], new float[] {rows[i][0]}, 1);
        }
        return regression;
    }
}
