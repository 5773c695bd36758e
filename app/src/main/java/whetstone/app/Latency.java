package whetstone.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import javafx.util.Duration;
import whetstone.labelling.input.StickMapping;
import whetstone.labelling.replay.Ticker;
import whetstone.model.ActionSpec;

/**
 * Opens the real window, throws a virtual stick from side to side through the real poller, and reads the window's own pixels until the
 * expert's ribbon, or every other time the expert's spoke of the little wheel, is drawn at its new place. Throws come at random moments, so that they meet every phase of a frame.
 * Between a pulse and the pixel the FX thread reads back again and again, which the drawing thread hardly notices. FX thread.
 */
final class Latency {
    private static final double ASIDE = 0.6;
    private static final double SOONEST_MILLIS = 60;
    private static final double MORE_MILLIS = 40;
    private static final double SPOKE_TIP = 7;
    /** Share of the picture's height above which a ribbon is looked for. */
    private static final double AHEAD = 0.7;
    /** Summed over red, green and blue; a ribbon's thin edge is blended with what lies under it. */
    private static final double SAME_COLOUR = 0.12;
    private static final double BLENDED_COLOUR = 0.6;
    private static final long GIVEN_UP_NANOS = 1_000_000_000L;
    private static final long SEED = 1;

    private final Ticker ticker = Ticker.SYSTEM;
    private final Random random = new Random(SEED);
    private final SwingingStick stick = new SwingingStick(ticker);
    private final List<Move> measured = new ArrayList<>();
    private final Robot robot = new Robot();
    private final Stage stage = new Stage();
    private final Wiring wiring;
    private final int moves;
    private final Consumer<List<Move>> done;
    private SwingingStick.Throw thrown = new SwingingStick.Throw(ASIDE, 0);
    private long laidOut;
    private boolean waiting;
    private Seen next = Seen.RIBBON;

    /** What is looked for. */
    enum Seen { WHEEL, RIBBON }

    /** Nanoseconds from the device's time of a movement to the pulse that laid it out, and to the pixel. */
    record Move(Seen seen, long laidOutNanos, long pixelNanos) {}

    /** Where the scene has something new, and in which colour. */
    private record Spot(Point2D onScreen, Color colour, double likeness) {}

    Latency(Path folder, int moves, Consumer<List<Move>> done) {
        this.wiring = new Wiring(folder);
        this.moves = moves;
        this.done = done;
    }

    void begin() {
        Scene scene = new Scene(wiring.window().root(), 1000, 800);
        wiring.connect(scene, stage);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        wiring.begin(Optional.empty());
        scene.addPostLayoutPulseListener(this::pulsed);
        whenAClipIsOpen();
    }

    private void whenAClipIsOpen() {
        after(500, () -> {
            if (wiring.workbench().dataset().isPresent() && spoke().isPresent()) {
                wiring.poller().use(stick, StickMapping.standard(stick.description()), ActionSpec.STEER);
                after(2000, this::next);
            } else {
                whenAClipIsOpen();
            }
        });
    }

    private void next() {
        if (measured.size() == moves) {
            stage.close();
            wiring.close();
            done.accept(measured);
        } else {
            double rest = SOONEST_MILLIS + MORE_MILLIS * random.nextDouble();
            thrown = new SwingingStick.Throw(-Math.copySign(ASIDE, thrown.axis()), ticker.nanos() + (long) (rest * 1e6));
            next = next == Seen.RIBBON ? Seen.WHEEL : Seen.RIBBON;
            waiting = true;
            stick.at(thrown);
        }
    }

    /** A pulse was laid out: where it shows the newest throw, the pixel comes next. */
    private void pulsed() {
        if (waiting && spoke().filter(this::pointsAside).isPresent()) {
            (next == Seen.WHEEL ? spoke().map(Latency::tip) : edge().flatMap(Latency::ahead)).ifPresent(spot -> {
                waiting = false;
                laidOut = ticker.nanos();
                wiring.workbench().threads().fx().execute(() -> look(spot));
            });
        }
    }

    private boolean pointsAside(Line line) {
        Point2D tip = line.localToParent(line.getStartX(), SPOKE_TIP);
        return Math.signum(tip.getX() - line.getStartX()) == Math.signum(thrown.axis());
    }

    private static Spot tip(Line line) {
        return new Spot(line.localToScreen(line.getStartX(), SPOKE_TIP), (Color) line.getStroke(), SAME_COLOUR);
    }

    /** The first corner of the ribbon's edge that lies ahead, above the little wheel. */
    private static Optional<Spot> ahead(Polyline edge) {
        double high = edge.getParent().getParent().getLayoutBounds().getHeight();
        for (int i = 0; i + 1 < edge.getPoints().size(); i += 2) {
            if (edge.getPoints().get(i + 1) < high * AHEAD) {
                return Optional.of(new Spot(edge.localToScreen(edge.getPoints().get(i), edge.getPoints().get(i + 1)),
                        (Color) edge.getStroke(), BLENDED_COLOUR));
            }
        }
        return Optional.empty();
    }

    private void look(Spot spot) {
        // The robot rounds; the pixel that holds the spot is the one before it.
        Color drawn = robot.getPixelColor(Math.floor(spot.onScreen.getX()), Math.floor(spot.onScreen.getY()));
        if (difference(drawn, spot.colour) < spot.likeness) {
            measured.add(new Move(next, laidOut - thrown.nanos(), ticker.nanos() - thrown.nanos()));
            next();
        } else if (ticker.nanos() - laidOut > GIVEN_UP_NANOS) {
            // Something lies over it; the next throw is looked for elsewhere.
            next();
        } else {
            wiring.workbench().threads().fx().execute(() -> look(spot));
        }
    }

    private static double difference(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }

    private Optional<Line> spoke() {
        return stage.getScene().getRoot().lookupAll(".wheel-expert").stream().filter(Line.class::isInstance).map(Line.class::cast).findFirst();
    }

    private Optional<Polyline> edge() {
        return stage.getScene().getRoot().lookupAll(".ribbon-edge.expert").stream().filter(Polyline.class::isInstance)
                .map(Polyline.class::cast).findFirst();
    }

    private static void after(double millis, Runnable then) {
        PauseTransition pause = new PauseTransition(Duration.millis(millis));
        pause.setOnFinished(_ -> then.run());
        pause.play();
    }
}
