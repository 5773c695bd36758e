package whetstone.app.controller;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whetstone.app.Words;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickState;

/** What the device reads now: the wheel and throttle as mapped, every axis and button as the device gives them. FX thread. */
final class LivePane extends VBox {
    private static final PseudoClass PRESSED = PseudoClass.getPseudoClass("lit");
    /** More axes than these are not drawn: no wheel needs them. */
    private static final int MOST_AXES = 8;

    private final Words words;
    private final ControllerModel model;
    private final WheelPicture wheel = new WheelPicture();
    private final AxisBar throttle = new AxisBar("mapped");
    private final Label throttleValue = number();
    private final GridPane axes = new GridPane(10, 5);
    private final FlowPane buttons = new FlowPane(4, 4);
    private final Label still = new Label();
    private final List<AxisBar> bars = new ArrayList<>();
    private final List<Label> readings = new ArrayList<>();
    private final List<Label> lamps = new ArrayList<>();

    LivePane(Words words, ControllerModel model) {
        this.words = words;
        this.model = model;
        getStyleClass().addAll("card-box", "live-pane");
        Label title = new Label(words.get("live.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        still.getStyleClass().add(Styles.TEXT_MUTED);
        still.setWrapText(true);
        still.setMinHeight(Region.USE_PREF_SIZE);
        Label throttleName = muted(words.get("live.throttle"));
        throttleName.setMinWidth(Region.USE_PREF_SIZE);
        HBox throttleRow = new HBox(10, throttleName, throttle, throttleValue);
        throttleRow.setAlignment(Pos.CENTER_LEFT);
        throttleRow.setMinWidth(214);
        HBox.setHgrow(throttle, Priority.ALWAYS);
        VBox steering = new VBox(8, wheel, throttleRow);
        steering.setAlignment(Pos.TOP_CENTER);
        VBox raw = new VBox(10, axes, buttons);
        HBox.setHgrow(raw, Priority.ALWAYS);
        getChildren().addAll(title, still, new HBox(18, steering, raw));
        model.chosenProperty().subscribe(stick -> build(stick.description()));
        model.stateProperty().subscribe(this::show);
    }

    private void build(StickDescription device) {
        axes.getChildren().clear();
        buttons.getChildren().clear();
        bars.clear();
        readings.clear();
        lamps.clear();
        for (int i = 0; i < Math.min(MOST_AXES, device.axes().size()); i++) {
            AxisBar bar = new AxisBar("raw");
            GridPane.setHgrow(bar, Priority.ALWAYS);
            Label reading = number();
            bars.add(bar);
            readings.add(reading);
            Label name = muted(device.axes().get(i));
            name.setMaxWidth(90);
            axes.addRow(i, name, bar, reading);
        }
        for (int i = 0; i < device.buttons().size(); i++) {
            Label lamp = new Label(String.valueOf(i + 1));
            lamp.getStyleClass().add("lamp");
            lamps.add(lamp);
        }
        buttons.getChildren().setAll(lamps);
        still.setText(words.get("live." + device.kind().name().toLowerCase(Locale.ROOT)));
    }

    private void show(Optional<StickState> state) {
        double steer = state.map(now -> (double) now.value(0)).orElse(0.0);
        double gas = state.map(now -> (double) now.value(1)).orElse(0.0);
        wheel.show(steer, state.isPresent() ? signed(steer) : words.get("live.none"));
        throttle.show(gas);
        throttleValue.setText(state.isPresent() ? signed(gas) : "");
        for (int i = 0; i < bars.size(); i++) {
            int axis = i;
            double reading = state.filter(now -> axis < now.sample().axes()).map(now -> (double) now.sample().axis(axis)).orElse(0.0);
            bars.get(i).show(reading);
            readings.get(i).setText(state.isPresent() ? signed(reading) : "");
        }
        for (int i = 0; i < lamps.size(); i++) {
            int button = i;
            lamps.get(i).pseudoClassStateChanged(PRESSED, state.filter(now -> now.sample().pressed(button)).isPresent());
        }
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }

    private static Label number() {
        Label label = new Label();
        label.getStyleClass().add("reading");
        label.setMinWidth(58);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }
}
