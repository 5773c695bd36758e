package whetstone.app.train;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.FilePrompt;
import whetstone.app.Words;
import whetstone.labelling.TrainingLog.Run;
import whetstone.model.policy.PolicyVersion;

/** What was trained so far: the versions of the policy, what each round bought, or every training run, whichever is chosen above. */
final class HistoryPane extends VBox {
    private final TrainModel model;
    private final OnnxExporting exporting;
    private final OnnxImporting importing;
    private final FilePrompt files;
    private final Words words;
    private final TableView<PolicyRow> policies;
    private final TableView<Run> runs;
    private final TableView<BoughtRow> bought;
    private final ToggleButton showVersions;
    private final ToggleButton showBought;
    private final ToggleButton showRuns;

    /** @param without makes the menu that trains a chosen round once more without some labels */
    HistoryPane(TrainModel model, OnnxExporting exporting, OnnxImporting importing, FilePrompt files, Words words, ZoneId zone,
                Function<ObservableValue<BoughtRow>, Node> without) {
        super(8);
        this.model = model;
        this.exporting = exporting;
        this.importing = importing;
        this.files = files;
        this.words = words;
        policies = new PolicyTable(words, zone).make();
        runs = new RunTable(words, zone).make();
        bought = new BoughtTable(words).make();
        showVersions = choice("policies.title", Styles.LEFT_PILL, "show-versions");
        showBought = choice("bought.title", Styles.CENTER_PILL, "show-bought");
        showRuns = choice("runs.title", Styles.RIGHT_PILL, "show-runs");
        choose();
        filled(policies, "policies.empty");
        filled(runs, "runs.empty");
        filled(bought, "bought.empty");
        policies.visibleProperty().bind(showVersions.selectedProperty());
        bought.visibleProperty().bind(showBought.selectedProperty());
        runs.visibleProperty().bind(showRuns.selectedProperty());
        StackPane shown = new StackPane(policies, bought, runs);
        shown.setPrefHeight(230);
        VBox.setVgrow(shown, Priority.ALWAYS);
        getChildren().addAll(head(without.apply(bought.getSelectionModel().selectedItemProperty())), shown);
        model.policiesProperty().subscribe(rows -> policies.getItems().setAll(rows));
        model.roundsProperty().subscribe(rounds -> showBought(BoughtRow.of(rounds, words)));
        model.runsProperty().subscribe(all -> runs.getItems().setAll(all));
    }

    /** The round that was chosen stays so when its ablations come. */
    private void showBought(List<BoughtRow> rows) {
        BoughtRow before = bought.getSelectionModel().getSelectedItem();
        bought.getItems().setAll(rows);
        rows.stream().filter(row -> before == null || row.round().id() == before.round().id()).findFirst()
                .ifPresent(bought.getSelectionModel()::select);
    }

    private ToggleButton choice(String key, String place, String what) {
        ToggleButton button = new ToggleButton(words.get(key));
        button.getStyleClass().addAll(place, Styles.SMALL, what);
        return button;
    }

    /** One of them is always chosen. */
    private void choose() {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(showVersions, showBought, showRuns);
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

    private HBox head(Node without) {
        without.visibleProperty().bind(showBought.selectedProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button drive = new Button(words.get("do.makeDriver"), new FontIcon(Feather.PLAY));
        drive.setOnAction(_ -> model.makeDriver(policies.getSelectionModel().getSelectedItem()));
        drive.disableProperty().bind(policies.getSelectionModel().selectedItemProperty().isNull());
        Button back = new Button(words.get("do.rollBack"), new FontIcon(Feather.ROTATE_CCW));
        back.setOnAction(_ -> model.rollBack());
        back.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.policiesProperty().get().stream().noneMatch(PolicyRow::drives), model.policiesProperty()));
        HBox ofVersions = new HBox(8, bring(), export(), drive, back);
        ofVersions.visibleProperty().bind(showVersions.selectedProperty());
        StackPane verbs = new StackPane(ofVersions, without);
        StackPane.setAlignment(without, Pos.CENTER_RIGHT);
        HBox head = new HBox(8, new HBox(showVersions, showBought, showRuns), space, verbs);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Button export() {
        Button export = new Button(words.get("do.exportOnnx"), new FontIcon(Feather.SHARE));
        export.getStyleClass().add("export-onnx");
        export.setOnAction(_ -> choose(policies.getSelectionModel().getSelectedItem().version()));
        export.disableProperty().bind(policies.getSelectionModel().selectedItemProperty().isNull()
                .or(exporting.stateProperty().isNotEmpty())
                .or(Bindings.createBooleanBinding(this::isImported, policies.getSelectionModel().selectedItemProperty())));
        return export;
    }

    private boolean isImported() {
        PolicyRow row = policies.getSelectionModel().getSelectedItem();
        return row != null && row.version().model().isPresent();
    }

    private Button bring() {
        Button bring = new Button(words.get("do.importOnnx"), new FontIcon(Feather.DOWNLOAD));
        bring.getStyleClass().add("import-onnx");
        bring.setOnAction(_ -> chooseModel());
        bring.disableProperty().bind(importing.stateProperty().isNotEmpty());
        return bring;
    }

    private void chooseModel() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("onnx.chooseModel"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.get("onnx.files"), "*.onnx"));
        files.open(chooser, getScene().getWindow()).ifPresent(file -> importing.look(file, choice ->
                new MappingDialog(choice, getScene().getWindow()).showAndWait().ifPresent(description -> importing.bring(choice, description))));
    }

    private void choose(PolicyVersion version) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("onnx.choose", version.name()));
        chooser.setInitialFileName(version.name() + ".onnx");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.get("onnx.files"), "*.onnx"));
        files.save(chooser, getScene().getWindow()).ifPresent(file -> exporting.start(version, file));
    }
}
