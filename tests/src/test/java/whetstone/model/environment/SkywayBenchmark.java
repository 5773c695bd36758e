package whetstone.model.environment;

import java.util.List;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import whetstone.model.expert.PursuitExpert;

/**
 * Rendered steps per second on one core: motion, falling, laps and one RGB picture, driven by the expert.
 * {@code tests/benchmarks/jmh Skyway} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SkywayBenchmark {
    @Param({"25x19", "96x96", "160x120", "640x480"})
    public String size;

    private Skyway skyway;
    private PursuitExpert expert;

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(SkywayBenchmark.class.getName()).build()).run();
    }

    @Setup
    public void reset() {
        String[] sides = size.split("x");
        SkywaySettings settings = SkywaySettings.experiment("alpha", Difficulty.FROZEN)
                .withCameras(List.of(SkywayCameras.front(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]))));
        skyway = new Skyway(settings);
        expert = new PursuitExpert(skyway);
        skyway.reset(1);
    }

    @Benchmark
    public Environment.Outcome step() {
        return skyway.step(expert.advise());
    }
}
