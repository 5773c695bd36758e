package whetstone.app.label;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import whetstone.app.Retraining;
import whetstone.app.TrainingSettings;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;

/**
 * Notices that a sitting of labelling has ended, when the screen is left or nothing was labelled for a while, and trains on the new
 * labels then, if the user wants it. The wish is kept in the dataset with the other training settings. FX thread.
 */
final class SittingEnd {
    private static final Duration REST = Duration.seconds(60);

    private final PauseTransition rest = new PauseTransition(REST);
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final Workbench workbench;
    private final Retraining retraining;
    private boolean newLabels;

    SittingEnd(Workbench workbench, Retraining retraining) {
        this.workbench = workbench;
        this.retraining = retraining;
        rest.setOnFinished(_ -> left());
        toggle.setId("retrain");
        toggle.setFocusTraversable(false);
        toggle.setOnMouseClicked(_ -> keep(toggle.isSelected()));
    }

    ToggleSwitch toggle(Words words) {
        toggle.setTooltip(new Tooltip(words.get("retrain.tip")));
        return toggle;
    }

    void show(Optional<Dataset> dataset) {
        newLabels = false;
        rest.stop();
        toggle.setDisable(dataset.isEmpty());
        toggle.setSelected(dataset.map(TrainingSettings::of).map(TrainingSettings::afterSitting).orElse(false));
    }

    private void keep(boolean wanted) {
        workbench.dataset().ifPresent(dataset -> TrainingSettings.of(dataset).withAfterSitting(wanted).keepIn(dataset));
    }

    /** Something was labelled: the sitting goes on. */
    void labelled(double labelledSeconds) {
        if (labelledSeconds > 0) {
            newLabels = true;
            rest.playFromStart();
        }
    }

    /** The sitting has ended. A run that is going on is not disturbed: its labels come with the next sitting. */
    void left() {
        rest.stop();
        if (newLabels && toggle.isSelected() && !workbench.training().runningProperty().get()) {
            newLabels = false;
            workbench.dataset().ifPresent(dataset -> retraining.start(TrainingSettings.of(dataset)));
        }
    }
}
