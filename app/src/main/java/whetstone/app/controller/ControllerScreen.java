package whetstone.app.controller;

import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import whetstone.app.Screen;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.app.calibration.CalibrationTask;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.input.StickSearch;
import whetstone.labelling.input.StickSettings;
import whetstone.labelling.replay.Ticker;

/**
 * The controller check: which device steers, what it reads now, how it is mapped, what its tests say. Mouse and arrow keys
 * steer here as they do on the other screens. A timer runs only while the screen is in view. FX thread.
 */
public final class ControllerScreen implements Screen {
    private static final double NARROWEST_MAPPING = 400;

    private final Ticker ticker = Ticker.SYSTEM;
    private final HandFed handFed = new HandFed(ticker);
    private final ControllerModel model;
    private final CalibrationTask calibration;
    private final ScrollPane check;
    private final BorderPane root = new BorderPane();
    private final HeldKeys held = new HeldKeys(handFed.keyboard());
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            model.pulse(ticker.nanos());
            calibration.pulse(ticker.nanos());
        }
    };

    public ControllerScreen(Workbench workbench, StickSearch search, StickPoller poller, StickSettings settings) {
        Words words = Words.of("controller");
        model = new ControllerModel(workbench, words, search, poller, settings, handFed);
        calibration = new CalibrationTask(workbench, poller, ticker, model.mappingProperty().map(mapping -> mapping.axis("steer").isPresent()),
                this::pointAcross, this::calibrate, this::leaveCalibration);
        LivePane live = new LivePane(words, model);
        VBox left = new VBox(12, live, new ButtonsPane(words, model));
        VBox right = new VBox(12, new MappingPane(words, model, "steer"), new MappingPane(words, model, "throttle"),
                new TestPane(words, model, ticker));
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(100);
        right.setPrefWidth(100);
        right.setMinWidth(NARROWEST_MAPPING);
        check = scrolled(new HBox(12, left, right));
        root.getStyleClass().add("controller-screen");
        root.getStylesheets().add("/whetstone/css/controller.css");
        root.setLeft(new DevicesPane(words, model, calibration.card()));
        root.setCenter(check);
        root.setFocusTraversable(true);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, true));
        root.addEventFilter(KeyEvent.KEY_RELEASED, event -> key(event, false));
        live.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(live, event));
        live.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> point(live, event));
    }

    private static ScrollPane scrolled(HBox cards) {
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("controller-scroll");
        return scroll;
    }

    /** Brings the lag calibration into view. */
    public void calibrate() {
        root.setCenter(calibration.pane());
        root.requestFocus();
    }

    private void leaveCalibration() {
        calibration.cancel();
        root.setCenter(check);
    }

    /** Looks for sticks for the first time, in the background; the first one found steers. */
    public void search() {
        model.search();
    }

    /** The mouse is over the picture of another screen: it steers, unless a stick does. @param across -1 at its left edge to 1 at its right */
    public void steerByMouse(double across) {
        if (model.device().kind() == StickDescription.Kind.KEYBOARD) {
            model.choose(handFed.mouse());
        }
        if (model.device().kind() == StickDescription.Kind.MOUSE) {
            handFed.mouse().move(across, 0);
        }
    }

    /** Steering keys of another screen are held: they steer, unless a stick does. @param across -1 (left), 0 (none) or 1 (right) */
    public void steerByKeys(int across) {
        if (across != 0 && model.device().kind() == StickDescription.Kind.MOUSE) {
            model.choose(handFed.keyboard());
        }
        handFed.keyboard().hold(across, 0);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        timer.start();
    }

    @Override
    public void hidden() {
        timer.stop();
        held.letGo();
        calibration.cancel();
        model.save();
    }

    ControllerModel model() {
        return model;
    }

    CalibrationTask calibration() {
        return calibration;
    }

    private void key(KeyEvent event, boolean down) {
        boolean keyboardSteers = model.device().kind() == StickDescription.Kind.KEYBOARD;
        if (event.getCode() == KeyCode.ESCAPE && down) {
            model.awaitedProperty().get().ifPresent(model::await);
            calibration.cancel();
        } else if (event.getCode() == KeyCode.SPACE && down && root.getCenter() == calibration.pane()) {
            calibration.start();
            event.consume();
        } else if (keyboardSteers && event.getCode().isArrowKey()) {
            held.hold(event.getCode(), down);
            event.consume();
        }
    }

    private void pointAcross(double across) {
        if (model.device().kind() == StickDescription.Kind.MOUSE) {
            handFed.mouse().move(across, 0);
        }
    }

    private void point(LivePane live, MouseEvent event) {
        if (model.device().kind() == StickDescription.Kind.MOUSE) {
            handFed.mouse().move(2 * event.getX() / live.getWidth() - 1, 1 - 2 * event.getY() / live.getHeight());
        }
    }
}
