package whetstone.app.watch;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import whetstone.app.Words;
import whetstone.app.picture.CameraView;
import whetstone.app.plot.Legend;
import whetstone.app.plot.Series;
import whetstone.model.Control;

/** One ride: its live picture, its traces and its doubt; beside another one also its name and numbers. FX thread. */
final class RidePane extends VBox {
    private final CameraView camera = new CameraView();
    private final ActionTrace trace = new ActionTrace();
    private final DoubtTrace doubt = new DoubtTrace();
    private final Legend legend = new Legend();
    private final Label recordingChip = chip("chip-recording");
    private final Label personChip = chip("chip-person");
    private final StackPane picture = new StackPane(camera);
    private final VBox traces = new VBox();
    private final DoubleProperty heightOfWidth = new SimpleDoubleProperty(0.75);
    private final RideHeader header;
    private final Words words;

    RidePane(Words words) {
        super(8);
        this.words = words;
        this.header = new RideHeader(words);
        getStyleClass().add("ride-pane");
        HBox.setHgrow(this, Priority.ALWAYS);
        setMinWidth(0);
        setPrefWidth(1);
        personChip.setText(words.get("chip.person"));
        Tooltip.install(doubt, new Tooltip(words.get("trace.doubt.about")));
        chips();
        layTraces();
        getChildren().addAll(header, picture, traces);
        knowsDoubt(false);
        besideAnother(false);
    }

    /** Says in words and numbers, too, whose ride this is. The traces then take the room that a narrow picture leaves. */
    void besideAnother(boolean compared) {
        header.setVisible(compared);
        picture.prefHeightProperty().unbind();
        picture.maxHeightProperty().unbind();
        picture.setPrefHeight(USE_COMPUTED_SIZE);
        picture.setMaxHeight(USE_COMPUTED_SIZE);
        if (compared) {
            picture.prefHeightProperty().bind(widthProperty().multiply(heightOfWidth));
            picture.maxHeightProperty().bind(picture.prefHeightProperty());
        }
        VBox.setVgrow(traces, compared ? Priority.ALWAYS : Priority.NEVER);
    }

    void name(String driver) {
        header.name(driver);
    }

    /** Takes the person's mouse. */
    CameraView camera() {
        return camera;
    }

    void show(Frame frame, boolean recording) {
        heightOfWidth.set(frame.picture().height() / (double) frame.picture().width());
        camera.show(frame.picture());
        trace.add(frame);
        doubt.add(frame);
        knowsDoubt(frame.doubt().isPresent());
        header.show(frame);
        recordingChip.setVisible(recording && frame.recorded() > 0);
        recordingChip.setText(words.get("chip.recording", frame.recorded() * frame.seconds() / Math.max(1, frame.tick())));
        personChip.setVisible(frame.control() == Control.HUMAN);
    }

    /** What was shown of a ride that is compared no longer goes. */
    void clear() {
        camera.clear();
        recordingChip.setVisible(false);
        personChip.setVisible(false);
    }

    private void knowsDoubt(boolean known) {
        if (doubt.isVisible() != known || legend.getChildren().isEmpty()) {
            doubt.setVisible(known);
            List<Series> lines = new ArrayList<>(List.of(line("trace.learner", "trace-learner"), line("trace.executed", "trace-executed"),
                    line("trace.person", "trace-person")));
            if (known) {
                lines.add(line("trace.doubt", "trace-doubt"));
            }
            legend.show(lines);
        }
    }

    private void chips() {
        HBox chips = new HBox(8, recordingChip, personChip);
        chips.setMouseTransparent(true);
        chips.setPickOnBounds(false);
        chips.getStyleClass().add("picture-chips");
        chips.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(chips, Pos.TOP_LEFT);
        camera.pictureBoundsProperty().subscribe(bounds -> place(chips, bounds));
        picture.getChildren().add(chips);
        picture.getStyleClass().add("watch-picture");
        picture.setMinSize(0, 0);
        VBox.setVgrow(picture, Priority.ALWAYS);
    }

    /** The traces with what each line is, and the doubt below them. */
    private void layTraces() {
        legend.getStyleClass().add("trace-legend");
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        legend.setMouseTransparent(true);
        StackPane.setAlignment(legend, Pos.TOP_LEFT);
        StackPane lines = new StackPane(trace, legend);
        VBox.setVgrow(lines, Priority.ALWAYS);
        doubt.managedProperty().bind(doubt.visibleProperty());
        traces.getChildren().addAll(lines, doubt);
        traces.getStyleClass().add("traces");
        traces.setMinHeight(Region.USE_PREF_SIZE);
    }

    private Series line(String key, String style) {
        return new Series(words.get(key), style, List.of(), false);
    }

    /** The chips belong to the picture's corner, wherever the picture lies. */
    private static void place(Node chips, Bounds bounds) {
        chips.setTranslateX(bounds.getMinX());
        chips.setTranslateY(bounds.getMinY());
    }

    private static Label chip(String style) {
        Label chip = new Label();
        chip.getStyleClass().addAll("picture-chip", style);
        chip.setVisible(false);
        chip.managedProperty().bind(chip.visibleProperty());
        return chip;
    }
}
