package whetstone.app.watch;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import whetstone.app.Failure;
import whetstone.app.Workbench;
import whetstone.labelling.ClipQueue;
import whetstone.labelling.Dataset;
import whetstone.labelling.Doubt;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;

/**
 * What the labels of the open dataset leave open, kept up with them in the background, asked about what is seen now. FX thread; the
 * questions are asked on the drive thread.
 */
final class LiveDoubt {
    private final Workbench workbench;
    private Optional<Dataset> dataset = Optional.empty();
    private Optional<ClipQueue> labels = Optional.empty();
    private AtomicBoolean stop = new AtomicBoolean();
    private volatile Map<String, Doubt> known = Map.of();

    LiveDoubt(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Takes in the labels that there are now; what was known before holds until then. */
    void refresh() {
        stop();
        if (!dataset.equals(workbench.dataset())) {
            dataset = workbench.dataset();
            labels = dataset.map(ClipQueue::new);
            known = Map.of();
        }
        AtomicBoolean stopped = stop = new AtomicBoolean();
        labels.ifPresent(queue -> CompletableFuture.supplyAsync(() -> {
            queue.lookAtLabelled(stopped::get);
            return stopped.get() ? Map.<String, Doubt>of() : queue.doubts();
        }, workbench.threads().background()).whenCompleteAsync((doubts, failure) -> {
            if (stopped.get()) {
                return;
            }
            if (failure == null) {
                known = doubts;
            } else {
                workbench.say(Failure.sentence(failure));
            }
        }, workbench.threads().fx()));
    }

    /** Looks at nothing more. */
    void stop() {
        stop.set(true);
    }

    /** Answers, for one thread, how unsure one is at what the front camera sees, in [0, 1]; empty where it is not known. */
    Function<Observation, OptionalDouble> in(EnvironmentSpec spec) {
        return new Asking(spec);
    }

    private final class Asking implements Function<Observation, OptionalDouble> {
        private final EnvironmentSpec spec;
        private Optional<Doubt> asked = Optional.empty();
        private Optional<ToDoubleFunction<Observation>> answer = Optional.empty();

        Asking(EnvironmentSpec spec) {
            this.spec = spec;
        }

        @Override
        public OptionalDouble apply(Observation seen) {
            Optional<Doubt> newest = Optional.ofNullable(known.get(spec.name()));
            if (!newest.equals(asked)) {
                asked = newest;
                answer = newest.map(doubt -> doubt.through(spec.frontCamera().name()));
            }
            return answer.map(doubt -> OptionalDouble.of(doubt.applyAsDouble(seen))).orElse(OptionalDouble.empty());
        }
    }
}
