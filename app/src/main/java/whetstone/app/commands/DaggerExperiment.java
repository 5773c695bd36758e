package whetstone.app.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs an experiment's repetitions side by side and puts their results together. The first failure stops all. */
final class DaggerExperiment {
    private final DaggerPlan plan;

    DaggerExperiment(DaggerPlan plan) {
        this.plan = plan;
    }

    /**
     * @param progress told of every round, from several threads
     * @throws IllegalArgumentException or {@link whetstone.model.learning.TrainingException} with a sentence if a repetition failed
     */
    DaggerReport run(Consumer<DaggerRepetition.RoundDone> progress) {
        long start = System.nanoTime();
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.min(plan.threads(), plan.seeds()))) {
            List<Future<DaggerRepetition.Result>> running = new ArrayList<>();
            for (int index = 0; index < plan.seeds(); index++) {
                DaggerRepetition repetition = new DaggerRepetition(plan, plan.firstSeed() + index, stop::get);
                running.add(executor.submit(() -> finish(repetition, progress, stop)));
            }
            List<DaggerRepetition.Result> results = results(running, stop);
            return DaggerReport.of(plan, results, (System.nanoTime() - start) * 1e-9, PeakMemory.megabytes());
        }
    }

    private static DaggerRepetition.Result finish(DaggerRepetition repetition, Consumer<DaggerRepetition.RoundDone> progress,
                                                  AtomicBoolean stop) {
        boolean done = false;
        try (repetition) {
            DaggerRepetition.Result result = repetition.run(progress);
            done = true;
            return result;
        } finally {
            if (!done) {
                stop.set(true);
            }
        }
    }

    private static List<DaggerRepetition.Result> results(List<Future<DaggerRepetition.Result>> running, AtomicBoolean stop) {
        List<DaggerRepetition.Result> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Future<DaggerRepetition.Result> repetition : running) {
            try {
                results.add(repetition.get());
            } catch (ExecutionException failure) {
                failures.add(failure.getCause());
            } catch (InterruptedException interrupted) {
                stop.set(true);
                Thread.currentThread().interrupt();
                throw new CancellationException("the experiment was interrupted");
            }
        }
        // Where one failed, the others were cancelled for it: the failure is the one to tell.
        failures.stream().filter(failure -> !(failure instanceof CancellationException)).findFirst().ifPresent(DaggerExperiment::rethrow);
        failures.stream().findFirst().ifPresent(DaggerExperiment::rethrow);
        return results;
    }

    private static void rethrow(Throwable failure) {
        switch (failure) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException("a repetition failed", failure);
        }
    }
}
