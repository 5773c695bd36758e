package whetstone.app.train;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.labelling.TrainingLog.Run;

/** What was trained so far: the versions of the policy, or every training run, whichever is chosen above them. */
final class HistoryPane extends VBox {
    private final TrainModel model;
    private final Words words;
    private final TableView<PolicyRow> policies;
    private final TableView<Run> runs;
    private final ToggleButton showVersions;
    private final ToggleButton showRuns;

    HistoryPane(TrainModel model, Words words, ZoneId zone) {
        super(8);
        this.model = model;
        this.words = words;
        policies = new PolicyTable(words, zone).make();
        runs = new RunTable(words, zone).make();
        showVersions = choice("policies.title", Styles.LEFT_PILL, "show-versions");
        showRuns = choice("runs.title", Styles.RIGHT_PILL, "show-runs");
        choose();
        filled(policies, "policies.empty");
        filled(runs, "runs.empty");
        policies.visibleProperty().bind(showVersions.selectedProperty());
        runs.visibleProperty().bind(showRuns.selectedProperty());
        StackPane shown = new StackPane(policies, runs);
        shown.setPrefHeight(230);
        VBox.setVgrow(shown, Priority.ALWAYS);
        getChildren().addAll(head(), shown);
        model.policiesProperty().subscribe(rows -> policies.getItems().setAll(rows));
        model.runsProperty().subscribe(all -> runs.getItems().setAll(all));
    }

    private ToggleButton choice(String key, String place, String what) {
        ToggleButton button = new ToggleButton(words.get(key));
        button.getStyleClass().addAll(place, Styles.SMALL, what);
        return button;
    }

    /** One of the two is always chosen. */
    private void choose() {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(showVersions, showRuns);
        showVersions.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
    }

    private void filled(TableView<?> table, String whenEmpty) {
        Label empty = new Label(words.get(whenEmpty));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        table.setPlaceholder(empty);
    }

    private HBox head() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button drive = new Button(words.get("do.makeDriver"), new FontIcon(Feather.PLAY));
        drive.setOnAction(_ -> model.makeDriver(policies.getSelectionModel().getSelectedItem()));
        drive.disableProperty().bind(policies.getSelectionModel().selectedItemProperty().isNull());
        Button back = new Button(words.get("do.rollBack"), new FontIcon(Feather.ROTATE_CCW));
        back.setOnAction(_ -> model.rollBack());
        back.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.policiesProperty().get().stream().noneMatch(PolicyRow::drives), model.policiesProperty()));
        drive.visibleProperty().bind(showVersions.selectedProperty());
        back.visibleProperty().bind(showVersions.selectedProperty());
        HBox head = new HBox(8, new HBox(showVersions, showRuns), space, drive, back);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }
}
