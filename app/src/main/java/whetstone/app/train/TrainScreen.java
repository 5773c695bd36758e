package whetstone.app.train;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Ablations;
import whetstone.app.Retraining;
import whetstone.app.Screen;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Round;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.Probation;

/** The Train screen: settings and start on the left, losses and rounds as plots, what was trained so far below them. */
public final class TrainScreen implements Screen {
    private final Words words = Words.of("train");
    private final BorderPane root = new BorderPane();
    private final TrainModel model;
    private final Workbench workbench;
    private final Ablations ablations;
    private final OnnxExporting exporting;
    private final OnnxImporting importing;
    private final Charts charts = new Charts(words);
    private final ChartCard losses =
            new ChartCard(words.get("loss.title"), words.get("loss.x"), words.get("loss.y"));
    private final ChartCard rounds =
            new ChartCard(words.get("rounds.title"), words.get("rounds.x"), words.get("rounds.y"));

    /** @param engine how the engine that trained a policy acts: the judge of an export */
    public TrainScreen(Workbench workbench, Retraining retraining, Ablations ablations, Function<PolicyVersion, Policy> engine) {
        exporting = new OnnxExporting(workbench, words, engine);
        importing = new OnnxImporting(workbench, Words.of("onnx"), Probation.usual());
        this.ablations = ablations;
        this.workbench = workbench;
        model = new TrainModel(workbench, retraining, words);
        root.getStyleClass().add("train-screen");
        root.getStylesheets().add("/whetstone/css/train.css");
        root.setLeft(left());
        root.setCenter(centre());
        model.lossesProperty().subscribe(curve -> losses.show(charts.epochs(curve), charts.losses(curve.highest()), charts.losses(curve),
                charts.insteadOfLosses(curve)));
        model.roundsProperty().subscribe(_ -> showRounds());
        model.measuringProperty().subscribe(_ -> showRounds());
    }

    private void showRounds() {
        List<Round> all = model.roundsProperty().get();
        rounds.show(charts.labels(all), charts.falls(all), charts.rounds(all), charts.insteadOfRounds(all, !model.measuringProperty().get().isEmpty()));
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        model.watch();
    }

    @Override
    public void hidden() {
        model.unwatch();
    }

    TrainModel model() {
        return model;
    }

    private Node left() {
        Label title = new Label(words.get("settings.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        SettingsForm form = new SettingsForm(words, model::change);
        form.disableProperty().bind(model.runningProperty());
        model.settingsProperty().subscribe(form::show);
        VBox box = new VBox(14, title, form, run());
        box.getStyleClass().add("train-settings");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("train-left");
        return scroll;
    }

    private VBox run() {
        Button start = new Button(words.get("do.start"), new FontIcon(Feather.TRENDING_UP));
        start.getStyleClass().addAll(Styles.ACCENT, "train-start");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> model.start());
        start.disableProperty().bind(model.runningProperty());
        Button cancel = new Button(words.get("do.cancel"), new FontIcon(Feather.X));
        cancel.setOnAction(_ -> {
            model.cancel();
            ablations.cancel();
            exporting.cancel();
            importing.cancel();
        });
        cancel.disableProperty().bind(model.runningProperty().not().and(model.measuringProperty().isEmpty())
                .and(ablations.workingProperty().isEmpty()).and(exporting.stateProperty().isEmpty()).and(importing.stateProperty().isEmpty()));
        HBox.setHgrow(start, Priority.ALWAYS);
        cancel.setMaxHeight(Double.MAX_VALUE);
        HBox buttons = new HBox(8, start, cancel);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty().bind(model.runningProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        return new VBox(10, buttons, bar, sentence(model.stateProperty()), sentence(model.measuringProperty()),
                sentence(ablations.workingProperty()), sentence(exporting.stateProperty()),
                sentence(importing.stateProperty()), sentence(imported()));
    }

    /** An imported policy that drives can't be trained on: what a run gives instead. */
    private ObservableValue<String> imported() {
        return workbench.driverProperty().map(driver -> driver.filter(version -> version.model().isPresent())
                .map(version -> words.get("onnx.notTrained", version.name())).orElse(""));
    }

    private static Label sentence(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private Node centre() {
        GridPane plots = new GridPane(12, 0);
        plots.addRow(0, losses, rounds);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        plots.getColumnConstraints().addAll(half, half);
        RowConstraints all = new RowConstraints();
        all.setVgrow(Priority.ALWAYS);
        plots.getRowConstraints().add(all);
        HistoryPane history = new HistoryPane(model, exporting, importing, workbench.files(), words, ZoneId.systemDefault(),
                chosen -> new WithoutMenu(words, workbench, ablations, chosen));
        VBox box = new VBox(12, plots, history);
        box.getStyleClass().add("train-results");
        VBox.setVgrow(plots, Priority.ALWAYS);
        VBox.setVgrow(history, Priority.SOMETIMES);
        return box;
    }
}
