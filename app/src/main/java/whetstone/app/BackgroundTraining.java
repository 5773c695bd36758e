package whetstone.app;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;

/**
 * One training run at a time on the train thread, seen from the FX thread. Screens and the status bar bind to its properties;
 * epochs arrive through a mailbox, so a fast run does not flood the window. FX thread, but for what runs on the train thread.
 */
public final class BackgroundTraining {
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<TrainingEvent> latest = new ReadOnlyObjectWrapper<>(new TrainingEvent.Cancelled());
    private final Executor train;
    private final Executor fx;
    private final List<Trainer> trainers;
    private AtomicBoolean cancelled = new AtomicBoolean();

    public BackgroundTraining(Executor train, Executor fx, List<Trainer> trainers) {
        this.train = train;
        this.fx = fx;
        this.trainers = List.copyOf(trainers);
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The newest event of the present or last run; Cancelled before the first. */
    public ReadOnlyObjectProperty<TrainingEvent> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /**
     * Starts a run; refused with an exception while one is running.
     *
     * @param request made on the train thread, where reading the labels does not hold up the window
     * @param heard called on the train thread with every event but the last
     * @param ended called on the FX thread with the last event
     */
    public void start(Supplier<Trainer.Request> request, Consumer<TrainingEvent> heard, Consumer<TrainingEvent> ended) {
        if (running.get()) {
            throw new IllegalStateException("a training run is already going on");
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        running.set(true);
        Mailbox<TrainingEvent> mailbox = new Mailbox<>(fx, event -> {
            if (running.get()) {
                latest.set(event);
            }
        });
        train.execute(() -> {
            TrainingEvent end = run(request, event -> tellUnlessLast(heard.andThen(mailbox::post), event), stop);
            fx.execute(() -> {
                running.set(false);
                latest.set(end);
                ended.accept(end);
            });
        });
    }

    /** The last event has its own way to the FX thread: in the mailbox it would displace the last epoch, for ridge the only one. */
    private static void tellUnlessLast(Consumer<TrainingEvent> listener, TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started _, TrainingEvent.EpochDone _ -> listener.accept(event);
            case TrainingEvent.Finished _, TrainingEvent.Cancelled _, TrainingEvent.Failed _ -> { }
        }
    }

    /** Asks the run to stop; it does within one mini-batch. */
    public void cancel() {
        cancelled.set(true);
    }

    private TrainingEvent run(Supplier<Trainer.Request> request, Consumer<TrainingEvent> events, AtomicBoolean stop) {
        try {
            Trainer.Request made = request.get();
            return trainers.stream().filter(trainer -> trainer.serves(made.description())).findFirst()
                    .map(trainer -> trainer.train(made, events, stop::get))
                    .orElseGet(() -> new TrainingEvent.Failed("no training engine here can train this kind of policy"));
        } catch (RuntimeException failure) {
            return new TrainingEvent.Failed("training stopped: " + failure.getMessage());
        }
    }
}
