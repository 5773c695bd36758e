package whetstone.app;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.labelling.Dataset;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyVersion;

/** The bar at the bottom, always there: dataset, round, policy, labels so far; training, stick, processor. */
final class StatusBar extends HBox {
    private final Words words;
    private final ProgressBar bar = new ProgressBar();
    private final Label training = new Label();

    StatusBar(Words words, Workbench workbench) {
        this.words = words;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(
                text("status-dataset", workbench.datasetProperty().map(this::datasetText)),
                text("status-round", workbench.roundProperty().map(round -> words.get("status.round", round))),
                text("status-policy", workbench.driverProperty().map(this::policyText)),
                text("status-labels", workbench.labelsProperty().map(labels -> words.get("status.labels", labels))),
                gap, trainingBox(workbench.training()),
                text("status-stick", workbench.stickNameProperty()),
                text("status-processor", workbench.processorProperty()));
        workbench.training().latestProperty().addListener((_, _, event) -> show(event));
    }

    private static Label text(String id, ObservableValue<String> value) {
        Label label = new Label();
        label.setId(id);
        label.textProperty().bind(value);
        label.setMinWidth(id.equals("status-dataset") ? 0 : Region.USE_PREF_SIZE);
        return label;
    }

    private HBox trainingBox(BackgroundTraining runs) {
        Button cancel = new Button(null, new FontIcon(Feather.X));
        cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        cancel.setId("cancel-training");
        cancel.setFocusTraversable(false);
        cancel.setTooltip(new Tooltip(words.get("status.cancel.tip")));
        cancel.setOnAction(_ -> runs.cancel());
        training.setId("status-training");
        HBox box = new HBox(bar, training, cancel);
        box.getStyleClass().add("training-box");
        box.setAlignment(Pos.CENTER_RIGHT);
        box.visibleProperty().bind(runs.runningProperty());
        box.managedProperty().bind(runs.runningProperty());
        runs.runningProperty().addListener((_, _, running) -> {
            bar.setProgress(running ? ProgressBar.INDETERMINATE_PROGRESS : 0);
            training.setText(running ? words.get("status.training.reading") : "");
        });
        return box;
    }

    private void show(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> training.setText(words.get("status.training.started", started.examples()));
            case TrainingEvent.EpochDone done -> {
                bar.setProgress((double) done.epoch() / done.epochs());
                training.setText(words.get("status.training.epoch", done.loss(), Math.round(done.secondsLeft()) / 60,
                        Math.round(done.secondsLeft()) % 60));
            }
            case TrainingEvent.Finished _, TrainingEvent.Cancelled _, TrainingEvent.Failed _ -> training.setText("");
        }
    }

    private String datasetText(Optional<Dataset> dataset) {
        return dataset.map(open -> open.file().getFileName().toString()).orElse(words.get("dataset.none"));
    }

    private String policyText(Optional<PolicyVersion> driver) {
        return driver.map(policy -> words.get("status.policy", policy.name(), switch (policy.description().network()) {
            case Network.Ridge _ -> words.get("network.ridge");
            case Network.Convolutional _ -> words.get("network.cnn");
            case Network.Foreign _ -> words.get("network.foreign");
        }, policy.description().input().colours().name(), policy.description().input().width(),
                policy.description().input().height())).orElse(words.get("status.policy.none"));
    }
}
