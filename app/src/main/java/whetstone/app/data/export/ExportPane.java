package whetstone.app.data.export;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.FilePrompt;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Formats;

/** Exporting: a format, what it would write and what it can't hold, where to. FX thread. */
public final class ExportPane extends BorderPane {
    private final FilePrompt files;
    private final Words words;
    private final ExportModel model;
    private final PreviewPane preview;
    private final Label scope = new Label();

    /**
     * @param rollouts ids of what is exported
     * @param busy whether an import or export is going on
     * @param export starts it
     */
    public ExportPane(Workbench workbench, Words words, Supplier<List<Long>> rollouts, ObservableValue<Boolean> busy,
                      BiConsumer<ExportFormat, Path> export) {
        this.files = workbench.files();
        this.words = words;
        this.model = new ExportModel(workbench, rollouts, export);
        this.preview = new PreviewPane(words);
        getStyleClass().add("export");
        getStylesheets().add("/whetstone/css/export.css");
        scope.getStyleClass().add(Styles.TEXT_MUTED);
        ScrollPane formats = scrolling(formats());
        formats.getStyleClass().add("export-formats");
        setTop(scope);
        setLeft(formats);
        setCenter(scrolling(preview));
        setBottom(destination(busy));
        // What was just exported has taken its folder: the next one is offered another.
        busy.subscribe(on -> {
            if (!on) {
                model.look();
            }
        });
        model.previewProperty().subscribe(found -> preview.show(model.formatProperty().get(), found));
    }

    private static ScrollPane scrolling(Region content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    /** Says what would be exported, and finds out the rest. @param sentence which rollouts these are */
    public void shown(String sentence) {
        scope.setText(sentence);
        model.look();
    }

    ExportModel model() {
        return model;
    }

    private VBox formats() {
        VBox list = new VBox(6);
        ToggleGroup group = new ToggleGroup();
        for (ExportFormat format : Formats.exports()) {
            ToggleButton card = card(format);
            card.setToggleGroup(group);
            card.setSelected(format.name().equals(model.formatProperty().get().name()));
            card.setOnAction(_ -> {
                card.setSelected(true);
                model.choose(format);
            });
            list.getChildren().add(card);
        }
        return list;
    }

    private ToggleButton card(ExportFormat format) {
        Label title = new Label(words.get("export." + format.name()));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Label about = new Label(words.get("export." + format.name() + ".about"));
        about.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        VBox text = new VBox(2, title, about);
        ToggleButton card = new ToggleButton(null, text);
        card.setId("export-" + format.name().replace('.', '-'));
        card.getStyleClass().add("export-card");
        card.setAlignment(Pos.TOP_LEFT);
        card.setMaxWidth(Double.MAX_VALUE);
        return card;
    }

    private HBox destination(ObservableValue<Boolean> busy) {
        TextField folder = new TextField();
        folder.setId("export-folder");
        folder.setEditable(false);
        folder.setFocusTraversable(false);
        HBox.setHgrow(folder, Priority.ALWAYS);
        model.folderProperty().subscribe(place -> folder.setText(place.map(Path::toString).orElse("")));
        Button choose = new Button(words.get("export.folder.choose"), new FontIcon(Feather.FOLDER));
        choose.setOnAction(_ -> chooseFolder());
        Button export = new Button(words.get("export.start"), new FontIcon(Feather.UPLOAD));
        export.setId("export-start");
        export.getStyleClass().add(Styles.ACCENT);
        export.disableProperty().bind(model.previewProperty().map(java.util.Optional::isEmpty).flatMap(empty -> busy.map(on -> on || empty)));
        export.setOnAction(_ -> model.export());
        Label to = new Label(words.get("export.to"));
        HBox bar = new HBox(8, to, folder, choose, export);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("export-destination");
        return bar;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get("export.choose"));
        files.folder(chooser, getScene().getWindow()).ifPresent(model::choose);
    }
}
