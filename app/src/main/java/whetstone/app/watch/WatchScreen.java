package whetstone.app.watch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import whetstone.app.Screen;
import whetstone.app.WhatNow;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.app.plot.Legend;
import whetstone.app.plot.Series;
import whetstone.app.picture.CameraView;
import whetstone.model.Control;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/** The Watch screen: the live picture with its traces and numbers, what drives where, recording, taking over and handing back. */
public final class WatchScreen implements Screen {
    private final Words words = Words.of("watch");
    private final BorderPane root = new BorderPane();
    private final CameraView camera = new CameraView();
    private final ActionTrace trace = new ActionTrace();
    private final RideNumbers numbers = new RideNumbers(words);
    private final Label recordingChip = chip("chip-recording");
    private final Label personChip = chip("chip-person");
    private final Steering steering;
    private final WatchModel model;

    /**
     * @param policies builds a policy that acts with a version's weights; called on the drive thread
     * @param stick the present steering command of the stick at hand in [-1, 1], right positive; empty where there is none; any thread
     * @param openInLabel shows a rollout, by its id, on the Label screen
     */
    public WatchScreen(Workbench workbench, Function<PolicyVersion, Policy> policies, Supplier<OptionalDouble> stick,
                       LongConsumer openInLabel) {
        steering = new Steering(stick);
        model = new WatchModel(workbench, policies, steering, words);
        root.getStyleClass().add("watch-screen");
        root.getStylesheets().add("/whetstone/css/watch.css");
        VBox left = new VBox(new RideChoices(model, words));
        left.getStyleClass().add("watch-left");
        root.setLeft(left);
        root.setCenter(centre(openInLabel));
        root.setRight(numbers);
        model.frameProperty().subscribe(this::show);
        steerByMouse();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::stopAtOnce);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_RELEASED, this::released);
        root.setFocusTraversable(true);
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

    WatchModel model() {
        return model;
    }

    Steering steering() {
        return steering;
    }

    private Node centre(LongConsumer openInLabel) {
        Node empty = new WhatNow(Feather.EYE, words.get("empty.title"), words.get("empty.text"));
        empty.visibleProperty().bind(model.frameProperty().map(Optional::isEmpty));
        HBox chips = new HBox(8, recordingChip, personChip);
        chips.setMouseTransparent(true);
        chips.setPickOnBounds(false);
        chips.getStyleClass().add("picture-chips");
        chips.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(chips, Pos.TOP_LEFT);
        camera.pictureBoundsProperty().subscribe(bounds -> place(chips, bounds));
        StackPane picture = new StackPane(camera, empty, chips);
        picture.getStyleClass().add("watch-picture");
        picture.setMinSize(0, 0);
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox box = new VBox(8, picture, traces(), new Transport(model, words, openInLabel));
        box.getStyleClass().add("watch-centre");
        return box;
    }

    /** The traces with what each line is. */
    private Node traces() {
        Legend legend = new Legend();
        legend.show(List.of(line("trace.learner", "trace-learner"), line("trace.executed", "trace-executed"), line("trace.person", "trace-person")));
        legend.getStyleClass().add("trace-legend");
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        legend.setMouseTransparent(true);
        StackPane.setAlignment(legend, Pos.TOP_LEFT);
        StackPane traces = new StackPane(trace, legend);
        traces.setMinHeight(Region.USE_PREF_SIZE);
        return traces;
    }

    private Series line(String key, String style) {
        return new Series(words.get(key), style, List.of(), false);
    }

    /** The chips belong to the picture's corner, wherever the picture lies. */
    private static void place(Node chips, Bounds bounds) {
        chips.setTranslateX(bounds.getMinX());
        chips.setTranslateY(bounds.getMinY());
    }

    private void show(Optional<Frame> newest) {
        newest.ifPresent(frame -> {
            camera.show(frame.picture());
            trace.add(frame);
            numbers.show(frame);
            recordingChip.setVisible(model.recordingProperty().get() && frame.recorded() > 0);
            recordingChip.setText(words.get("chip.recording", frame.recorded() * frame.seconds() / Math.max(1, frame.tick())));
            personChip.setVisible(frame.control() == Control.HUMAN);
            personChip.setText(words.get("chip.person"));
        });
    }

    private void steerByMouse() {
        camera.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pull);
        camera.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pull);
        camera.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> steering.letGo());
    }

    private void pull(MouseEvent mouse) {
        root.requestFocus();
        steering.pull((mouse.getX() / camera.getWidth() - 0.5) * 2.5);
    }

    private void stopAtOnce(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> {
                model.stop();
                key.consume();
            }
            default -> { }
        }
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case SPACE -> playOrPause();
            case R -> model.record(!model.recordingProperty().get());
            case H -> model.handBack();
            case LEFT -> steering.hold(-1);
            case RIGHT -> steering.hold(1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void released(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT, RIGHT -> steering.hold(0);
            default -> { }
        }
    }

    private void playOrPause() {
        if (model.stateProperty().get() == WatchModel.State.DRIVING) {
            model.pause();
        } else {
            model.play();
        }
    }

    private static Label chip(String style) {
        Label chip = new Label();
        chip.getStyleClass().addAll("picture-chip", style);
        chip.setVisible(false);
        chip.managedProperty().bind(chip.visibleProperty());
        return chip;
    }
}
