package whetstone.app.label;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import whetstone.app.Words;
import whetstone.app.Workbench;

/** Tells in the picture how to begin, as long as nothing is labelled in the dataset: press R, then steer. FX thread. */
final class FirstLabelHint extends Label {
    private final Words words;
    private final Workbench workbench;
    private final ObservableValue<Boolean> recording;

    FirstLabelHint(Words words, Workbench workbench, ObservableValue<Boolean> recording) {
        this.words = words;
        this.workbench = workbench;
        this.recording = recording;
        setId("first-label");
        getStyleClass().addAll("badge", "hint-badge");
        setMouseTransparent(true);
        recording.subscribe(_ -> show());
        workbench.stickNameProperty().subscribe(_ -> show());
        workbench.labelsProperty().subscribe(_ -> show());
        workbench.driverProperty().subscribe(_ -> show());
    }

    private void show() {
        setVisible(workbench.dataset().isPresent() && workbench.labelsProperty().get() == 0);
        setText(recording.getValue() ? words.get("first.steer", workbench.stickNameProperty().get()) : words.get("first.record"));
    }
}
