package whetstone.labelling.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import whetstone.model.files.TemporaryFolder;

/**
 * The whole study: every simulated expert calibrates, labels in every condition, teaches learners to drive, and spends minutes on clips.
 * Experts are independent of each other and run side by side; the same plan gives the same results. Datasets lie in a folder of the
 * system's for temporary files and are deleted when their expert is done.
 */
public final class Study {
    private final StudyPlan plan;
    private final AtomicBoolean stop = new AtomicBoolean();

    public Study(StudyPlan plan) {
        this.plan = plan;
    }

    /** All of one expert. */
    record ExpertResult(SimulatedExpert expert, SimulatedExpert.Measurements lag, List<LabelErrorStudy.Result> labels,
                        List<DrivingStudy.Result> driving, List<QueueStudy.Result> queue) {}

    /**
     * @param progress told a sentence now and then, from several threads
     * @throws IOException if no temporary folder can be used
     */
    public StudyReport run(Consumer<String> progress) throws IOException {
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.min(plan.threads(), plan.experts()))) {
            List<Future<ExpertResult>> running = new ArrayList<>();
            for (int number = 1; number <= plan.experts(); number++) {
                SimulatedExpert expert = new SimulatedExpert(number, plan.seed() * 10_000 + number);
                running.add(executor.submit(() -> finish(expert, progress)));
            }
            List<ExpertResult> results = new ArrayList<>();
            for (Future<ExpertResult> expert : running) {
                results.add(result(expert));
            }
            return StudyReport.of(plan, results, (System.nanoTime() - start) * 1e-9);
        }
    }

    private ExpertResult finish(SimulatedExpert expert, Consumer<String> progress) throws IOException {
        boolean done = false;
        try {
            if (stop.get()) {
                throw new CancellationException("another expert of the study failed");
            }
            ExpertResult result = inFolder(expert);
            progress.accept(expert.name() + " is done");
            done = true;
            return result;
        } finally {
            if (!done) {
                stop.set(true);
            }
        }
    }

    private ExpertResult inFolder(SimulatedExpert expert) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("whetstone-study")) {
            return new ExpertResult(expert, expert.measurements(plan.calibrations()), new LabelErrorStudy(plan, expert, folder.path()).run(),
                    new DrivingStudy(plan, expert, folder.path()).run(), new QueueStudy(plan, expert, folder.path()).run());
        }
    }

    private ExpertResult result(Future<ExpertResult> expert) throws IOException {
        try {
            return expert.get();
        } catch (InterruptedException interrupted) {
            stop.set(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("the study was interrupted");
        } catch (ExecutionException failure) {
            stop.set(true);
            switch (failure.getCause()) {
                case IOException disk -> throw disk;
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                default -> throw new IllegalStateException("an expert of the study failed", failure.getCause());
            }
        }
    }
}
