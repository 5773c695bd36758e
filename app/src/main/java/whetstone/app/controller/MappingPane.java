package whetstone.app.controller;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whetstone.app.Words;
import whetstone.labelling.input.AxisMapping;

/** Which axis gives one dimension of the action, and how: inverted, centre, dead zone, curve. FX thread. */
final class MappingPane extends VBox {
    private final Words words;
    private final ControllerModel model;
    private final String dimension;
    private final ComboBox<String> axis = new ComboBox<>();
    private final ToggleSwitch inverted;
    private final GridPane grid = new GridPane(10, 6);
    private final Slider centre;
    private final Slider deadZone;
    private final Slider exponent;
    private final ResponsePlot plot = new ResponsePlot();
    private boolean showing;

    /** @param dimension of the action, "steer" or "throttle" */
    MappingPane(Words words, ControllerModel model, String dimension) {
        this.words = words;
        this.model = model;
        this.dimension = dimension;
        getStyleClass().addAll("card-box", "mapping-pane");
        inverted = new ToggleSwitch(words.get("mapping.inverted"));
        inverted.setId("inverted-" + dimension);
        inverted.setLabelPosition(HorizontalDirection.LEFT);
        inverted.selectedProperty().addListener((_, _, now) -> change(present -> present.withInverted(now)));
        axis.setId("axis-" + dimension);
        axis.getSelectionModel().selectedIndexProperty().addListener((_, _, index) -> chooseAxis(index.intValue()));
        centre = slider(0, "centre", -0.5, 0.5, "%+.3f", AxisMapping::withCentre);
        deadZone = slider(1, "deadZone", 0, 0.5, "%.3f", AxisMapping::withDeadZone);
        exponent = slider(2, "exponent", 1, 4, "%.2f", AxisMapping::withExponent);
        VBox controls = new VBox(8, grid, inverted);
        HBox.setHgrow(controls, Priority.ALWAYS);
        HBox below = new HBox(14, controls, plot);
        getChildren().addAll(head(), below);
        model.chosenProperty().subscribe(_ -> list());
        model.mappingProperty().subscribe(_ -> show());
        model.stateProperty().subscribe(_ -> plot.at(reading()));
    }

    private HBox head() {
        Label title = new Label(words.get("mapping." + dimension));
        title.getStyleClass().add(Styles.TITLE_4);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label from = new Label(words.get("mapping.axis"));
        from.getStyleClass().add(Styles.TEXT_MUTED);
        HBox head = new HBox(8, title, space, from, axis);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Slider slider(int row, String key, double low, double high, String format, BiFunction<AxisMapping, Double, AxisMapping> with) {
        Slider slider = new Slider(low, high, low);
        slider.setId(key + "-" + dimension);
        slider.getStyleClass().add(Styles.SMALL);
        slider.setFocusTraversable(false);
        Label name = new Label(words.get("mapping." + key));
        name.getStyleClass().add(Styles.TEXT_MUTED);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label value = new Label();
        value.getStyleClass().add("reading");
        value.setMinWidth(62);
        value.setAlignment(Pos.CENTER_RIGHT);
        value.textProperty().bind(slider.valueProperty().map(now -> String.format(Locale.ROOT, format, now.doubleValue())));
        slider.valueProperty().addListener((_, _, now) -> change(present -> with.apply(present, now.doubleValue())));
        GridPane.setHgrow(slider, Priority.ALWAYS);
        grid.addRow(row, name, slider, value);
        return slider;
    }

    private Optional<AxisMapping> present() {
        return model.mappingProperty().get().axis(dimension);
    }

    private void change(java.util.function.UnaryOperator<AxisMapping> change) {
        if (!showing) {
            present().map(change).ifPresent(model::change);
        }
    }

    private void chooseAxis(int index) {
        if (!showing && index >= 0) {
            model.map(dimension, index - 1);
        }
    }

    /** The axes of the device, after "none". */
    private void list() {
        showing = true;
        List<String> names = new ArrayList<>(List.of(words.get("mapping.none")));
        List<String> axes = model.device().axes();
        for (int i = 0; i < axes.size(); i++) {
            names.add(words.get("mapping.numbered", i + 1, axes.get(i)));
        }
        axis.getItems().setAll(names);
        showing = false;
        show();
    }

    private void show() {
        showing = true;
        Optional<AxisMapping> present = present();
        axis.getSelectionModel().select(present.map(AxisMapping::axis).orElse(-1) + 1);
        inverted.setSelected(present.map(AxisMapping::inverted).orElse(false));
        centre.setValue(present.map(AxisMapping::centre).orElse(0.0));
        deadZone.setValue(present.map(AxisMapping::deadZone).orElse(0.0));
        exponent.setValue(present.map(AxisMapping::exponent).orElse(1.0));
        grid.setDisable(present.isEmpty());
        inverted.setDisable(present.isEmpty());
        plot.show(present);
        plot.at(reading());
        showing = false;
    }

    private OptionalDouble reading() {
        return model.stateProperty().get().flatMap(state -> present().filter(axis -> axis.axis() < state.sample().axes())
                        .map(axis -> (double) state.sample().axis(axis.axis())))
                .map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
