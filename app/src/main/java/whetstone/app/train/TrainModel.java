package whetstone.app.train;

import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import whetstone.app.Failure;
import whetstone.app.Retraining;
import whetstone.app.TrainingSettings;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.Round;
import whetstone.labelling.TrainingLog;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.PolicyVersion;

/**
 * What the Train screen shows and does: settings, the run and its losses, rounds, versions of the policy and which one drives.
 * FX thread; reads the dataset in the background. Follows the training run also while the screen is out of view.
 */
final class TrainModel {
    private final ReadOnlyObjectWrapper<TrainingSettings> settings = new ReadOnlyObjectWrapper<>(TrainingSettings.DEFAULT);
    private final ReadOnlyObjectWrapper<LossCurve> losses = new ReadOnlyObjectWrapper<>(LossCurve.EMPTY);
    private final ReadOnlyObjectWrapper<List<Round>> rounds = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<PolicyRow>> policies = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<TrainingLog.Run>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ChangeListener<Object> reload = (_, _, _) -> reload();
    private final Workbench workbench;
    private final Retraining retraining;
    private final Words words;

    TrainModel(Workbench workbench, Retraining retraining, Words words) {
        this.workbench = workbench;
        this.retraining = retraining;
        this.words = words;
        workbench.training().latestProperty().addListener((_, _, event) -> follow(event));
    }

    ReadOnlyObjectProperty<TrainingSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LossCurve> lossesProperty() {
        return losses.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Round>> roundsProperty() {
        return rounds.getReadOnlyProperty();
    }

    /** Newest first. */
    ReadOnlyObjectProperty<List<PolicyRow>> policiesProperty() {
        return policies.getReadOnlyProperty();
    }

    /** Newest first. */
    ReadOnlyObjectProperty<List<TrainingLog.Run>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /** How the run goes or how the last one ended, in one sentence; empty before the first of this program,
     * unless the one before was cut off. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Share of the epochs done, 0 to 1; -1 where it is not known. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return workbench.training().runningProperty();
    }

    /** A few words while a policy is driven on held-out tracks; empty otherwise. */
    ReadOnlyStringProperty measuringProperty() {
        return retraining.measuringProperty();
    }

    void watch() {
        workbench.datasetProperty().addListener(reload);
        workbench.changeProperty().addListener(reload);
        reload();
    }

    void unwatch() {
        workbench.datasetProperty().removeListener(reload);
        workbench.changeProperty().removeListener(reload);
    }

    /** Takes new settings and keeps them in the dataset file. */
    void change(TrainingSettings wanted) {
        if (!wanted.equals(settings.get())) {
            settings.set(wanted);
            workbench.dataset().ifPresent(wanted::keepIn);
        }
    }

    void start() {
        losses.set(LossCurve.EMPTY);
        progress.set(-1);
        state.set(words.get("state.reading"));
        retraining.start(settings.get());
        if (!runningProperty().get()) {
            state.set(workbench.noticeProperty().get());
        }
    }

    void cancel() {
        retraining.cancel();
    }

    /** This version drives from now on. */
    void makeDriver(PolicyRow row) {
        drive(OptionalLong.of(row.version().id()), words.get("said.drives", row.version().name()));
    }

    /** The version from which the driving one came drives again. */
    void rollBack() {
        policies.get().stream().filter(PolicyRow::drives).findFirst().ifPresent(row -> drive(row.version().parent(),
                row.parent().map(parent -> words.get("said.drives", parent)).orElse(words.get("said.noDriver"))));
    }

    private void drive(OptionalLong version, String sentence) {
        workbench.dataset().ifPresent(dataset -> dataset.makeDriver(version).whenCompleteAsync((_, failure) -> {
            workbench.say(failure == null ? sentence : Failure.sentence(failure));
            workbench.contentsChanged();
        }, workbench.threads().fx()));
    }

    private void follow(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> {
                losses.set(LossCurve.EMPTY);
                progress.set(-1);
                state.set(words.get("state.started", started.examples(), started.heldOut()));
                reload();
            }
            case TrainingEvent.EpochDone epoch -> {
                losses.set(losses.get().with(epoch));
                progress.set(epoch.epoch() / (double) epoch.epochs());
                state.set(words.get("state.epoch", epoch.epoch(), epoch.epochs(), time(epoch.secondsLeft())));
            }
            case TrainingEvent.Finished finished -> state.set(words.get(
                    finished.policy().heldOutLoss().isPresent() ? "state.finished" : "state.finished.noneHeldOut",
                    finished.policy().name(), finished.policy().labels(), finished.seconds()));
            case TrainingEvent.Cancelled _ -> state.set(words.get("state.cancelled"));
            case TrainingEvent.Failed failed -> state.set(failed.reason());
        }
    }

    private static String time(double seconds) {
        long whole = Double.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0;
        return String.format(java.util.Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    /** What the dataset says at one moment. */
    private record Contents(TrainingSettings settings, List<Round> rounds, List<PolicyRow> policies,
                            List<TrainingLog.Run> runs) {
        static Contents of(Dataset dataset) {
            List<Round> rounds = dataset.rounds();
            OptionalLong driver = dataset.driver().map(PolicyVersion::id).map(OptionalLong::of).orElse(OptionalLong.empty());
            return new Contents(TrainingSettings.of(dataset), rounds, PolicyRow.of(dataset.policies(), rounds, driver),
                    dataset.trainings().runs().reversed());
        }
    }

    private void reload() {
        if (workbench.dataset().isEmpty()) {
            show(new Contents(TrainingSettings.DEFAULT, List.of(), List.of(), List.of()));
        }
        workbench.read(Contents::of, this::show);
    }

    private void show(Contents contents) {
        settings.set(contents.settings);
        rounds.set(contents.rounds);
        policies.set(contents.policies);
        runs.set(contents.runs);
        if (state.get().isEmpty() && !contents.runs.isEmpty()) {
            sayCutOff(contents.runs.getFirst());
        }
    }

    private void sayCutOff(TrainingLog.Run newest) {
        String sentence = new RunWording(words).cutOff(newest);
        if (!sentence.isEmpty()) {
            state.set(sentence);
        }
    }
}
