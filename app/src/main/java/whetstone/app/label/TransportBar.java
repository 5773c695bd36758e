package whetstone.app.label;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;

/** Transport, speed and the four things to say about a stretch: record, was right, reject, undo. Calls the model's verbs. FX thread. */
final class TransportBar extends HBox {
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");
    private static final PseudoClass EDITING = PseudoClass.getPseudoClass("editing");

    private final Words words;

    TransportBar(Words words, LabelModel model, EditModel edit) {
        this.words = words;
        getStyleClass().add("transport");
        setAlignment(Pos.CENTER_LEFT);
        FontIcon playIcon = new FontIcon();
        playIcon.iconCodeProperty().bind(model.player().playingProperty().map(playing -> playing ? Feather.PAUSE : Feather.PLAY));
        Button play = icon("play", playIcon, model.player()::playOrPause);
        HBox moves = new HBox(icon("start", new FontIcon(Feather.SKIP_BACK), model.player()::toStart),
                icon("back", new FontIcon(Feather.CHEVRON_LEFT), () -> model.player().stepBy(-1)), play,
                icon("forward", new FontIcon(Feather.CHEVRON_RIGHT), () -> model.player().stepBy(1)),
                icon("end", new FontIcon(Feather.SKIP_FORWARD), model.player()::toEnd));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(moves, gap, speed(model), record(model),
                said("right", new FontIcon(Feather.CHECK), model::approve), said("reject", new FontIcon(Feather.X), model::reject),
                editing(edit), undoRedo(model));
    }

    private HBox speed(LabelModel model) {
        Slider slider = new Slider(0, Speeds.count() - 1, Speeds.indexOf(model.player().speedProperty().get()));
        slider.setId("speed");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.setFocusTraversable(false);
        slider.setTooltip(new Tooltip(words.get("speed.tip")));
        slider.valueProperty().addListener((_, _, value) -> model.player().playAt(Speeds.at((int) Math.round(value.doubleValue()))));
        model.player().speedProperty().addListener((_, _, speed) -> slider.setValue(Speeds.indexOf(speed.doubleValue())));
        Label value = new Label();
        value.getStyleClass().add("speed-value");
        value.textProperty().bind(model.player().speedProperty().map(speed -> Speeds.text(speed.doubleValue())));
        HBox box = new HBox(slider, value);
        box.getStyleClass().add("speed-box");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Button record(LabelModel model) {
        Button record = said("record", new FontIcon(Feather.CIRCLE), model::recordOrStop);
        record.getStyleClass().add("record");
        model.recording().recordingProperty().subscribe(recording -> {
            record.pseudoClassStateChanged(RECORDING, recording);
            record.setText(words.get(recording ? "stop" : "record"));
        });
        return record;
    }

    private Button editing(EditModel edit) {
        Button button = icon("edit", new FontIcon(Feather.EDIT_2), edit::toggle);
        edit.editingProperty().subscribe(editing -> button.pseudoClassStateChanged(EDITING, editing));
        return button;
    }

    private HBox undoRedo(LabelModel model) {
        Button undo = icon("undo", new FontIcon(Feather.CORNER_UP_LEFT), model::undo);
        Button redo = icon("redo", new FontIcon(Feather.CORNER_UP_RIGHT), model::redo);
        undo.disableProperty().bind(model.journal().canUndo().map(can -> !can));
        redo.disableProperty().bind(model.journal().canRedo().map(can -> !can));
        return new HBox(undo, redo);
    }

    private Button icon(String key, FontIcon icon, Runnable verb) {
        Button button = button(key, icon, verb);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }

    private Button said(String key, FontIcon icon, Runnable verb) {
        Button button = button(key, icon, verb);
        button.setText(words.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Button button(String key, FontIcon icon, Runnable verb) {
        Button button = new Button(null, icon);
        button.setId(key);
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(words.get(key + ".tip")));
        button.setOnAction(_ -> verb.run());
        return button;
    }
}
