package whetstone.app.watch;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.model.Control;

/** Play and pause, stop, record, hand back, and the way to the Label screen. */
final class Transport extends HBox {
    private final WatchModel model;
    private final Words words;

    Transport(WatchModel model, Words words, LongConsumer openInLabel) {
        super(8);
        this.model = model;
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("transport");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(play(), stop(), record(), handBack(), space, label(openInLabel));
    }

    private Button play() {
        Button play = new Button();
        play.getStyleClass().add(Styles.ACCENT);
        play.setMinWidth(104);
        model.stateProperty().subscribe(state -> {
            boolean driving = state == WatchModel.State.DRIVING;
            play.setGraphic(new FontIcon(driving ? Feather.PAUSE : Feather.PLAY));
            play.setText(words.get(driving ? "do.pause" : "do.play"));
        });
        play.setOnAction(_ -> {
            if (model.stateProperty().get() == WatchModel.State.DRIVING) {
                model.pause();
            } else {
                model.play();
            }
        });
        play.setTooltip(new Tooltip(words.get("do.play.key")));
        return play;
    }

    private Button stop() {
        Button stop = new Button(words.get("do.stop"), new FontIcon(Feather.SQUARE));
        stop.setOnAction(_ -> model.stop());
        stop.disableProperty().bind(model.stateProperty().map(state -> state == WatchModel.State.IDLE));
        stop.setTooltip(new Tooltip(words.get("do.stop.key")));
        return stop;
    }

    private ToggleButton record() {
        ToggleButton record = new ToggleButton(words.get("do.record"), new FontIcon(Feather.CIRCLE));
        record.getStyleClass().add("record-button");
        model.recordingProperty().subscribe(record::setSelected);
        record.setOnAction(_ -> {
            model.record(record.isSelected());
            record.setSelected(model.recordingProperty().get());
        });
        record.setTooltip(new Tooltip(words.get("do.record.key")));
        return record;
    }

    private Button handBack() {
        Button back = new Button(words.get("do.handBack"), new FontIcon(Feather.CORNER_UP_LEFT));
        back.setOnAction(_ -> model.handBack());
        back.disableProperty().bind(Bindings.createBooleanBinding(() -> model.stateProperty().get() == WatchModel.State.IDLE
                || model.settingsProperty().get().whoDrives() instanceof WhoDrives.Person
                || model.frameProperty().get().map(Frame::control).filter(Control.HUMAN::equals).isEmpty(),
                model.frameProperty(), model.stateProperty(), model.settingsProperty()));
        back.setTooltip(new Tooltip(words.get("do.handBack.key")));
        return back;
    }

    private Button label(LongConsumer openInLabel) {
        Button label = new Button(words.get("do.label"), new FontIcon(Feather.EDIT_2));
        label.setOnAction(_ -> model.recordedProperty().get().ifPresent(openInLabel::accept));
        label.visibleProperty().bind(model.recordedProperty().map(Optional::isPresent));
        return label;
    }
}
