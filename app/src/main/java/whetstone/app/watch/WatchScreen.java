package whetstone.app.watch;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import whetstone.app.Screen;
import whetstone.app.WhatNow;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.app.picture.CameraView;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/** The Watch screen: the live picture with its traces and numbers, what drives where, recording, taking over and handing back. */
public final class WatchScreen implements Screen {
    private final Words words = Words.of("watch");
    private final BorderPane root = new BorderPane();
    private final RidePane first = new RidePane(words);
    private final RidePane beside = new RidePane(words);
    private final DriverNames names = new DriverNames(words);
    private final RideNumbers numbers = new RideNumbers(words);
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
        model.settingsProperty().subscribe(this::arrange);
        steerByMouse();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
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
        empty.setMouseTransparent(true);
        HBox rides = new HBox(12, first, beside);
        beside.managedProperty().bind(beside.visibleProperty());
        StackPane live = new StackPane(rides, empty);
        live.setMinSize(0, 0);
        VBox.setVgrow(live, Priority.ALWAYS);
        VBox box = new VBox(8, live, new Transport(model, words, openInLabel));
        box.getStyleClass().add("watch-centre");
        return box;
    }

    /** Two rides need the room of the numbers, which each then has above its picture. */
    private void arrange(RideSettings settings) {
        boolean compared = settings.compared().isPresent();
        numbers.setVisible(!compared);
        numbers.setManaged(!compared);
        beside.setVisible(compared);
        first.besideAnother(compared);
        beside.besideAnother(compared);
        first.name(names.of(settings.whoDrives()));
        settings.compared().ifPresent(other -> beside.name(names.of(other)));
        if (model.besideProperty().get().isEmpty()) {
            beside.clear();
        }
    }

    private void show(Optional<Frame> newest) {
        boolean recording = model.recordingProperty().get();
        newest.ifPresent(frame -> {
            first.show(frame, recording);
            numbers.show(frame);
        });
        model.besideProperty().get().ifPresent(frame -> beside.show(frame, recording));
    }

    private void steerByMouse() {
        CameraView camera = first.camera();
        camera.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pull);
        camera.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pull);
        camera.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> steering.letGo());
    }

    private void pull(MouseEvent mouse) {
        root.requestFocus();
        steering.pull((mouse.getX() / first.camera().getWidth() - 0.5) * 2.5);
    }

    /** Heard before whatever has the focus, as arrow keys would otherwise move from button to button, and the space bar push one. */
    private void pressed(KeyEvent key) {
        boolean writes = key.getTarget() instanceof TextInputControl || key.getTarget() instanceof ComboBoxBase<?>;
        if (writes && key.getCode() != KeyCode.ESCAPE) {
            return;
        }
        switch (key.getCode()) {
            case ESCAPE -> model.stop();
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
}
