package whetstone.app.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Failure;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;

/** Whether what is driven is recorded, and what was. FX thread, but for what it does with rides. */
final class RideRecording {
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Long>> recorded = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Workbench workbench;
    private final Words words;

    RideRecording(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.words = words;
    }

    ReadOnlyBooleanProperty goingProperty() {
        return going.getReadOnlyProperty();
    }

    /** The rollout that was recorded last, of two that were compared the first. */
    ReadOnlyObjectProperty<Optional<Long>> recordedProperty() {
        return recorded.getReadOnlyProperty();
    }

    /** Says so where there is no dataset to record into. @return whether there is, or none is needed */
    boolean set(boolean wanted) {
        if (wanted && workbench.dataset().isEmpty()) {
            workbench.say(words.get("said.noDataset"));
            return false;
        }
        going.set(wanted);
        return true;
    }

    void off() {
        going.set(false);
    }

    /** What is to be done with rides from now on; to be carried out on the drive thread. */
    Consumer<Rides> verb(long seed) {
        Optional<Dataset> into = going.get() ? workbench.dataset() : Optional.empty();
        RecordingInfo info = new RecordingInfo(seed, workbench.roundProperty().get() + 1, words.get("driver.expert"),
                workbench.expertProperty().get());
        return into.<Consumer<Rides>>map(dataset -> rides -> rides.record(ride -> dataset.record(info.of(ride)))).orElse(this::end);
    }

    /** Keeps what was recorded and says so. Drive thread. */
    void end(Rides rides) {
        rides.endRecording().whenCompleteAsync((ids, failure) -> {
            if (failure != null) {
                workbench.say(Failure.sentence(failure));
            } else if (!ids.isEmpty()) {
                recorded.set(Optional.of(ids.getFirst()));
                if (rides.endedWell()) {
                    workbench.say(sentence(ids));
                }
                workbench.contentsChanged();
            }
        }, workbench.threads().fx());
    }

    private String sentence(List<Long> ids) {
        return ids.size() == 1 ? words.get("said.recorded", ids.getFirst()) : words.get("said.recordedBoth", ids.getFirst(), ids.getLast());
    }
}
