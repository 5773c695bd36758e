package whetstone.app.calibration;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;

/** Lag calibration as a part of the controller check: a card that says what is in force, and the task itself. FX thread. */
public final class CalibrationTask {
    private final CalibrationModel model;
    private final Region card;
    private final CalibrationPane pane;

    /**
     * @param steers whether an axis of the chosen device steers
     * @param mouse takes the mouse's place over the road, -1 at its left end to 1 at its right
     * @param open brings the task into view
     * @param back leads away from it
     */
    public CalibrationTask(Workbench workbench, StickPoller poller, Ticker ticker, ObservableValue<Boolean> steers, DoubleConsumer mouse,
                           Runnable open, Runnable back) {
        Words words = Words.of("calibration");
        CalibrationWording wording = new CalibrationWording(words);
        InstantSource clock = InstantSource.system();
        model = new CalibrationModel(workbench, words, poller, ticker, clock, () -> ThreadLocalRandom.current().nextLong(), steers);
        card = new InForcePane(words, wording, workbench, new CalibrationsInForce(workbench, clock), open);
        pane = new CalibrationPane(words, wording, workbench, model, back, mouse);
        card.getStylesheets().add("/whetstone/css/calibration.css");
        pane.getStylesheets().add("/whetstone/css/calibration.css");
    }

    /** Whether there is a result to go on with. */
    public ObservableValue<Boolean> doneProperty() {
        return model.standingProperty().map(standing -> standing instanceof Standing.Done);
    }

    public Region card() {
        return card;
    }

    public Region pane() {
        return pane;
    }

    /** Once per frame while the task is in view. @param nanos clock of the ticker */
    public void pulse(long nanos) {
        model.pulse(nanos);
    }

    /** Begins, unless it runs already or something is in the way. */
    public void start() {
        model.start();
    }

    /** Forgets what was followed so far, if anything. */
    public void cancel() {
        model.cancel();
    }

    CalibrationModel model() {
        return model;
    }
}
