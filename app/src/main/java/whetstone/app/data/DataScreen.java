package whetstone.app.data;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.FilePrompt;
import whetstone.app.Screen;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.app.data.export.ExportPane;
import whetstone.app.data.repeatability.RepeatabilityPane;
import whetstone.app.data.worklog.WorkLogPane;

/** The Data screen: rollouts and their labels in a table, filters, the action histogram, deletion, import and export. */
public final class DataScreen implements Screen {
    private final Words words = Words.of("data");
    private final FilePrompt files;
    private final BorderPane root = new BorderPane();
    private final BorderPane rollouts = new BorderPane();
    private final RepeatabilityPane repeatability;
    private final WorkLogPane workLog;
    private final ExportPane export;
    private final ToggleButton exportView;
    private final DataModel model;
    private final TableView<RolloutRow> table;
    private final SelectionPane selection;
    private final LongConsumer openInLabel;

    /** @param openInLabel shows a rollout, by its id, on the Label screen */
    public DataScreen(Workbench workbench, LongConsumer openInLabel) {
        this.openInLabel = openInLabel;
        this.files = workbench.files();
        this.model = new DataModel(workbench, words);
        this.table = new RolloutTable(words, ZoneId.systemDefault()).make(model.rows(), model.trustProperty());
        this.selection = new SelectionPane(words, this::openChosen, () -> model.markDeleted(true), () -> model.markDeleted(false));
        root.getStyleClass().add("data-screen");
        root.getStylesheets().add("/whetstone/css/data.css");
        this.repeatability = new RepeatabilityPane(workbench, words);
        this.workLog = new WorkLogPane(workbench, words);
        this.export = new ExportPane(workbench, words, () -> model.wanted().stream().map(RolloutRow::id).toList(),
                model.transfer().runningProperty(), model::export);
        this.exportView = view("view.export", export, Styles.RIGHT_PILL);
        rollouts.setTop(toolbar());
        rollouts.setCenter(table);
        rollouts.setRight(selection);
        root.setTop(views());
        root.setCenter(rollouts);
        root.setBottom(new TransferBar(model.transfer(), words));
        prepareTable();
        model.chosenProperty().subscribe(this::showChosen);
        model.histogramProperty().subscribe(selection::show);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        model.watch();
        repeatability.shown();
        workLog.shown();
    }

    @Override
    public void hidden() {
        model.unwatch();
        repeatability.hidden();
        workLog.hidden();
    }

    private Node views() {
        ToggleButton table = view("view.rollouts", rollouts, Styles.LEFT_PILL);
        ToggleButton repeats = view("view.repeatability", repeatability, Styles.CENTER_PILL);
        ToggleButton work = view("view.work", workLog, Styles.CENTER_PILL);
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(table, repeats, work, exportView);
        exportView.selectedProperty().addListener((_, _, selected) -> {
            if (selected) {
                showExport();
            }
        });
        table.setSelected(true);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        HBox bar = new HBox(table, repeats, work, exportView);
        bar.getStyleClass().add("data-views");
        return bar;
    }

    private ToggleButton view(String key, Node shown, String pill) {
        ToggleButton button = new ToggleButton(words.get(key));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add(pill);
        button.selectedProperty().addListener((_, _, selected) -> {
            if (selected) {
                root.setCenter(shown);
            }
        });
        return button;
    }

    DataModel model() {
        return model;
    }

    private Node toolbar() {
        TextField text = new TextField();
        text.setPromptText(words.get("filter.text"));
        text.setPrefColumnCount(18);
        text.textProperty().subscribe(typed -> model.filter(model.filterProperty().get().withText(typed)));
        ToggleButton labelled = toggle("filter.labelled", Feather.EDIT_2);
        labelled.selectedProperty().subscribe(on -> model.filter(model.filterProperty().get().withOnlyLabelled(on)));
        ToggleButton deleted = toggle("filter.deleted", Feather.TRASH_2);
        deleted.selectedProperty().subscribe(on -> model.filter(model.filterProperty().get().withDeleted(on)));
        Label count = new Label();
        count.getStyleClass().add(Styles.TEXT_MUTED);
        count.textProperty().bind(Bindings.createStringBinding(
                () -> words.get("filter.count", model.rows().size(), model.allRows().size()), model.rows(), model.allRows()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(8, text, rounds(), labelled, deleted, count, space, new ImportMenu(model, files, words, root).node(), toExport());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("data-toolbar");
        return bar;
    }

    private Button toExport() {
        Button button = new Button(words.get("do.export"), new FontIcon(Feather.UPLOAD));
        button.disableProperty().bind(Bindings.isEmpty(model.rows()));
        button.setOnAction(_ -> exportView.setSelected(true));
        return button;
    }

    private void showExport() {
        int wanted = model.wanted().size();
        boolean all = model.chosenProperty().get().isEmpty();
        export.shown(wanted == 0 ? words.get("export.nothing") : all ? words.get("export.scope.shown", wanted)
                : wanted == 1 ? words.get("export.scope.one") : words.get("export.scope.chosen", wanted));
    }

    private ComboBox<Integer> rounds() {
        ComboBox<Integer> box = new ComboBox<>();
        box.setConverter(new RoundNames(words));
        model.roundsProperty().subscribe(present -> {
            Integer before = box.getValue();
            box.getItems().setAll(0);
            box.getItems().addAll(present);
            box.setValue(before != null && present.contains(before) ? before : Integer.valueOf(0));
        });
        box.valueProperty().subscribe(round -> model.filter(model.filterProperty().get()
                .withRound(round == null || round == 0 ? OptionalInt.empty() : OptionalInt.of(round))));
        return box;
    }

    private ToggleButton toggle(String key, Feather icon) {
        return new ToggleButton(words.get(key), new FontIcon(icon));
    }

    private void prepareTable() {
        table.setPlaceholder(new EmptyTable(model, words));
        table.setRowFactory(_ -> {
            TableRow<RolloutRow> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    openChosen();
                }
            });
            return row;
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openChosen();
            } else if (key.getCode() == KeyCode.DELETE) {
                model.markDeleted(true);
            }
        });
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RolloutRow>) _ ->
                model.choose(List.copyOf(table.getSelectionModel().getSelectedItems())));
        model.reloadedProperty().addListener((_, _, before) -> chooseAgain(before));
    }

    /** A reload makes new rows: those that were chosen are chosen again. */
    private void chooseAgain(Set<Long> before) {
        table.getSelectionModel().clearSelection();
        for (int index = 0; index < table.getItems().size(); index++) {
            if (before.contains(table.getItems().get(index).id())) {
                table.getSelectionModel().select(index);
            }
        }
    }

    private void openChosen() {
        List<RolloutRow> rows = model.chosenProperty().get();
        if (rows.size() == 1 && !rows.getFirst().summary().deleted()) {
            openInLabel.accept(rows.getFirst().id());
        }
    }

    private void showChosen(List<RolloutRow> rows) {
        selection.show(SelectionSummary.of(rows), rows.stream().anyMatch(row -> row.summary().deleted()),
                rows.stream().anyMatch(row -> !row.summary().deleted()));
    }

    /** Says 0 as "all rounds". */
    private static final class RoundNames extends StringConverter<Integer> {
        private final Words words;

        RoundNames(Words words) {
            this.words = words;
        }

        @Override
        public String toString(Integer round) {
            return round == null || round == 0 ? words.get("filter.everyRound") : words.get("filter.round", round);
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("rounds are chosen, not typed");
        }
    }
}
