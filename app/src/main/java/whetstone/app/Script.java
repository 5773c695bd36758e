package whetstone.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Steps that are taken one after the other, with pauses between in which the program goes on. FX thread. */
final class Script {
    private static final Duration LOOKING = Duration.seconds(0.5);
    private static final int LOOKS = 600;

    private final Deque<Step> steps = new ArrayDeque<>();

    /** @param ready asked after the pause; where it is not, the pause begins anew, this many times */
    private record Step(Duration pause, BooleanSupplier ready, int more, Runnable what) {}

    Script then(Runnable what) {
        return after(Duration.ZERO, what);
    }

    Script after(Duration pause, Runnable what) {
        steps.add(new Step(pause, () -> true, 0, what));
        return this;
    }

    /** Waits until something holds, for minutes if need be. */
    Script when(BooleanSupplier ready, Runnable what) {
        steps.add(new Step(LOOKING, ready, LOOKS, what));
        return this;
    }

    Script then(Script more) {
        steps.addAll(more.steps);
        return this;
    }

    /** Takes all steps. */
    void play() {
        Step next = steps.poll();
        if (next != null) {
            take(next);
        }
    }

    private void take(Step step) {
        PauseTransition pause = new PauseTransition(step.pause);
        pause.setOnFinished(_ -> {
            if (step.ready.getAsBoolean()) {
                step.what.run();
                play();
            } else if (step.more > 0) {
                take(new Step(step.pause, step.ready, step.more - 1, step.what));
            } else {
                throw new IllegalStateException("the program did not get to what the next picture shows");
            }
        });
        pause.play();
    }
}
